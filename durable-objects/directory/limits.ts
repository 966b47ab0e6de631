/** How long another object may take to answer. */
export const callLimitMs = 5_000;

/** When the alarm takes over what a call left unfinished; one that still works on it is joined, not raced. */
export const graceMs = 6_000;
