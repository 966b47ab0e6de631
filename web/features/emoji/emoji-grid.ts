import { searchEmoji } from './search-emoji.ts';
import type { $allEmoji } from './emoji.ts';
import type { Emoji } from './emoji.ts';
import type { SkinTone } from './skin-tone.ts';
import { emojiTexts } from './texts.ts';
import { customGroup } from './with-custom.ts';

export type GridRow =
  | { readonly kind: 'title'; readonly title: string }
  /** `from`: the place of its first among all. */
  | { readonly kind: 'emoji'; readonly names: readonly string[]; readonly from: number };

const foundMax = 90;

/** Rows of names as they are written: with the skin tone, where there is one. */
export function gridOf(
  all: ReturnType<typeof $allEmoji.get>,
  query: string,
  recent: readonly string[],
  tone: SkinTone,
  columns: number,
): GridRow[] {
  if (all === undefined) return [];
  const rows: GridRow[] = [];
  let from = 0;
  const add = (title: string | undefined, names: readonly string[]): void => {
    if (names.length === 0) return;
    if (title !== undefined) rows.push({ kind: 'title', title });
    for (let at = 0; at < names.length; at += columns) {
      const some = names.slice(at, at + columns);
      rows.push({ kind: 'emoji', names: some, from });
      from += some.length;
    }
  };
  const written = (emoji: Emoji): string => nameOf(emoji, tone);
  const wanted = query.trim().replaceAll(':', '').replaceAll(' ', '_');
  if (wanted !== '') {
    add(undefined, searchEmoji(wanted, all, foundMax).map(written));
    return rows;
  }
  const ofGroup = (group: number): string[] => all.list.filter((emoji) => emoji.group === group).map(written);
  // Of one that was removed only its name is left.
  const known = recent.filter((name) => all.byName.has(name.split('::')[0] ?? ''));
  add(emojiTexts.recent, known.slice(0, 2 * columns));
  add(emojiTexts.custom, ofGroup(customGroup));
  for (const [group, title] of Object.entries(emojiTexts.groups)) add(title, ofGroup(Number(group)));
  return rows;
}

const nameOf = ({ names, toned }: Emoji, tone: SkinTone): string => {
  const [name = ''] = names;
  return toned === '' || tone === 1 ? name : `${name}::skin-tone-${tone}`;
};
