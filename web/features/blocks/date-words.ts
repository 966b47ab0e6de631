const dayMs = 86_400_000;

type Options = Intl.DateTimeFormatOptions;
const long: Options = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
const middle: Options = { year: 'numeric', month: 'long', day: 'numeric' };
const short: Options = { year: 'numeric', month: 'short', day: 'numeric' };

/** Slack's tokens. `pretty` says yesterday, today and tomorrow in words. */
const tokens: Readonly<Record<string, (atMs: number, nowMs: number) => string>> = {
  date_num: (at) => new Date(at).toLocaleDateString('sv'),
  date_slash: (at) => new Date(at).toLocaleDateString(),
  date: (at) => say(at, middle),
  date_short: (at) => say(at, short),
  date_long: (at) => say(at, long),
  date_pretty: (at, now) => nearDay(at, now) ?? say(at, middle),
  date_short_pretty: (at, now) => nearDay(at, now) ?? say(at, short),
  date_long_pretty: (at, now) => nearDay(at, now) ?? say(at, long),
  day_divider_pretty: (at, now) =>
    nearDay(at, now) ?? say(at, { weekday: 'long', month: 'long', day: 'numeric' }),
  time: (at) => say(at, { hour: '2-digit', minute: '2-digit' }),
  time_secs: (at) => say(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  ago,
};

/** A moment in the reader's own time and words. Undefined where the format is none, or the moment is no date. */
export function dateWords(seconds: number, format: string, nowSeconds: number): string | undefined {
  const atMs = seconds * 1_000;
  if (Number.isNaN(new Date(atMs).getTime())) return undefined;
  let isKnown = false;
  const words = format.replace(/\{(\w{1,30})\}/g, (written, name: string) => {
    const token = Object.hasOwn(tokens, name) ? tokens[name] : undefined;
    if (token === undefined) return written;
    isKnown = true;
    return token(atMs, nowSeconds * 1_000);
  });
  return isKnown ? words : undefined;
}

const say = (atMs: number, options: Options): string =>
  new Intl.DateTimeFormat(undefined, options).format(atMs);
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

function nearDay(atMs: number, nowMs: number): string | undefined {
  const days = Math.round(
    (new Date(atMs).setHours(0, 0, 0, 0) - new Date(nowMs).setHours(0, 0, 0, 0)) / dayMs,
  );
  return Math.abs(days) <= 1 ? relative.format(days, 'day') : undefined;
}

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 365 * dayMs],
  ['month', 30 * dayMs],
  ['day', dayMs],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function ago(atMs: number, nowMs: number): string {
  const passed = atMs - nowMs;
  const [unit, ms] = steps.find(([, size]) => Math.abs(passed) >= size) ?? ['second', 1_000];
  return relative.format(Math.trunc(passed / ms), unit);
}
