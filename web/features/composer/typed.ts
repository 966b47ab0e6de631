/** Words in a field, and what some of them are on the wire already. */
export interface Typed {
  readonly words: string;
  /** In their order; none overlaps another. */
  readonly pieces: readonly Piece[];
}
/** The words from `from` to `to` are `wire`, whatever they look like: a person among several of one name, a date. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly wire: string;
}

export const justTyped = (words: string): Typed => ({ words, pieces: [] });

/** After a change in one place, as each of a field is. What it touched is from now on what its words say. */
export function retype({ words: before, pieces }: Typed, words: string): Typed {
  const shorter = Math.min(before.length, words.length);
  let head = 0;
  while (head < shorter && before[head] === words[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === words.at(-1 - tail)) tail += 1;
  const grown = words.length - before.length;
  return {
    words,
    pieces: pieces.flatMap((piece) => {
      const { from, to, wire } = piece;
      if (from >= before.length - tail) return { from: from + grown, to: to + grown, wire };
      return to < head || (to === head && !goesOn(words, piece)) ? piece : [];
    }),
  };
}

/** What is written right behind a name or an address is more of it. */
function goesOn(words: string, { from, to }: Piece): boolean {
  const next = words.charAt(to);
  if (/^https?:/.test(words.slice(from, to))) return /\S/.test(next);
  return /[@#]/.test(words.charAt(from)) && /[\p{L}\p{N}_]/u.test(next);
}
