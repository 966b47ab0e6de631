/** A full name in two, as Slack's profile has it: the last word is the last name. */
export function splitRealName(realName: string): { firstName: string; lastName: string } {
  const words = realName.trim().split(/\s+/);
  if (words.length < 2) return { firstName: words[0] ?? '', lastName: '' };
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' };
}

export const joinRealName = (firstName: string, lastName: string): string =>
  `${firstName} ${lastName}`.trim();

/** Slack's `*_normalized`: Latin letters without their marks, for finding people by what a keyboard has. */
export const normalizeName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');

/** Words that call people: nobody can be called so. */
export const isReservedName = (name: string): boolean =>
  ['here', 'channel', 'everyone', 'group', 'slackbot'].includes(name.trim().replace(/^@/, '').toLowerCase());
