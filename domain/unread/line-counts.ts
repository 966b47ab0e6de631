import type { HelloChannel } from '../../protocol/frames.ts';
import { isDirectId } from '../../protocol/ids.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import { mentionsAbove, unreadAbove } from './unread.ts';
import type { UnreadHead } from './unread.ts';

/** A person's read mark in a channel, and how many messages above it name them. */
interface Reader {
  readonly mark: number;
  readonly markTs: string | undefined;
  readonly mentions: number;
  readonly isMuted: boolean | undefined;
}

type Counts = Pick<
  HelloChannel,
  'ordinal' | 'marked_ordinal' | 'unread' | 'mentions' | 'last_read' | 'deleted' | 'everybody'
>;

/** More unread than this and a client opens the channel at its mark, so that it needs the mark's time. */
const opensAtMarkAbove = 100;
/** As many deleted places as a line names; older ones a client takes to lie right above the mark. */
const deletedInLineMax = 100;

/** What a line of the list of channels counts, and what a client needs to count on from there. */
export function lineCounts(channelId: ChannelId, head: UnreadHead, reader: Reader): Counts {
  const { mark, markTs, mentions, isMuted } = reader;
  const isDirect = isDirectId(channelId);
  const unread = unreadAbove(mark, head);
  const deleted = head.deletedOrdinals.filter((ordinal) => ordinal > mark).slice(0, deletedInLineMax);
  const everybody = isDirect ? [] : head.everybodyOrdinals.filter((ordinal) => ordinal > mark);
  return {
    ordinal: head.ordinal,
    marked_ordinal: mark,
    unread,
    mentions: mentionsAbove(mark, head, mentions, { isDirect, isMuted }),
    ...(unread > opensAtMarkAbove && markTs !== undefined ? { last_read: markTs } : {}),
    ...(deleted.length > 0 ? { deleted } : {}),
    ...(everybody.length > 0 ? { everybody } : {}),
  };
}
