/** How long a status stays, as people say it. */
export const lasts = ['forever', '30m', '1h', '4h', 'today', 'week', 'custom'] as const;
export type Lasting = (typeof lasts)[number];

/**
 * In seconds, as users.profile.set takes it: 0 is until it is changed. Days end by the clock of who sets it. `own` is
 * the time of a field; NaN where it holds none.
 */
export function statusUntil(lasting: Lasting, now: Date, own: string): number {
  switch (lasting) {
    case 'forever':
      return 0;
    case '30m':
      return inSeconds(now) + 30 * 60;
    case '1h':
      return inSeconds(now) + 60 * 60;
    case '4h':
      return inSeconds(now) + 4 * 60 * 60;
    case 'today':
      return endOfDay(now, 0);
    case 'week':
      // Weeks end with Sunday.
      return endOfDay(now, (7 - now.getDay()) % 7);
    case 'custom':
      return inSeconds(new Date(own));
  }
}

const inSeconds = (time: Date): number => Math.floor(time.getTime() / 1_000);

function endOfDay(now: Date, daysOn: number): number {
  const end = new Date(now);
  end.setDate(end.getDate() + daysOn);
  end.setHours(23, 59, 59, 0);
  return inSeconds(end);
}
