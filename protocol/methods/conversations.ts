import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Conversation, Message, ResponseMetadata } from '../entities.ts';
import { ChannelId, UserId } from '../ids.ts';
import { method } from './method.ts';

const channel = argument.conversation;
const both = ['user', 'bot'] as const;
const page = { cursor: argument.cursor };
const types = v.optional(argument.conversationTypes, 'public_channel');
const wrongKind = 'method_not_supported_for_channel_type';
/** Longer than it may be: the channel refuses it by its own code. */
const words = v.pipe(argument.text(40_000), v.description('the words; empty takes them away'));
const described = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'too_long',
  'user_is_restricted',
  wrongKind,
] as const;
const range = {
  oldest: v.optional(argument.moment),
  latest: v.optional(argument.moment),
  inclusive: argument.flag(),
};

export const conversations = {
  'conversations.create': method({
    about: 'Makes a public or private channel, with its maker in it.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier2',
    input: v.object({ name: v.optional(argument.text(), ''), is_private: argument.flag() }),
    output: v.object({ channel: Conversation }),
    errors: [
      'name_taken',
      'invalid_name',
      'invalid_name_required',
      'invalid_name_maxlength',
      'invalid_name_punctuation',
      'invalid_name_specials',
      'restricted_action',
    ],
  }),
  'conversations.list': method({
    about: 'The channels of the workspace that the caller may see, by pages.',
    tokens: both,
    scope: 'channels:read',
    tier: 'tier2',
    input: v.object({
      types,
      exclude_archived: argument.flag(),
      limit: argument.pageSize(100, 1000),
      ...page,
    }),
    output: v.object({ channels: v.array(Conversation), response_metadata: ResponseMetadata }),
    errors: ['invalid_cursor', 'invalid_types'],
  }),
  'conversations.info': method({
    about: 'One conversation.',
    tokens: both,
    scope: 'channels:read',
    tier: 'tier3',
    input: v.object({ channel, include_num_members: argument.flag(), include_locale: argument.flag() }),
    output: v.object({ channel: Conversation }),
    errors: ['channel_not_found'],
  }),
  'conversations.history': method({
    about:
      'Messages, newest first, without replies in threads. `head` is the log’s position that the page was read at.',
    tokens: both,
    scope: 'channels:history',
    tier: 'tier3',
    input: v.object({ channel, ...range, limit: argument.pageSize(100, 999), ...page }),
    output: v.object({
      messages: v.array(Message),
      has_more: v.boolean(),
      pin_count: v.number(),
      /** Slack's marks of apps that acted in the channel; no app can here. */
      channel_actions_ts: v.null(),
      channel_actions_count: v.literal(0),
      head: v.number(),
      response_metadata: v.optional(ResponseMetadata),
    }),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'invalid_cursor',
      'invalid_ts_latest',
      'invalid_ts_oldest',
    ],
  }),
  'conversations.replies': method({
    about: 'A thread: its parent, then its replies, oldest first.',
    tokens: both,
    scope: 'channels:history',
    tier: 'tier3',
    input: v.object({
      channel,
      ts: argument.messageTs,
      ...range,
      limit: argument.pageSize(1000, 1000),
      ...page,
    }),
    output: v.object({
      messages: v.array(Message),
      has_more: v.boolean(),
      head: v.number(),
      response_metadata: v.optional(ResponseMetadata),
    }),
    errors: [
      'channel_not_found',
      'thread_not_found',
      'not_in_channel',
      'invalid_cursor',
      'invalid_ts_latest',
      'invalid_ts_oldest',
    ],
  }),
  'conversations.members': method({
    about: 'Who is in a conversation, by pages.',
    tokens: both,
    scope: 'channels:read',
    tier: 'tier4',
    input: v.object({ channel, limit: argument.pageSize(100, 1000), ...page }),
    output: v.object({ members: v.array(UserId), response_metadata: ResponseMetadata }),
    errors: ['channel_not_found', 'invalid_cursor'],
  }),
  'conversations.join': method({
    about: 'Joins a public channel. Joined already: ok, with the warning `already_in_channel`.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({ channel }),
    output: v.object({
      channel: Conversation,
      warning: v.optional(v.string()),
      response_metadata: v.optional(v.object({ warnings: v.array(v.string()) })),
    }),
    errors: ['channel_not_found', 'is_archived', wrongKind],
  }),
  'conversations.leave': method({
    about: 'Leaves a channel. Not in it: ok, with `not_in_channel: true`.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({ channel }),
    output: v.object({ not_in_channel: v.optional(v.boolean()) }),
    errors: ['channel_not_found', 'cant_leave_general', 'is_archived', 'last_member', wrongKind],
  }),
  'conversations.invite': method({
    about:
      'Brings people of the workspace into a channel. One who cannot be brought stops all, unless `force`; `errors` says whom `error` is about.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({ channel, users: argument.list(argument.person, 100), force: argument.flag() }),
    output: v.object({ channel: Conversation }),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'no_user',
      'user_not_found',
      'cant_invite_self',
      'already_in_channel',
      'user_is_restricted',
      wrongKind,
    ],
  }),
  'conversations.kick': method({
    about: 'Removes a person: answered after their last frame of this channel was handed over.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({ channel, user: argument.person }),
    output: v.object({}),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'user_not_found',
      'cant_kick_self',
      'cant_kick_from_general',
      'restricted_action',
      wrongKind,
    ],
  }),
  'conversations.archive': method({
    about: 'Closes a channel to new messages; it stays readable.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier2',
    input: v.object({ channel }),
    output: v.object({}),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'already_archived',
      'cant_archive_general',
      'restricted_action',
      wrongKind,
    ],
  }),
  'conversations.unarchive': method({
    about: 'Opens an archived channel again. Of a public one any full member may.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier2',
    input: v.object({ channel }),
    output: v.object({}),
    errors: ['channel_not_found', 'not_archived', 'restricted_action', wrongKind],
  }),
  'conversations.rename': method({
    about: 'Renames a channel: whoever made it, and admins. A message of the subtype `channel_name` says so.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier2',
    input: v.object({ channel, name: v.optional(argument.text(), '') }),
    output: v.object({ channel: Conversation }),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'not_authorized',
      'name_taken',
      'invalid_name',
      'invalid_name_required',
      'invalid_name_maxlength',
      'invalid_name_punctuation',
      'invalid_name_specials',
      wrongKind,
    ],
  }),
  'conversations.setTopic': method({
    about: 'Sets the topic, at most 250 characters. A message of the subtype `channel_topic` says so.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier2',
    input: v.object({ channel, topic: words }),
    output: v.object({ channel: Conversation }),
    errors: described,
  }),
  'conversations.setPurpose': method({
    about:
      'Sets the description, at most 250 characters. A message of the subtype `channel_purpose` says so.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier2',
    input: v.object({ channel, purpose: words }),
    output: v.object({ channel: Conversation }),
    errors: described,
  }),
  'conversations.open': method({
    about:
      'Opens the direct channel with one person, or the group of up to nine. The same people get the same channel.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({
      channel: v.optional(argument.conversation),
      users: v.optional(argument.list(argument.person, 100)),
      return_im: argument.flag(),
      prevent_creation: argument.flag(),
    }),
    output: v.object({
      channel: v.union([Conversation, v.object({ id: ChannelId })]),
      no_op: v.optional(v.boolean()),
      already_open: v.optional(v.boolean()),
    }),
    errors: [
      'channel_not_found',
      'users_list_not_supplied',
      'user_not_found',
      'too_many_users',
      'user_disabled',
      'user_not_visible',
      wrongKind,
    ],
  }),
  'conversations.close': method({
    about:
      'Takes a direct channel or group out of the caller’s own list (`is_open`), until the next message comes in it. Closed already: ok, with `no_op` and `already_closed`.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier2',
    input: v.object({ channel }),
    output: v.object({ no_op: v.optional(v.boolean()), already_closed: v.optional(v.boolean()) }),
    errors: ['channel_not_found', wrongKind],
  }),
  'conversations.mark': method({
    about:
      'Moves one’s read mark to a message, forward only. With `unread`, back to just before it, where it stays until the next mark.',
    tokens: both,
    scope: 'channels:write',
    tier: 'tier3',
    input: v.object({ channel, ts: argument.messageTs, unread: argument.flag() }),
    output: v.object({}),
    errors: ['channel_not_found', 'not_in_channel', 'invalid_timestamp'],
  }),
};
