import { never } from '../world.ts';

const byLetter: Readonly<Record<string, string>> = {
  C: never.channel,
  D: never.direct,
  U: never.user,
  T: never.team,
  B: never.bot,
  K: never.credential,
  I: never.invitation,
  S: never.usergroup,
};

/** The same arguments with every id and `ts` in them exchanged for one that nobody ever got. */
export function unminted<Value>(value: Value): Value;
export function unminted(value: unknown, name?: string): unknown;
export function unminted(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => unminted(item, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [key, unminted(item, key)]),
    );
  if (typeof value !== 'string') return value;
  if (/^\d{10}\.\d{6}$/.test(value)) return never.ts;
  if (/^[CDUTBKIS][0-9A-Z]{9,}$/.test(value)) return byLetter[value.charAt(0)];
  // An account's session, and a channel that is named.
  if (name === 'session_id') return never.credential;
  return name === 'channel' ? 'room-that-never-was' : value;
}

/** An answer that says what it is about, as it would be about what nobody ever got: only ids that were asked for. */
export function withAskedUnminted(answer: object, asked: object): unknown {
  const ids = JSON.stringify(asked).match(/[CDUTBKIS][0-9A-Z]{9,}/g) ?? [];
  const text = ids.reduce((all, id) => all.replaceAll(id, unminted(id)), JSON.stringify(answer));
  return JSON.parse(text);
}
