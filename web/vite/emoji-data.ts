import compact from 'emojibase-data/en/compact.json' with { type: 'json' };
import names from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };
import type { Plugin } from 'vite';

interface Emoji {
  readonly hexcode: string;
  readonly unicode: string;
  readonly group?: number;
  readonly order?: number;
  readonly tags?: readonly string[];
  readonly skins?: readonly { readonly hexcode: string; readonly unicode: string }[];
}
const id = 'virtual:emoji-data';
/** emojibase's group of skin tones and hair, which are no emoji by themselves. */
const componentGroup = 2;
const tones = ['1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF'];

/**
 * All emoji by Slack's names as one short text: `group|unicode|toned|name,name|tag,tag`, a line each, in order.
 * emojibase's own files would be six times as large.
 */
export const emojiData = (): Plugin => ({
  name: 'emoji-data',
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(lines())};` : undefined),
});

function lines(): string {
  return (compact as readonly Emoji[])
    .filter(({ hexcode, group }) => group !== undefined && group !== componentGroup && hexcode in names)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((emoji) => {
      const own = (names as Readonly<Record<string, string | string[]>>)[emoji.hexcode] ?? [];
      const called = typeof own === 'string' ? [own] : own;
      const tags = (emoji.tags ?? []).filter((tag) => !called.some((name) => name.includes(tag))).slice(0, 4);
      return [emoji.group, emoji.unicode, pattern(emoji), called.join(','), tags.join(',')].join('|');
    })
    .join('\n');
}

/** How a skin tone is put in: `+` after the first character, else the five of them, or nothing. */
function pattern({ unicode, skins = [] }: Emoji): string {
  const single = skins.filter(({ hexcode }) => tones.filter((tone) => hexcode.includes(tone)).length === 1);
  if (single.length < tones.length) return '';
  const five = single.slice(0, tones.length).map((skin) => skin.unicode);
  const isSimple = five.every((toned, index) => toned === withTone(unicode, index));
  return isSimple ? '+' : five.join(' ');
}

function withTone(unicode: string, index: number): string {
  const [first = '', ...rest] = [...unicode];
  const tone = String.fromCodePoint(Number.parseInt(tones[index] ?? '', 16));
  return [first, tone, ...rest.filter((part, place) => !(place === 0 && part === '\u{FE0F}'))].join('');
}
