/** Closes what a client closed: these two say that no code came, and cannot be sent. */
export const answerTo = (code: number): number => (code === 1005 || code === 1006 ? 1000 : code);
