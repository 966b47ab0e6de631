import { ask } from '../client.ts';
import { dataUrl, encodePng } from './png.ts';
import { colours, emoji, type DrawnEmoji } from './story/emoji.ts';

/** Larger than it is shown, so that its pixels stay sharp. */
const scale = 4;

/** The custom emoji of the story; `lighthouse` is another name of the first. */
export async function makeEmoji(url: string, token: string): Promise<void> {
  for (const one of emoji)
    await ask(url, 'admin.emoji.add', token, { name: one.name, url: dataUrl(draw(one)) });
  await ask(url, 'admin.emoji.addAlias', token, { name: 'lighthouse', alias_for: emoji[0]?.name ?? '' });
}

function draw({ rows }: DrawnEmoji): Uint8Array {
  const [first = ''] = rows;
  return encodePng(first.length * scale, rows.length * scale, (x, y) => {
    const letter = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? '.';
    const colour = colours[letter];
    return colour === undefined ? [0, 0, 0, 0] : [...colour, 255];
  });
}
