import { meantBy } from './custom.ts';
import type { CustomEmoji } from './custom.ts';
import type { AllEmoji, Emoji } from './emoji.ts';

/** Beside emojibase's groups. */
export const customGroup = -1;

let last: { readonly from: AllEmoji; readonly custom: CustomEmoji; readonly all: AllEmoji } | undefined;

/** The standard emoji and this workspace's own, each with the aliases that it has here among its names. */
export function withCustom(all: AllEmoji, custom: CustomEmoji | undefined): AllEmoji {
  if (custom === undefined || custom.size === 0) return all;
  // Asked for at each keystroke.
  if (last?.from !== all || last.custom !== custom) last = { from: all, custom, all: join(all, custom) };
  return last.all;
}

function join(all: AllEmoji, custom: CustomEmoji): AllEmoji {
  const aliases = new Map<string, string[]>();
  const own: { name: string; url: string }[] = [];
  for (const name of [...custom.keys()].toSorted()) {
    const meant = meantBy(name, custom);
    if (meant.name === name && meant.url !== undefined) own.push({ name, url: meant.url });
    else aliases.set(meant.name, [...(aliases.get(meant.name) ?? []), name]);
  }
  const made = own.map(({ name, url }): Emoji => ({
    names: [name, ...(aliases.get(name) ?? [])],
    unicode: '',
    group: customGroup,
    tags: [],
    toned: '',
    url,
  }));
  const standard = all.list.map((emoji) => {
    const more = emoji.names.flatMap((name) => aliases.get(name) ?? []);
    return more.length === 0 ? emoji : { ...emoji, names: [...emoji.names, ...more] };
  });
  const list = [...standard, ...made];
  return { list, byName: new Map(list.flatMap((emoji) => emoji.names.map((name) => [name, emoji]))) };
}
