import * as v from 'valibot';
import { BookmarkId, BotId, ChannelId, TeamId, UsergroupId, UserId } from './ids.ts';
import { Timestamp } from './timestamp.ts';

/**
 * Slack's objects, with the fields that its SDKs read (and ours: `rev`, `seq`, `ordinal`, which they ignore).
 * Seconds where Slack has seconds; `updated` of a conversation is milliseconds, as there.
 */
const seconds = v.pipe(v.number(), v.integer());

export const BotProfile = v.object({
  id: BotId,
  deleted: v.boolean(),
  name: v.string(),
  updated: seconds,
  app_id: v.string(),
  team_id: TeamId,
  icons: v.record(v.string(), v.string()),
});
export type BotProfile = v.InferOutput<typeof BotProfile>;

export const Reaction = v.object({ name: v.string(), users: v.array(UserId), count: v.number() });
export type Reaction = v.InferOutput<typeof Reaction>;

/** Blocks and attachments are kept as they came; a later schema validates them. */
export const Block = v.looseObject({ type: v.string() });
export const Attachment = v.looseObject({});
export type Block = v.InferOutput<typeof Block>;
export type Attachment = v.InferOutput<typeof Attachment>;

/** A message as a log has it: it looks the same until its own `rev` rises. */
export const MessageRow = v.object({
  type: v.literal('message'),
  subtype: v.optional(v.string()),
  hidden: v.optional(v.boolean()),
  user: v.optional(UserId),
  bot_id: v.optional(BotId),
  app_id: v.optional(v.string()),
  username: v.optional(v.string()),
  icons: v.optional(v.record(v.string(), v.string())),
  bot_profile: v.optional(BotProfile),
  text: v.string(),
  ts: Timestamp,
  team: v.optional(TeamId),
  client_msg_id: v.optional(v.string()),
  thread_ts: v.optional(Timestamp),
  parent_user_id: v.optional(UserId),
  reply_count: v.optional(v.number()),
  reply_users: v.optional(v.array(UserId)),
  reply_users_count: v.optional(v.number()),
  latest_reply: v.optional(Timestamp),
  is_locked: v.optional(v.boolean()),
  /** On a parent, for the one who asks: whether they follow its thread, and if so what is unread in it. */
  subscribed: v.optional(v.boolean()),
  last_read: v.optional(Timestamp),
  unread_count: v.optional(v.number()),
  reactions: v.optional(v.array(Reaction)),
  /** For the one who asks, if they starred it. */
  is_starred: v.optional(v.literal(true)),
  edited: v.optional(v.object({ user: UserId, ts: Timestamp })),
  blocks: v.optional(v.array(Block)),
  attachments: v.optional(v.array(Attachment)),
  metadata: v.optional(v.looseObject({ event_type: v.string() })),
  /** False: its text is no markup, and is shown as it is written. */
  mrkdwn: v.optional(v.literal(false)),
  pinned_to: v.optional(v.array(ChannelId)),
  pinned_info: v.optional(v.object({ channel: ChannelId, pinned_by: UserId, pinned_ts: seconds })),
  /** Of a message that says what happened to the channel (message-subtypes.ts). */
  topic: v.optional(v.string()),
  purpose: v.optional(v.string()),
  old_name: v.optional(v.string()),
  name: v.optional(v.string()),
  inviter: v.optional(UserId),
  /** `seq` of this row's own entry, and of its last change: a reader skips what it already has. */
  seq: v.number(),
  rev: v.number(),
  /**
   * Place among the channel's top-level messages, 1, 2, 3 …; a reply has none unless it is broadcast, nor has what
   * happened to the channel.
   */
  ordinal: v.optional(v.number()),
});
export type MessageRow = v.InferOutput<typeof MessageRow>;

/** As it is answered: a reply that was sent to the channel too shows what it answers, as that stands then. */
export const Message = v.object({ ...MessageRow.entries, root: v.optional(MessageRow) });
export type Message = v.InferOutput<typeof Message>;

/** With the address that the client opens at it, as where single messages are picked out of their channels. */
export const LinkedMessage = v.object({ ...Message.entries, permalink: v.string() });

/** A link that a channel keeps. `rev` is ours: of two states of one bookmark the higher holds. */
export const Bookmark = v.object({
  id: BookmarkId,
  channel_id: ChannelId,
  title: v.string(),
  link: v.string(),
  /** `:name:`, or empty. */
  emoji: v.string(),
  icon_url: v.null(),
  type: v.literal('link'),
  entity_id: v.null(),
  date_created: seconds,
  date_updated: seconds,
  /** Sorts. */
  rank: v.string(),
  last_updated_by_user_id: UserId,
  last_updated_by_team_id: TeamId,
  shortcut_id: v.null(),
  app_id: v.null(),
  rev: v.number(),
});
export type Bookmark = v.InferOutput<typeof Bookmark>;

const Words = v.object({ value: v.string(), creator: v.string(), last_set: seconds });

export const Conversation = v.object({
  id: ChannelId,
  name: v.optional(v.string()),
  name_normalized: v.optional(v.string()),
  is_channel: v.boolean(),
  is_group: v.boolean(),
  is_im: v.boolean(),
  is_mpim: v.boolean(),
  is_private: v.boolean(),
  is_archived: v.boolean(),
  is_general: v.boolean(),
  is_member: v.optional(v.boolean()),
  is_shared: v.boolean(),
  is_ext_shared: v.boolean(),
  is_org_shared: v.boolean(),
  is_pending_ext_shared: v.boolean(),
  pending_shared: v.array(v.string()),
  context_team_id: TeamId,
  created: seconds,
  creator: UserId,
  updated: v.number(),
  unlinked: v.number(),
  topic: v.optional(Words),
  purpose: v.optional(Words),
  previous_names: v.optional(v.array(v.string())),
  num_members: v.optional(v.number()),
  last_read: v.optional(v.string()),
  unread_count: v.optional(v.number()),
  unread_count_display: v.optional(v.number()),
  locale: v.optional(v.string()),
  /** Direct channels only: the other person. */
  user: v.optional(UserId),
  is_open: v.optional(v.boolean()),
  is_user_deleted: v.optional(v.boolean()),
  priority: v.optional(v.number()),
});
export type Conversation = v.InferOutput<typeof Conversation>;

export const Profile = v.object({
  title: v.string(),
  phone: v.string(),
  skype: v.string(),
  real_name: v.string(),
  real_name_normalized: v.string(),
  display_name: v.string(),
  display_name_normalized: v.string(),
  first_name: v.string(),
  last_name: v.string(),
  status_text: v.string(),
  status_emoji: v.string(),
  status_expiration: v.number(),
  status_text_canonical: v.string(),
  avatar_hash: v.string(),
  email: v.optional(v.string()),
  pronouns: v.optional(v.string()),
  fields: v.nullable(v.record(v.string(), v.unknown())),
  bot_id: v.optional(BotId),
  api_app_id: v.optional(v.string()),
  image_24: v.string(),
  image_32: v.string(),
  image_48: v.string(),
  image_72: v.string(),
  image_192: v.string(),
  image_512: v.string(),
  /** There where the person has a photo. */
  image_1024: v.optional(v.string()),
  image_original: v.optional(v.string()),
  is_custom_image: v.optional(v.boolean()),
  team: TeamId,
});
export type Profile = v.InferOutput<typeof Profile>;

export const User = v.object({
  id: UserId,
  team_id: TeamId,
  name: v.string(),
  deleted: v.boolean(),
  color: v.string(),
  real_name: v.string(),
  tz: v.string(),
  tz_label: v.string(),
  tz_offset: v.number(),
  profile: Profile,
  is_admin: v.boolean(),
  is_owner: v.boolean(),
  is_primary_owner: v.boolean(),
  is_restricted: v.boolean(),
  is_ultra_restricted: v.boolean(),
  is_bot: v.boolean(),
  is_app_user: v.boolean(),
  is_email_confirmed: v.boolean(),
  updated: seconds,
  who_can_share_contact_card: v.string(),
  locale: v.optional(v.string()),
});
export type User = v.InferOutput<typeof User>;

/** A user group, Slack's `subteam`. `users` and `user_count` are of those who are active. */
export const Usergroup = v.object({
  id: UsergroupId,
  team_id: TeamId,
  is_usergroup: v.literal(true),
  is_subteam: v.literal(true),
  name: v.string(),
  description: v.string(),
  handle: v.string(),
  is_external: v.literal(false),
  date_create: seconds,
  date_update: seconds,
  /** 0: it is enabled. */
  date_delete: seconds,
  auto_type: v.null(),
  auto_provision: v.literal(false),
  enterprise_subteam_id: v.string(),
  created_by: UserId,
  updated_by: UserId,
  deleted_by: v.nullable(UserId),
  /** Public channels that its people are brought into; `groups`, Slack's private ones, is empty here. */
  prefs: v.object({ channels: v.array(ChannelId), groups: v.array(ChannelId) }),
  users: v.optional(v.array(UserId)),
  user_count: v.optional(v.number()),
  channel_count: v.number(),
});
export type Usergroup = v.InferOutput<typeof Usergroup>;

export const Team = v.object({
  id: TeamId,
  name: v.string(),
  url: v.string(),
  domain: v.string(),
  email_domain: v.string(),
  icon: v.object({
    image_default: v.boolean(),
    image_34: v.string(),
    image_68: v.string(),
    image_132: v.string(),
    image_44: v.optional(v.string()),
    image_88: v.optional(v.string()),
    image_102: v.optional(v.string()),
    image_230: v.optional(v.string()),
    image_original: v.optional(v.string()),
  }),
});
export type Team = v.InferOutput<typeof Team>;

export const ResponseMetadata = v.object({ next_cursor: v.string() });

/** Slack's older pages, by their number from 1 on. */
export const Paging = v.object({
  count: v.number(),
  per_page: v.number(),
  spill: v.number(),
  total: v.number(),
  page: v.number(),
  pages: v.number(),
});
export type Paging = v.InferOutput<typeof Paging>;
