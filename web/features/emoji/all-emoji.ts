import lines from 'virtual:emoji-data';
import type { AllEmoji, Emoji } from './emoji.ts';

/** Read from web/vite/emoji-data.ts. A chunk of its own: it comes with the first emoji that is not a common one. */
export function allEmoji(): AllEmoji {
  const list = lines.split('\n').map((line): Emoji => {
    const [group = '', unicode = '', toned = '', names = '', tags = ''] = line.split('|');
    return {
      group: Number(group),
      unicode,
      toned,
      names: names.split(','),
      tags: tags.split(',').filter(Boolean),
    };
  });
  return { list, byName: new Map(list.flatMap((emoji) => emoji.names.map((name) => [name, emoji]))) };
}
