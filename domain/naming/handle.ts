const handleLengthMax = 21;

/**
 * Slack's `name` of a person, from what they are called: `Ada Lovelace` → `ada.lovelace`. Latin letters lose their
 * marks, other scripts stay as they are. A name of signs alone gives `user`.
 */
export function handleOf(realName: string): string {
  const letters = realName
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '.');
  return trimDots(shorten(trimDots(letters), handleLengthMax)) || 'user';
}

/** The first of `ada`, `ada2`, `ada3` … that nobody has. */
export const freeHandle = (realName: string, isTaken: (handle: string) => boolean): string =>
  numbered(handleOf(realName), isTaken);

/** As Slack writes that of a user group: `Marketing Team` → `marketing-team`. */
export const freeGroupHandle = (name: string, isTaken: (handle: string) => boolean): string =>
  numbered(handleOf(name).replaceAll('.', '-'), isTaken);

function numbered(handle: string, isTaken: (handle: string) => boolean): string {
  if (!isTaken(handle)) return handle;
  for (let number = 2; ; number += 1) {
    const digits = String(number);
    const other = `${shorten(handle, handleLengthMax - digits.length)}${digits}`;
    if (!isTaken(other)) return other;
  }
}

const trimDots = (text: string): string => text.replace(/^\.+|\.+$/g, '');

/** By whole characters: half a pair would be no text any more. */
function shorten(text: string, length: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > length) break;
    short += character;
  }
  return short;
}
