import type { UserId } from '../../../protocol/ids.ts';
import type { Call } from '../../api/call.ts';

export interface CustomEmoji {
  readonly name: string;
  readonly url: string;
  /** Undefined: it has a picture of its own. */
  readonly aliasFor: string | undefined;
  readonly creator: UserId;
  /** Seconds. */
  readonly created: number;
}

const alias = 'alias:';

/** All of them, by name, an alias with the picture of what it stands for. */
export async function readAllEmoji(call: Call) {
  const rows: { name: string; url: string; date_created: number; uploaded_by: UserId }[] = [];
  let cursor = '';
  do {
    const page = await call('admin.emoji.list', { limit: 1_000, cursor });
    if (!page.ok) return page;
    for (const [name, about] of Object.entries(page.emoji)) rows.push({ name, ...about });
    cursor = page.response_metadata.next_cursor;
  } while (cursor !== '');
  const pictures = new Map(rows.map(({ name, url }) => [name, url]));
  const value = rows.map(({ name, url, date_created: created, uploaded_by: creator }): CustomEmoji => {
    const aliasFor = url.startsWith(alias) ? url.slice(alias.length) : undefined;
    return {
      name,
      url: aliasFor === undefined ? url : (pictures.get(aliasFor) ?? ''),
      aliasFor,
      creator,
      created,
    };
  });
  return { ok: true as const, value: value.toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
}
