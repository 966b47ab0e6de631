export interface Match {
  /** Higher is better. */
  readonly score: number;
  /** Which characters of the name were matched. */
  readonly at: readonly number[];
}

/** Letters of the query, in order, within the name: at word starts and side by side they count for more. */
export function fuzzy(query: string, name: string): Match | undefined {
  const wanted = plain(query);
  if (wanted === '') return { score: 0, at: [] };
  const letters = plain(name);
  const whole = letters.indexOf(wanted);
  if (whole !== -1) {
    const isStart = whole === 0;
    const isWordStart = isStart || isBreak(letters[whole - 1]);
    const score = 100 + (isStart ? 60 : isWordStart ? 40 : 0) - letters.length / 10;
    return { score, at: Array.from(wanted, (_, index) => whole + index) };
  }
  return scattered(wanted, letters);
}

function scattered(wanted: string, letters: string): Match | undefined {
  const at: number[] = [];
  let score = 0;
  let from = 0;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    const starts = wordStart(letters, letter, from);
    const place = starts ?? letters.indexOf(letter, from);
    if (place === -1) return undefined;
    score += place === (at.at(-1) ?? -2) + 1 ? 8 : starts === undefined ? 1 : 6;
    at.push(place);
    from = place + 1;
  }
  return { score: score - letters.length / 10, at };
}

/** The next word that begins with the letter; the place right after the last match comes first. */
function wordStart(letters: string, letter: string, from: number): number | undefined {
  if (letters[from] === letter) return from;
  for (let place = from; place < letters.length; place += 1) {
    if (letters[place] === letter && (place === 0 || isBreak(letters[place - 1]))) return place;
  }
  return undefined;
}

const isBreak = (character: string | undefined): boolean =>
  character === undefined || /[\s_.,/-]/.test(character);

/** Case and marks do not count; the length stays, so that places stay. */
const plain = (text: string): string =>
  Array.from(text.toLowerCase(), (character) => character.normalize('NFD').charAt(0) || character).join('');
