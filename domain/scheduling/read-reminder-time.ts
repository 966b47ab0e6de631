const daySeconds = 86_400;
const yearsAheadMax = 5;

/** Slack's two kinds of number: seconds since 1970, or, up to a day, seconds from now. `undefined`: it is neither. */
export function readReminderTime(text: string, nowMs: number): number | undefined {
  const bare = text.trim();
  if (!/^\d{1,10}$/.test(bare)) return undefined;
  const given = Number(bare);
  const now = Math.ceil(nowMs / 1_000);
  const time = given <= daySeconds ? now + given : given;
  const isAhead = time >= now && time <= now + yearsAheadMax * 366 * daySeconds;
  return isAhead ? time : undefined;
}
