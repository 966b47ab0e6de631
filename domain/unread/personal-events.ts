import type { EventBody } from '../../protocol/events.ts';
import type { HelloChannel } from '../../protocol/frames.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Membership } from '../../protocol/objects/member.ts';
import type { ThreadMark } from '../../protocol/objects/reading.ts';
import type { Star } from '../../protocol/objects/saving.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
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

/** Slack's words: `im` of two, `group` of more. */
export const opennessEvent = (
  user: UserId,
  { channelId, isOpen }: Membership,
  version: number,
): EventBody<'im_open' | 'im_close' | 'group_open' | 'group_close'> => ({
  type: `${channelId.startsWith('D') ? 'im' : 'group'}_${isOpen ? 'open' : 'close'}`,
  user,
  channel: channelId,
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

/** As of now or of then: what a repeat says is the same but for `version`. */
export const starEvent = (
  user: UserId,
  { channelId, message, created, isStarred }: Star,
  version: number,
): EventBody<'star_added' | 'star_removed'> => ({
  type: isStarred ? 'star_added' : 'star_removed',
  user,
  item:
    message === undefined
      ? { type: starredKind(channelId), channel: channelId }
      : { type: 'message', channel: channelId, ts: message.ts },
  event_ts: timestampOf(created * 1e6),
  version,
});

/** Slack's word for a starred conversation. */
export const starredKind = (channelId: ChannelId): 'channel' | 'im' | 'group' => {
  if (channelId.startsWith('D')) return 'im';
  return channelId.startsWith('G') ? 'group' : 'channel';
};

/** What a line of the list of channels shows of its person's own wishes. */
export const preferencesOf = (
  membership: Membership | undefined,
): Required<Pick<HelloChannel, 'is_marked_unread' | 'muted' | 'level'>> &
  Pick<HelloChannel, 'starred' | 'is_open'> => ({
  is_marked_unread: membership?.isMarkedUnread ?? false,
  muted: membership?.muted ?? false,
  level: membership?.level ?? 'default',
  ...(membership?.isStarred === true ? { starred: true as const } : {}),
  ...(membership?.isOpen === false ? { is_open: false as const } : {}),
});
