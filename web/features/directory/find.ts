import type { User } from '../../../protocol/entities.ts';
import { slackbotId } from '../../../protocol/ids.ts';
import { fold } from '../../store/fold.ts';

/** Those who can be written to, by every word of the query in their names, what they do, their status or handle. */
export function findInDirectory(everybody: readonly User[], query: string): readonly User[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return everybody.filter((user) => {
    if (user.deleted || user.id === slackbotId) return false;
    const { display_name: display, title, status_text: status, email = '' } = user.profile;
    const text = fold([user.real_name, display, user.name, title, status, email].join(' '));
    return words.every((word) => text.includes(word.replace(/^@/, '')));
  });
}
