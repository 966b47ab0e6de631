import * as v from 'valibot';

/** Slack's `ts`: ten digits of seconds, a dot, six of microseconds. It names a message within its channel. */
export const Timestamp = v.pipe(
  v.string(),
  v.regex(/^\d{10}\.\d{6}$/, 'not a timestamp'),
  v.brand('Timestamp'),
);
export type Timestamp = v.InferOutput<typeof Timestamp>;

/** Microseconds since 1970, the form in which objects store and compare a `ts`: an exact integer below 2^53. */
export type Micros = number;

export const timestampOf = (micros: Micros): Timestamp =>
  `${String(Math.floor(micros / 1e6)).padStart(10, '0')}.${String(micros % 1e6).padStart(6, '0')}` as Timestamp;

export const microsOf = (ts: Timestamp): Micros => Number(ts.slice(0, 10)) * 1e6 + Number(ts.slice(11));

/** A mark here has everything read that was said before `ts`, and nothing from there on. */
export const justBefore = (ts: Timestamp): Timestamp => timestampOf(Math.max(0, microsOf(ts) - 1));

/** A bound of a history page: callers also send `1700000000`, `1700000000.5` or `0`. Undefined if it is no number. */
export function looseMicrosOf(text: string): Micros | undefined {
  const match = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  return Number(match[1]) * 1e6 + Number((match[2] ?? '').padEnd(6, '0'));
}
