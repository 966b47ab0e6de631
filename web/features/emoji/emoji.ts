import { atom } from 'nanostores';
import { patiently } from '../../app/patiently.ts';
import { common } from './common.ts';

export interface Emoji {
  /** Slack's names, the usual one first; without colons. */
  readonly names: readonly string[];
  readonly unicode: string;
  /** emojibase's group: 0 smileys, 1 people, 3 nature, 4 food, 5 travel, 6 activities, 7 objects, 8 symbols, 9 flags. */
  readonly group: number;
  readonly tags: readonly string[];
  /** `+`: a skin tone goes after the first character; else the five toned forms; '' without any. */
  readonly toned: string;
  /** Of a custom one, which has no character. */
  readonly url?: string;
}

export interface AllEmoji {
  readonly list: readonly Emoji[];
  readonly byName: ReadonlyMap<string, Emoji>;
}

/** Undefined until they are loaded. */
export const $allEmoji = atom<AllEmoji | undefined>(undefined);
let loading: Promise<void> | undefined;

export function loadEmoji(): Promise<void> {
  loading ??= patiently(() => import('./all-emoji.ts')).then(({ allEmoji }) => $allEmoji.set(allEmoji()));
  return loading;
}

/** The character of a name as Slack writes it, `wave::skin-tone-3` too. Undefined while it is not known. */
export function characterOf(name: string, all: AllEmoji | undefined): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-');
  const emoji = all?.byName.get(base);
  if (emoji === undefined) return common[base];
  const index = Number(tone ?? Number.NaN) - 2;
  return index >= 0 && index < 5 ? withTone(emoji, index) : emoji.unicode;
}

const tones = ['🏻', '🏼', '🏽', '🏾', '🏿'];
function withTone({ unicode, toned }: Emoji, index: number): string {
  if (toned === '') return unicode;
  if (toned !== '+') return toned.split(' ')[index] ?? unicode;
  const [first = '', ...rest] = [...unicode];
  return [first, tones[index], ...rest.filter((part, place) => place > 0 || part !== '\u{FE0F}')].join('');
}
