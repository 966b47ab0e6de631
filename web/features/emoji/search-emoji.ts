import { common } from './common.ts';
import type { AllEmoji, Emoji } from './emoji.ts';

/** By name, then by what it is about; what begins so comes first. */
export function searchEmoji(query: string, { list }: AllEmoji, limit: number): Emoji[] {
  const wanted = query.toLowerCase();
  const ranked = list.flatMap((emoji) => {
    const rank = rankOf(emoji, wanted);
    return rank === undefined ? [] : [{ emoji, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ emoji }) => emoji);
}

function rankOf({ names, tags }: Emoji, wanted: string): number | undefined {
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return common[names[0] ?? ''] === undefined ? 2 : 1;
  if (names.some((name) => name.includes(`_${wanted}`))) return 3;
  if (tags.some((tag) => tag.startsWith(wanted))) return 4;
  return names.some((name) => name.includes(wanted)) ? 5 : undefined;
}
