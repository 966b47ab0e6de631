import type { HelloChannel } from '../../protocol/frames.ts';
import { isDirectId } from '../../protocol/ids.ts';
import { unreadOf } from './unread-line.ts';
import type { CountedLine } from './unread-line.ts';

/** As hello would say it: `lineOfHello` of unread-line.ts reads it back. Beside it, since the first load needs that one alone. */
export function lineAsHello(line: CountedLine): HelloChannel {
  const { channel, head, isMuted, isMarkedUnread, level, lastReadTs, ownMentions } = line;
  const mark = line.mark ?? head.ordinal;
  const everybody = head.everybodyOrdinals.filter((ordinal) => ordinal > mark);
  const calls = isMuted || isDirectId(channel.id) ? 0 : everybody.length;
  const { id, name, kind, is_archived, is_general, people } = channel;
  return {
    ...{ id, name, kind, is_archived, is_general },
    ...(people === undefined ? {} : { people }),
    head: 0,
    ordinal: head.ordinal,
    marked_ordinal: mark,
    ...(lastReadTs === undefined ? {} : { last_read: lastReadTs }),
    unread: unreadOf(line),
    mentions: ownMentions + calls,
    deleted: head.deletedOrdinals.filter((ordinal) => ordinal > mark),
    everybody,
    ...(isMarkedUnread ? { is_marked_unread: true } : {}),
    ...(isMuted ? { muted: true } : {}),
    level,
    ...(line.isStarred ? { starred: true as const } : {}),
    ...(line.isOpen ? {} : { is_open: false as const }),
  };
}
