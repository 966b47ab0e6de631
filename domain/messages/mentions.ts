import { isUserId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';

/** The people whom a message names as `<@U…>` or `<@U…|name>`, each once, in order. */
export function mentionedUsers(text: string): UserId[] {
  const found = new Set<UserId>();
  for (const match of text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)) {
    const id = match[1] ?? '';
    if (isUserId(id)) found.add(id);
  }
  return [...found];
}

/** Whether it calls everybody: `<!channel>`, `<!everyone>` or `<!here>`. Nothing is written per person for these. */
export const callsEverybody = (text: string): boolean =>
  /<!(?:channel|everyone|here)(?:\|[^>]*)?>/.test(text);
