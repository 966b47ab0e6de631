const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const longDayAndYear = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const relativeDay = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** The day that a moment lies in, here: equal for moments of one day. */
export function dayOf(ms: number): number {
  const date = new Date(ms);
  return date.getFullYear() * 512 + date.getMonth() * 32 + date.getDate();
}

const daysAgo = (ms: number, nowMs: number): number =>
  Math.round((new Date(nowMs).setHours(0, 0, 0, 0) - new Date(ms).setHours(0, 0, 0, 0)) / 86_400_000);

/** `Today`, `Yesterday`, `Monday, 23 November`, with the year where it is another. */
export function dayLabel(ms: number, nowMs = Date.now()): string {
  const ago = daysAgo(ms, nowMs);
  if (ago === 0 || ago === 1) {
    const word = relativeDay.format(-ago, 'day');
    return word.charAt(0).toLocaleUpperCase() + word.slice(1);
  }
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? longDay : longDayAndYear).format(ms);
}

export const clockLabel = (ms: number): string => clock.format(ms);
export const fullLabel = (ms: number): string => full.format(ms);

/** Short, for a line about a thread: the time today, else the day. */
export const briefLabel = (ms: number, nowMs = Date.now()): string =>
  daysAgo(ms, nowMs) === 0 ? clock.format(ms) : shortDay.format(ms);
