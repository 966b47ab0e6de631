export interface SensibleTime {
  readonly name: 'inAnHour' | 'tomorrow' | 'monday';
  readonly atMs: number;
}
const morning = 9;

/** Of the reader's own clock. On a Sunday tomorrow is Monday: once is enough. */
export function sensibleTimes(nowMs: number): SensibleTime[] {
  const tomorrow = morningAfter(nowMs, 1);
  const daysToMonday = (8 - new Date(nowMs).getDay()) % 7 || 7;
  const monday = morningAfter(nowMs, daysToMonday);
  return [
    { name: 'inAnHour', atMs: nowMs + 3_600_000 },
    { name: 'tomorrow', atMs: tomorrow },
    ...(monday === tomorrow ? [] : [{ name: 'monday', atMs: monday } as const]),
  ];
}

function morningAfter(nowMs: number, days: number): number {
  const date = new Date(nowMs);
  date.setDate(date.getDate() + days);
  return date.setHours(morning, 0, 0, 0);
}
