/**
 * A message of the soak says what it is: who wrote it, its number, and how often it was edited. `a-17-2 …` is what the
 * server has and what a browser shows, so both can be compared word by word.
 */
export interface Token {
  readonly writer: string;
  readonly number: number;
  readonly edits: number;
}

const pattern = /^([ab])-(\d+)-(\d+)/;
const vocabulary =
  'harbour lantern quiet *release* _maybe_ `code` thread coffee :eyes: window paper river tomorrow'.split(
    ' ',
  );

export function readToken(text: string): Token | undefined {
  const [, writer, number, edits] = pattern.exec(text) ?? [];
  return writer === undefined ? undefined : { writer, number: Number(number), edits: Number(edits) };
}

export const nameOf = ({ writer, number, edits }: Token): string => `${writer}-${number}-${edits}`;

export function wordsOf(token: Token, dice: (below: number) => number): string {
  const words = Array.from({ length: 1 + dice(24) }, () => vocabulary[dice(vocabulary.length)] ?? '');
  return `${nameOf(token)} ${words.join(' ')}`;
}
