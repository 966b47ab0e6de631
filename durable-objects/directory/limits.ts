/** How long another object may take to answer. */
export const callLimitMs = 5_000;

/** When the alarm takes over what a call left unfinished: later than any call that still works on it. */
export const graceMs = 12_000;
