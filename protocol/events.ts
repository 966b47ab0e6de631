import * as v from 'valibot';
import { channelLevels } from './channel-level.ts';
import { ChannelSummary } from './channel-summary.ts';
import { Attachment, Block, Bookmark, MessageRow, Team, User, Usergroup } from './entities.ts';
import { BookmarkId, BotId, ChannelId, TeamId, UsergroupId, UserId } from './ids.ts';
import { Preferences } from './preferences.ts';
import type { Scope } from './scopes.ts';
import { Timestamp } from './timestamp.ts';

/**
 * `channel`: everybody who is in the channel at that entry; `team`: everybody of the workspace;
 * `full_members`: the same without guests; `person`: one person's own sockets.
 */
export type Audience = 'channel' | 'team' | 'full_members' | 'person';

export interface EventContract {
  readonly audience: Audience;
  /** Durable events are entries of a log: they have a `seq`, a reducer, and a place in a resume. */
  readonly durable: boolean;
  /** What a socket's credential needs in order to receive it. */
  readonly scope: Scope | undefined;
  readonly body: v.GenericSchema<unknown, { type: string }>;
}
const event = <const Contract extends EventContract>(contract: Contract): Contract => contract;

const item = v.object({ type: v.literal('message'), channel: ChannelId, ts: Timestamp });
const reaction = <const Type extends string>(type: Type) =>
  v.object({
    type: v.literal(type),
    user: UserId,
    reaction: v.string(),
    item,
    item_user: v.optional(UserId),
    event_ts: Timestamp,
    /** Who holds this reaction after the event, in order: absolute, so that a repeat changes nothing. */
    users: v.array(UserId),
    /** All names on the message after the event, in the order in which it shows them. */
    names: v.optional(v.array(v.string())),
    rev: v.number(),
  });
const pin = <const Type extends string>(type: Type) =>
  v.object({
    type: v.literal(type),
    user: UserId,
    channel_id: ChannelId,
    /** `created` and `created_by` of the pin that came, or of its removal. The message itself is read as its row. */
    item: v.object({ ...item.entries, created: v.number(), created_by: UserId }),
    item_user: v.optional(UserId),
    /** As they stand when this is told. */
    pin_count: v.number(),
    has_pins: v.boolean(),
    event_ts: Timestamp,
    rev: v.number(),
  });
/** Ours: Slack's API has no such event. */
const bookmark = <const Type extends string>(type: Type) =>
  v.object({
    type: v.literal(type),
    user: UserId,
    channel_id: ChannelId,
    bookmark_id: BookmarkId,
    /** As it stands; left out where it is removed by now. */
    bookmark: v.optional(Bookmark),
    event_ts: Timestamp,
  });
const membership = { user: UserId, channel: ChannelId, channel_type: v.string(), team: TeamId };
const archive = <const Type extends string>(type: Type) =>
  v.object({ type: v.literal(type), channel: ChannelId, user: UserId, event_ts: Timestamp });
/** A direct channel or a group, as the person has it in their list. */
const openness = <const Type extends string>(type: Type) =>
  v.object({ type: v.literal(type), user: UserId, channel: ChannelId, version: v.number() });
const subteam = <const Type extends string>(type: Type) =>
  v.object({ type: v.literal(type), subteam: Usergroup, event_ts: Timestamp });
const thread = v.object({
  ts: Timestamp,
  reply_count: v.number(),
  reply_users: v.array(UserId),
  reply_users_count: v.number(),
  latest_reply: v.optional(Timestamp),
});

const threadMark = <const Type extends string>(type: Type) =>
  v.object({
    type: v.literal(type),
    channel: ChannelId,
    thread_ts: Timestamp,
    /** The read mark in the thread: its time, and its place among the replies. */
    ts: Timestamp,
    ordinal: v.number(),
    is_marked_unread: v.boolean(),
    /** Of the whole channel, as in `channel_marked`: a thread's mark takes those in it back. */
    mentions: v.number(),
    version: v.number(),
  });

const star = <const Type extends string>(type: Type) =>
  v.object({
    type: v.literal(type),
    user: UserId,
    item: v.variant('type', [
      v.object({ type: v.literal('message'), channel: ChannelId, ts: Timestamp }),
      ...(['channel', 'im', 'group'] as const).map((kind) =>
        v.object({ type: v.literal(kind), channel: ChannelId }),
      ),
    ]),
    event_ts: Timestamp,
    version: v.number(),
  });

/** THE table of events. Log rows, gateway frames and the reducers of domain/timeline derive from it. */
export const events = {
  message: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:history',
    body: v.object({
      ...MessageRow.entries,
      channel: ChannelId,
      channel_type: v.string(),
      event_ts: Timestamp,
      /** With a reply: its parent as it stands after it. */
      thread: v.optional(thread),
    }),
  }),
  message_changed: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:history',
    body: v.object({
      type: v.literal('message'),
      subtype: v.literal('message_changed'),
      hidden: v.literal(true),
      channel: ChannelId,
      channel_type: v.string(),
      ts: Timestamp,
      event_ts: Timestamp,
      message: MessageRow,
    }),
  }),
  message_deleted: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:history',
    body: v.object({
      type: v.literal('message'),
      subtype: v.literal('message_deleted'),
      hidden: v.literal(true),
      channel: ChannelId,
      channel_type: v.string(),
      ts: Timestamp,
      deleted_ts: Timestamp,
      event_ts: Timestamp,
      rev: v.number(),
      ordinal: v.optional(v.number()),
      /** A parent with replies stays as a tombstone row. */
      has_replies: v.boolean(),
      /** Of such a parent its own thread; with a reply, its parent's: as it stands after, at `rev`. */
      thread: v.optional(thread),
    }),
  }),
  reaction_added: event({
    audience: 'channel',
    durable: true,
    scope: 'reactions:read',
    body: reaction('reaction_added'),
  }),
  reaction_removed: event({
    audience: 'channel',
    durable: true,
    scope: 'reactions:read',
    body: reaction('reaction_removed'),
  }),
  pin_added: event({
    audience: 'channel',
    durable: true,
    scope: 'pins:read',
    body: pin('pin_added'),
  }),
  pin_removed: event({
    audience: 'channel',
    durable: true,
    scope: 'pins:read',
    body: pin('pin_removed'),
  }),
  bookmark_added: event({
    audience: 'channel',
    durable: true,
    scope: 'bookmarks:read',
    body: bookmark('bookmark_added'),
  }),
  bookmark_changed: event({
    audience: 'channel',
    durable: true,
    scope: 'bookmarks:read',
    body: bookmark('bookmark_changed'),
  }),
  bookmark_removed: event({
    audience: 'channel',
    durable: true,
    scope: 'bookmarks:read',
    body: bookmark('bookmark_removed'),
  }),
  member_joined_channel: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:read',
    body: v.object({
      type: v.literal('member_joined_channel'),
      ...membership,
      inviter: v.optional(UserId),
      event_ts: Timestamp,
      member_count: v.number(),
      /** What the joiner needs to list the channel. */
      summary: ChannelSummary,
    }),
  }),
  member_left_channel: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:read',
    body: v.object({
      type: v.literal('member_left_channel'),
      ...membership,
      event_ts: Timestamp,
      member_count: v.number(),
    }),
  }),
  channel_archive: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:read',
    body: archive('channel_archive'),
  }),
  channel_unarchive: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:read',
    body: archive('channel_unarchive'),
  }),
  /** The last entry of a channel's log: to its people, and to whoever follows it. */
  channel_deleted: event({
    audience: 'channel',
    durable: true,
    scope: 'channels:read',
    body: v.object({ type: v.literal('channel_deleted'), channel: ChannelId, event_ts: Timestamp }),
  }),
  channel_created: event({
    audience: 'full_members',
    durable: true,
    scope: 'channels:read',
    body: v.object({
      type: v.literal('channel_created'),
      channel: v.object({
        id: ChannelId,
        name: v.string(),
        created: v.number(),
        creator: UserId,
        is_channel: v.literal(true),
      }),
      event_ts: Timestamp,
    }),
  }),
  /** Of a public channel, to those outside it too; its own people have the message of the subtype `channel_name`. */
  channel_rename: event({
    audience: 'full_members',
    durable: true,
    scope: 'channels:read',
    body: v.object({
      type: v.literal('channel_rename'),
      channel: v.object({ id: ChannelId, name: v.string(), created: v.number() }),
      event_ts: Timestamp,
    }),
  }),
  /** Ours: a public channel became private or was deleted. Its own people hear that in its own log. */
  channel_hidden: event({
    audience: 'full_members',
    durable: true,
    scope: 'channels:read',
    body: v.object({
      type: v.literal('channel_hidden'),
      channel: v.object({ id: ChannelId }),
      event_ts: Timestamp,
    }),
  }),
  team_join: event({
    audience: 'team',
    durable: true,
    scope: 'users:read',
    body: v.object({ type: v.literal('team_join'), user: User, event_ts: Timestamp }),
  }),
  user_change: event({
    audience: 'team',
    durable: true,
    scope: 'users:read',
    body: v.object({ type: v.literal('user_change'), user: User, cache_ts: v.number(), event_ts: Timestamp }),
  }),
  subteam_created: event({
    audience: 'team',
    durable: true,
    scope: 'usergroups:read',
    body: subteam('subteam_created'),
  }),
  subteam_updated: event({
    audience: 'team',
    durable: true,
    scope: 'usergroups:read',
    body: subteam('subteam_updated'),
  }),
  /** What changed among its people; `subteam_updated` follows it, with all of them. */
  subteam_members_changed: event({
    audience: 'team',
    durable: true,
    scope: 'usergroups:read',
    body: v.object({
      type: v.literal('subteam_members_changed'),
      subteam_id: UsergroupId,
      team_id: TeamId,
      date_previous_update: v.number(),
      date_update: v.number(),
      added_users: v.array(UserId),
      added_users_count: v.number(),
      removed_users: v.array(UserId),
      removed_users_count: v.number(),
      event_ts: Timestamp,
    }),
  }),
  /** Slack's forms: `value` is an address (a path on this server) or `alias:` and a name. */
  emoji_changed: event({
    audience: 'team',
    durable: true,
    scope: 'emoji:read',
    body: v.variant('subtype', [
      v.object({
        type: v.literal('emoji_changed'),
        subtype: v.literal('add'),
        name: v.string(),
        value: v.string(),
        event_ts: Timestamp,
      }),
      v.object({
        type: v.literal('emoji_changed'),
        subtype: v.literal('remove'),
        names: v.array(v.string()),
        event_ts: Timestamp,
      }),
      v.object({
        type: v.literal('emoji_changed'),
        subtype: v.literal('rename'),
        old_name: v.string(),
        new_name: v.string(),
        value: v.string(),
        event_ts: Timestamp,
      }),
    ]),
  }),
  team_rename: event({
    audience: 'team',
    durable: true,
    scope: 'team:read',
    body: v.object({ type: v.literal('team_rename'), name: v.string(), event_ts: Timestamp }),
  }),
  /** Ours: Slack tells nobody. */
  team_icon_change: event({
    audience: 'team',
    durable: true,
    scope: 'team:read',
    body: v.object({ type: v.literal('team_icon_change'), icon: Team.entries.icon, event_ts: Timestamp }),
  }),
  /** One rule of the workspace, by its name in team.preferences.list. */
  team_pref_change: event({
    audience: 'team',
    durable: true,
    scope: 'team:read',
    body: v.object({
      type: v.literal('team_pref_change'),
      name: v.string(),
      value: v.union([v.boolean(), v.number()]),
      event_ts: Timestamp,
    }),
  }),
  user_typing: event({
    audience: 'channel',
    durable: false,
    scope: 'channels:history',
    body: v.object({
      type: v.literal('user_typing'),
      channel: ChannelId,
      user: UserId,
      thread_ts: v.optional(Timestamp),
    }),
  }),
  /** Slack's ephemeral message: to one person's sockets, once; in no log, and found by nobody later. */
  message_ephemeral: event({
    audience: 'person',
    durable: false,
    scope: 'channels:history',
    body: v.object({
      type: v.literal('message'),
      subtype: v.optional(v.literal('bot_message')),
      is_ephemeral: v.literal(true),
      channel: ChannelId,
      user: UserId,
      /** Who sees it. */
      to: UserId,
      bot_id: v.optional(BotId),
      username: v.optional(v.string()),
      icons: v.optional(v.record(v.string(), v.string())),
      text: v.string(),
      ts: Timestamp,
      event_ts: Timestamp,
      thread_ts: v.optional(Timestamp),
      blocks: v.optional(v.array(Block)),
      attachments: v.optional(v.array(Attachment)),
    }),
  }),
  channel_marked: event({
    audience: 'person',
    durable: false,
    scope: 'channels:read',
    body: v.object({
      type: v.literal('channel_marked'),
      channel: ChannelId,
      ts: Timestamp,
      /** The ordinal that the mark stands at, and the unread that are left by the Member's knowledge. */
      ordinal: v.number(),
      mentions: v.number(),
      /** The person said so; only an explicit mark takes it back. */
      is_marked_unread: v.optional(v.boolean()),
      version: v.number(),
    }),
  }),
  channel_preferences: event({
    audience: 'person',
    durable: false,
    scope: 'channels:read',
    body: v.object({
      type: v.literal('channel_preferences'),
      channel: ChannelId,
      muted: v.boolean(),
      level: v.picklist(channelLevels),
      version: v.number(),
    }),
  }),
  /** All of them, as client.prefs.get shows them. */
  preferences_changed: event({
    audience: 'person',
    durable: false,
    scope: 'users.profile:read',
    body: v.object({ type: v.literal('preferences_changed'), preferences: Preferences, version: v.number() }),
  }),
  im_open: event({
    audience: 'person',
    durable: false,
    scope: 'channels:read',
    body: openness('im_open'),
  }),
  im_close: event({
    audience: 'person',
    durable: false,
    scope: 'channels:read',
    body: openness('im_close'),
  }),
  group_open: event({
    audience: 'person',
    durable: false,
    scope: 'channels:read',
    body: openness('group_open'),
  }),
  group_close: event({
    audience: 'person',
    durable: false,
    scope: 'channels:read',
    body: openness('group_close'),
  }),
  thread_marked: event({
    audience: 'person',
    durable: false,
    scope: 'channels:history',
    body: threadMark('thread_marked'),
  }),
  thread_subscribed: event({
    audience: 'person',
    durable: false,
    scope: 'channels:history',
    body: threadMark('thread_subscribed'),
  }),
  thread_unsubscribed: event({
    audience: 'person',
    durable: false,
    scope: 'channels:history',
    body: threadMark('thread_unsubscribed'),
  }),
  star_added: event({
    audience: 'person',
    durable: false,
    scope: 'stars:read',
    body: star('star_added'),
  }),
  star_removed: event({
    audience: 'person',
    durable: false,
    scope: 'stars:read',
    body: star('star_removed'),
  }),
};

export type Events = typeof events;
export type EventName = keyof Events;
export type EventBody<Name extends EventName> = v.InferOutput<Events[Name]['body']>;
export type DurableEventName = {
  [Name in EventName]: Events[Name]['durable'] extends true ? Name : never;
}[EventName];
/** One person's own state: not in a log, each with the version of their Member. */
export type PersonalEventName = Exclude<
  { [Name in EventName]: Events[Name]['audience'] extends 'person' ? Name : never }[EventName],
  'message_ephemeral'
>;
export type PersonalEvent = { [Name in PersonalEventName]: EventBody<Name> }[PersonalEventName];
export type AnyEventBody = { [Name in EventName]: EventBody<Name> }[EventName];

const subtypeEvents = ['message_changed', 'message_deleted'] as const;

/** Which row of the table a body belongs to: Slack tells changes of messages apart by their subtype. */
export function eventNameOf(body: AnyEventBody): EventName {
  if (body.type !== 'message') return body.type;
  if ('is_ephemeral' in body) return 'message_ephemeral';
  return subtypeEvents.find((name) => name === body.subtype) ?? 'message';
}
