/** As Slack's answers tell times. */
export const secondsOf = (milliseconds: number): number => Math.floor(milliseconds / 1_000);
