import { callsEverybody } from '../../domain/messages/mentions.ts';
import { mentionsAbove, unreadAbove } from '../../domain/unread/unread.ts';
import type { UnreadHead } from '../../domain/unread/unread.ts';
import type { ChannelLevel } from '../../protocol/channel-level.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { Message } from '../../protocol/entities.ts';
import type { HelloChannel } from '../../protocol/frames.ts';
import { isDirectId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** A channel's line as it is counted: the gateway's arithmetic, carried on by the frames since hello. */
export interface CountedLine {
  readonly channel: Pick<HelloChannel, 'id' | 'name' | 'kind' | 'is_archived' | 'is_general' | 'people'>;
  readonly isMuted: boolean;
  readonly level: ChannelLevel;
  readonly isStarred: boolean;
  /** In the list: a direct conversation that its person closed is not. */
  readonly isOpen: boolean;
  /** The person said so: only an explicit mark takes it back, not what they post. */
  readonly isMarkedUnread: boolean;
  readonly head: UnreadHead;
  /** Undefined for one who joined just now: it is the place of the first message that comes. */
  readonly mark: number | undefined;
  readonly lastReadTs: Timestamp | undefined;
  /** By the Member's count. */
  readonly ownMentions: number;
}

/**
 * Hello names the newest deleted places. Where it counts more of them, those are taken to lie right above the mark,
 * which is exact until the mark moves in between, and again from the next hello on.
 */
export function lineOfHello(line: HelloChannel): CountedLine {
  const { ordinal, marked_ordinal: mark, unread, last_read: lastRead, deleted = [], everybody = [] } = line;
  const unnamed = Math.max(0, ordinal - mark - unread - deleted.length);
  const calls = line.muted === true || isDirectId(line.id) ? 0 : everybody.length;
  return {
    channel: line,
    isMuted: line.muted ?? false,
    level: line.level ?? 'default',
    isStarred: line.starred ?? false,
    isOpen: line.is_open ?? true,
    isMarkedUnread: line.is_marked_unread ?? false,
    head: {
      ordinal,
      deletedOrdinals: [...Array.from({ length: unnamed }, (_, index) => mark + 1 + index), ...deleted],
      everybodyOrdinals: everybody,
    },
    mark,
    lastReadTs: lastRead !== undefined && lastRead > '1' ? (lastRead as Timestamp) : undefined,
    ownMentions: line.mentions - calls,
  };
}

/** A joiner starts at the head. */
export const lineOfJoining = (summary: ChannelSummary): CountedLine => ({
  channel: {
    id: summary.id,
    name: summary.name,
    kind: summary.kind,
    is_archived: summary.isArchived,
    is_general: summary.isGeneral,
    ...(summary.people === undefined ? {} : { people: summary.people }),
  },
  isMuted: false,
  level: 'default',
  isStarred: false,
  isOpen: true,
  isMarkedUnread: false,
  head: { ordinal: 0, deletedOrdinals: [], everybodyOrdinals: [] },
  mark: undefined,
  lastReadTs: undefined,
  ownMentions: 0,
});

export const unreadOf = ({ mark, head }: CountedLine): number =>
  mark === undefined ? 0 : unreadAbove(mark, head);

export const mentionsOf = ({ channel, isMuted, mark, head, ownMentions }: CountedLine): number =>
  mark === undefined
    ? 0
    : mentionsAbove(mark, head, ownMentions, { isDirect: isDirectId(channel.id), isMuted });

/** A top-level message came. One's own marks the channel as read, unless a bot or a hook spoke. */
export function withPost(line: CountedLine, row: Message, self: UserId | undefined): CountedLine {
  const { ordinal } = row;
  if (ordinal === undefined || ordinal <= line.head.ordinal) return line;
  const isOwn = row.user === self && row.bot_id === undefined;
  const { deletedOrdinals, everybodyOrdinals } = line.head;
  const isGone = row.subtype === 'tombstone';
  const moved: CountedLine = {
    ...line,
    head: {
      ordinal,
      deletedOrdinals: isGone ? [...deletedOrdinals, ordinal] : deletedOrdinals,
      everybodyOrdinals: callsEverybody(row.text) ? [...everybodyOrdinals, ordinal] : everybodyOrdinals,
    },
    mark: line.mark ?? ordinal - 1,
  };
  return isOwn && !line.isMarkedUnread ? withMark(moved, { ordinal, ts: row.ts }) : moved;
}

export function withoutPost(line: CountedLine, ordinal: number | undefined): CountedLine {
  const { head } = line;
  if (ordinal === undefined || head.deletedOrdinals.includes(ordinal)) return line;
  return {
    ...line,
    head: {
      ...head,
      deletedOrdinals: [...head.deletedOrdinals, ordinal],
      everybodyOrdinals: head.everybodyOrdinals.filter((other) => other !== ordinal),
    },
  };
}

/** A message as it stands after an edit, which may have brought or taken a call of everybody. */
export function withEdit(
  line: CountedLine,
  { ordinal, text }: Pick<Message, 'ordinal' | 'text'>,
): CountedLine {
  const { head } = line;
  const calls = callsEverybody(text);
  if (ordinal === undefined || head.everybodyOrdinals.includes(ordinal) === calls) return line;
  const others = head.everybodyOrdinals.filter((other) => other !== ordinal);
  return { ...line, head: { ...head, everybodyOrdinals: calls ? [...others, ordinal] : others } };
}

interface Mark {
  readonly ordinal: number;
  readonly ts: Timestamp;
}

/** Forward only. What a mark leaves of mentions the Member says; at the head there are none. */
export const withMark = (line: CountedLine, mark: Mark): CountedLine =>
  line.mark !== undefined && mark.ordinal < line.mark ? line : at(line, mark);

/** Back to just before a message, by the person's own wish. */
export const withMarkBack = (line: CountedLine, mark: Mark): CountedLine => ({
  ...at(line, mark),
  isMarkedUnread: true,
});

/** As the Member has it. */
export function withPushedMark(
  line: CountedLine,
  pushed: Mark & { readonly mentions: number; readonly is_marked_unread?: boolean | undefined },
): CountedLine {
  const isMarkedUnread = pushed.is_marked_unread ?? false;
  if (isMarkedUnread || line.isMarkedUnread) {
    return { ...at(line, pushed), isMarkedUnread, ownMentions: pushed.mentions };
  }
  const marked = withMark(line, pushed);
  // One's own newer mark is on its way there.
  const isBehind = (marked.mark ?? 0) > pushed.ordinal;
  return {
    ...marked,
    ownMentions: isBehind ? Math.min(marked.ownMentions, pushed.mentions) : pushed.mentions,
  };
}

function at(line: CountedLine, { ordinal, ts }: Mark): CountedLine {
  const deletedOrdinals = line.head.deletedOrdinals.filter((deleted) => deleted > ordinal);
  return {
    ...line,
    isMarkedUnread: false,
    mark: ordinal,
    lastReadTs: ts,
    head: { ...line.head, ordinal: Math.max(line.head.ordinal, ordinal), deletedOrdinals },
    ownMentions: ordinal >= line.head.ordinal ? 0 : line.ownMentions,
  };
}
