/** `Launch 2026!` becomes `launch-2026` under the fingers. */
export const neatName = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.]+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')
    .replace(/^-+/, '');
