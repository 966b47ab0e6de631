import { isUsergroupId, isUserId } from '../../protocol/ids.ts';
import type { UsergroupId, UserId } from '../../protocol/ids.ts';

/** The people whom a message names as `<@U…>` or `<@U…|name>`, each once, in order. */
export function mentionedUsers(text: string): UserId[] {
  const found = new Set<UserId>();
  for (const match of text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)) {
    const id = match[1] ?? '';
    if (isUserId(id)) found.add(id);
  }
  return [...found];
}

/** A message could name thousands. */
const usergroupsMax = 50;

/** The user groups that a message names as `<!subteam^S…>` or `<!subteam^S…|@handle>`, each once: the first 50. */
export function mentionedUsergroups(text: string): UsergroupId[] {
  const found = new Set<UsergroupId>();
  for (const match of text.matchAll(/<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>/g)) {
    const id = match[1] ?? '';
    if (found.size < usergroupsMax && isUsergroupId(id)) found.add(id);
  }
  return [...found];
}

/** Whether it calls everybody: `<!channel>`, `<!everyone>` or `<!here>`. Nothing is written per person for these. */
export const callsEverybody = (text: string): boolean =>
  /<!(?:channel|everyone|here)(?:\|[^>]*)?>/.test(text);
