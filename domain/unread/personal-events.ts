import type { EventBody } from '../../protocol/events.ts';
import type { HelloChannel } from '../../protocol/frames.ts';
import type { Membership } from '../../protocol/objects/member.ts';
import type { ThreadMark } from '../../protocol/objects/reading.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** What a person's own sockets are told of their state: each shows all of its row, so that a repeat changes nothing. */
export const channelMarked = (
  { channelId, markTs, markOrdinal, mentions, isMarkedUnread }: Membership,
  version: number,
): EventBody<'channel_marked'> => ({
  type: 'channel_marked',
  channel: channelId,
  ts: markTs as Timestamp,
  ordinal: markOrdinal,
  mentions,
  is_marked_unread: isMarkedUnread,
  version,
});

export const channelPreferences = (
  { channelId, muted, level }: Membership,
  version: number,
): EventBody<'channel_preferences'> => ({
  type: 'channel_preferences',
  channel: channelId,
  muted,
  level,
  version,
});

export type ThreadEventName = 'thread_marked' | 'thread_subscribed' | 'thread_unsubscribed';

/** `mentions` is of the whole channel. */
export const threadEvent = <const Type extends ThreadEventName>(
  type: Type,
  { channelId, threadTs, markTs, markOrdinal, isMarkedUnread }: ThreadMark,
  mentions: number,
  version: number,
): Omit<EventBody<ThreadEventName>, 'type'> & { type: Type } => ({
  type,
  channel: channelId,
  thread_ts: threadTs,
  ts: markTs,
  ordinal: markOrdinal,
  is_marked_unread: isMarkedUnread,
  mentions,
  version,
});

/** What a line of the list of channels shows of its person's own wishes. */
export const preferencesOf = (
  membership: Membership | undefined,
): Required<Pick<HelloChannel, 'is_marked_unread' | 'muted' | 'level'>> => ({
  is_marked_unread: membership?.isMarkedUnread ?? false,
  muted: membership?.muted ?? false,
  level: membership?.level ?? 'default',
});
