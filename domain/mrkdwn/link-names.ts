/** How many names of each kind one message may ask for. */
const namesMax = 20;

export interface NamesIn {
  /** After `#`. */
  readonly channels: readonly string[];
  /** After `@`, those that call everybody left out. */
  readonly handles: readonly string[];
}

/** Names that stored text writes as people write them. */
export function namesIn(text: string): NamesIn {
  const found = { '#': new Set<string>(), '@': new Set<string>() };
  for (const part of partsOf(text).filter((_, index) => index % 2 === 0))
    for (const [, sign, name] of part.matchAll(inText))
      if (name !== undefined && !isEverybody(name))
        found[sign === '#' ? '#' : '@'].add(withoutTail(name).normalize('NFC'));
  return {
    channels: [...found['#']].slice(0, namesMax),
    handles: [...found['@']].slice(0, namesMax),
  };
}

/** The same text with these names linked: by what they are called, what stands for them. */
export const linkNames = (
  text: string,
  { channels, handles }: { channels: ReadonlyMap<string, string>; handles: ReadonlyMap<string, string> },
): string =>
  partsOf(text)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(inText, (whole, sign: string, name: string) => {
            const written = withoutTail(name);
            const tail = name.slice(written.length);
            const bare = written.normalize('NFC');
            if (sign === '#') return channels.has(bare) ? `${channels.get(bare)}${tail}` : whole;
            if (isEverybody(bare)) return `<!${bare}>${tail}`;
            return handles.has(bare) ? `${handles.get(bare)}${tail}` : whole;
          }),
    )
    .join('');

const inText = /(?<![\p{L}\p{M}\p{N}_/&#@])([#@])([\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,79})/gu;
const isEverybody = (name: string): boolean => /^(?:channel|here|everyone)[._-]*$/.test(name);
/** What ends a sentence is not of the name. */
const withoutTail = (name: string): string => name.replace(/[._-]+$/, '');

/** Text and what stands between `<` and `>`, by turns: there everything is linked already. */
const partsOf = (text: string): string[] => text.split(/(<[^<>\n]*>)/);
