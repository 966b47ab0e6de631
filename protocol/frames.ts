import * as v from 'valibot';
import { channelLevels } from './channel-level.ts';
import { ChannelSummary } from './channel-summary.ts';
import { Team, User } from './entities.ts';
import { ChannelId, TeamId, UserId } from './ids.ts';
import { clientMessageIdLengthMax } from './limits.ts';
import { Preferences } from './preferences.ts';
import { Timestamp } from './timestamp.ts';

/** Frames of a gateway socket: one JSON object each. An `id` that came up is echoed in the answer. */
const id = v.optional(v.union([v.number(), v.pipe(v.string(), v.maxLength(100))]));
const position = v.pipe(v.number(), v.integer(), v.minValue(0));

export const UpFrame = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    version: v.number(),
    /** The last `seq` seen, for each channel, and under the team's id for the Directory's log. */
    cursors: v.optional(v.record(v.string(), position), {}),
  }),
  v.object({
    type: v.literal('message'),
    id,
    channel: ChannelId,
    text: v.string(),
    client_msg_id: v.optional(v.pipe(v.string(), v.maxLength(clientMessageIdLengthMax))),
    thread_ts: v.optional(Timestamp),
    reply_broadcast: v.optional(v.boolean(), false),
  }),
  v.object({ type: v.literal('subscribe'), id, channels: v.pipe(v.array(ChannelId), v.maxLength(100)) }),
  v.object({ type: v.literal('unsubscribe'), id, channels: v.pipe(v.array(ChannelId), v.maxLength(100)) }),
  /** Frames that came since hello, its own among them, `pong` not counted: how a slow reader is told from a fast one. */
  v.object({ type: v.literal('position'), frames: position }),
  v.object({ type: v.literal('typing'), id, channel: ChannelId, thread_ts: v.optional(Timestamp) }),
  v.object({
    type: v.literal('mark'),
    id,
    channel: ChannelId,
    ts: Timestamp,
    /** Of a thread instead of the channel's timeline. */
    thread_ts: v.optional(Timestamp),
    /** Back to just before `ts`; it stays there until the next mark. */
    unread: v.optional(v.literal(true)),
  }),
  v.object({ type: v.literal('follow'), id, channel: ChannelId, thread_ts: Timestamp }),
  v.object({ type: v.literal('unfollow'), id, channel: ChannelId, thread_ts: Timestamp }),
  v.object({ type: v.literal('ping'), id }),
]);
export type UpFrame = v.InferOutput<typeof UpFrame>;

/** A line of the list of channels. `unread` and `mentions` are as of `head`. */
export const HelloChannel = v.object({
  id: ChannelId,
  name: v.string(),
  kind: ChannelSummary.entries.kind,
  is_archived: v.boolean(),
  is_general: v.boolean(),
  /** Direct and group channels: who is in it. */
  people: v.optional(v.array(UserId)),
  head: v.number(),
  ordinal: v.number(),
  marked_ordinal: v.number(),
  /** The mark's time, where more is unread than a client loads at once; else it comes with the channel. */
  last_read: v.optional(v.string()),
  unread: v.number(),
  mentions: v.number(),
  /** Above the mark: places that were deleted (the newest 100), and those of messages that call everybody. */
  deleted: v.optional(v.array(v.number())),
  everybody: v.optional(v.array(v.number())),
  /** The person said so; their own posts do not take it back. */
  is_marked_unread: v.optional(v.boolean()),
  muted: v.optional(v.boolean()),
  level: v.optional(v.picklist(channelLevels)),
  starred: v.optional(v.literal(true)),
  /** A direct channel or group that the person closed; the next message opens it. */
  is_open: v.optional(v.literal(false)),
});
export type HelloChannel = v.InferOutput<typeof HelloChannel>;

export const HelloFrame = v.object({
  type: v.literal('hello'),
  version: v.number(),
  part: v.optional(v.number()),
  last: v.optional(v.boolean()),
  self: User,
  team: Team,
  /** The head of the Directory's log, the cursor under the team's id. */
  head: v.number(),
  channels: v.array(HelloChannel),
  /** For a socket that hears of them. */
  preferences: v.optional(Preferences),
});
export type HelloFrame = v.InferOutput<typeof HelloFrame>;

/** Why a socket was closed. */
export const closeCodes = {
  noHello: 4000,
  notAuthenticated: 4001,
  revoked: 4002,
  slow: 4003,
  flood: 4004,
  versionTooOld: 4005,
  moved: 4006,
  /** Of one person's sockets there were too many, and this one was quiet for longest. */
  crowded: 4007,
} as const;

/** Answered by the runtime without waking the object; so exactly these texts. */
export const heartbeat = { ping: '{"type":"ping"}', pong: '{"type":"pong"}' } as const;

export const LogId = v.union([ChannelId, TeamId]);
export type LogId = ChannelId | TeamId;
