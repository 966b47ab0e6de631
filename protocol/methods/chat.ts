import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Message } from '../entities.ts';
import { ChannelId } from '../ids.ts';
import { clientMessageIdLengthMax } from '../limits.ts';
import { Timestamp } from '../timestamp.ts';
import { method } from './method.ts';

export const contentErrors = [
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'too_many_attachments',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
] as const;
/** What a message has beside its text: domain/messages/read-content.ts says what of it is right. */
export const content = {
  blocks: v.optional(
    argument.judged(
      ['invalid_blocks', 'invalid_blocks_format'],
      'JSON: at most 50 blocks of Block Kit, within the limits of Slack’s reference',
    ),
  ),
  attachments: v.optional(
    argument.judged(['invalid_attachments', 'too_many_attachments'], 'JSON: at most 100 attachments'),
  ),
  metadata: v.optional(
    argument.judged(
      ['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large'],
      'JSON: `event_type` and `event_payload`, flat facts',
    ),
  ),
};
/** What is said of a message alone: it has no words, or too many. */
export const unfitErrors = [
  'no_text',
  'msg_too_long',
  'msg_blocks_too_long',
  'attachment_payload_limit_exceeded',
] as const;
/** A message without text says so (`missing_text_in_message`), since blocks are shown nowhere but in a channel. */
export const warned = v.optional(v.object({ warnings: v.array(v.string()) }));
/** Longer than a message may be: the channel refuses it by its own code, `msg_too_long`. */
export const messageText = v.pipe(argument.text(1_000_000), v.description('the words, in mrkdwn'));

/** Longer than it may be: refused as `msg_too_long`, with the words that say so. */
export const markdown = v.optional(
  v.pipe(
    argument.text(1_000_000),
    v.description('the words, in Markdown instead of mrkdwn: at most 12,000 characters'),
  ),
);
export const markdownLengthMax = 12_000;

/** How the words that were given are read: workers/api/methods/chat/read-text.ts. */
export const reading = {
  parse: v.optional(v.pipe(argument.text(20), v.description('`none`, or `full`: no markup, names linked'))),
  link_names: argument.flag(),
};
export const unfurling = {
  unfurl_links: v.optional(argument.boolean),
  unfurl_media: v.optional(argument.boolean),
};
const look = {
  username: v.optional(v.pipe(argument.text(80), v.description('of a bot, for this message'))),
  icon_emoji: v.optional(v.pipe(argument.text(100), v.description('of a bot, for this message'))),
  icon_url: v.optional(v.pipe(argument.text(3_000), v.description('of a bot, for this message'))),
};

export const chat = {
  'chat.postMessage': method({
    about:
      'Posts a message. `channel` is an id, a name with or without `#`, or a person’s id, which opens the direct channel. `client_msg_id` makes a repeat safe: it answers with the first one’s `ts`. A bot whose token has `chat:write.customize` may choose how it is called and how it looks; for others those arguments are passed over.',
    tokens: ['user', 'bot'],
    scope: 'chat:write',
    tier: 'posting',
    input: v.object({
      channel: v.pipe(
        argument.conversation,
        v.description('a conversation’s id, a channel’s name, or a person’s id'),
      ),
      text: v.optional(messageText, ''),
      markdown_text: markdown,
      ...content,
      mrkdwn: argument.flag(true),
      ...reading,
      ...unfurling,
      ...look,
      thread_ts: v.optional(argument.messageTs),
      reply_broadcast: argument.flag(),
      client_msg_id: v.optional(argument.text(clientMessageIdLengthMax)),
    }),
    output: v.object({
      channel: ChannelId,
      ts: Timestamp,
      message: Message,
      response_metadata: warned,
    }),
    errors: [
      'markdown_text_conflict',
      ...contentErrors,
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      ...unfitErrors,
      'thread_not_found',
      'invalid_thread_ts',
    ],
  }),
  'chat.update': method({
    about:
      'Edits a message of one’s own, as long as the workspace allows (team.preferences.list). What is not named stays as it is; an empty list takes blocks or attachments away, an empty object metadata. With `reply_broadcast` it shows a reply in the channel too, with the words that it has.',
    tokens: ['user', 'bot'],
    scope: 'chat:write',
    tier: 'tier3',
    input: v.object({
      channel: argument.conversation,
      ts: argument.messageTs,
      text: v.optional(messageText),
      markdown_text: markdown,
      reply_broadcast: argument.flag(),
      ...content,
      ...reading,
    }),
    output: v.object({
      channel: ChannelId,
      ts: Timestamp,
      text: v.string(),
      message: Message,
      response_metadata: warned,
    }),
    errors: [
      'markdown_text_conflict',
      ...contentErrors,
      'channel_not_found',
      'message_not_found',
      'cant_update_message',
      'edit_window_closed',
      'cant_broadcast_message',
      'no_dual_broadcast_content_update',
      ...unfitErrors,
      'is_archived',
      'not_in_channel',
    ],
  }),
  'chat.delete': method({
    about:
      'Deletes a message: one’s own, where the workspace allows it, or, for admins and owners, anyone’s.',
    tokens: ['user', 'bot'],
    scope: 'chat:write',
    tier: 'tier3',
    input: v.object({ channel: argument.conversation, ts: argument.messageTs }),
    output: v.object({ channel: ChannelId, ts: Timestamp }),
    errors: [
      'channel_not_found',
      'message_not_found',
      'cant_delete_message',
      'is_archived',
      'not_in_channel',
    ],
  }),
  'chat.meMessage': method({
    about:
      'Says what one does: a message of the subtype `me_message`, as by `/me`. `client_msg_id` makes a repeat safe, as for chat.postMessage.',
    tokens: ['user', 'bot'],
    scope: 'chat:write',
    tier: 'tier3',
    input: v.object({
      channel: argument.conversation,
      text: v.optional(messageText, ''),
      client_msg_id: v.optional(argument.text(clientMessageIdLengthMax)),
    }),
    output: v.object({ channel: ChannelId, ts: Timestamp }),
    errors: ['channel_not_found', 'not_in_channel', 'is_archived', 'msg_too_long', 'no_text'],
  }),
  'chat.postEphemeral': method({
    about:
      'Shows a message to one person in the channel, on the sockets that they have open. It is stored nowhere: who is away never sees it.',
    tokens: ['user', 'bot'],
    scope: 'chat:write',
    tier: 'posting',
    input: v.object({
      channel: argument.conversation,
      user: argument.person,
      text: v.optional(messageText, ''),
      markdown_text: markdown,
      blocks: content.blocks,
      attachments: content.attachments,
      ...reading,
      ...look,
      thread_ts: v.optional(argument.messageTs),
    }),
    output: v.object({ message_ts: Timestamp, response_metadata: warned }),
    errors: [
      'markdown_text_conflict',
      'invalid_blocks',
      'invalid_blocks_format',
      'invalid_attachments',
      'too_many_attachments',
      'channel_not_found',
      'not_in_channel',
      'user_not_in_channel',
      'is_archived',
      ...unfitErrors,
      'thread_not_found',
      'invalid_thread_ts',
    ],
  }),
  'chat.getPermalink': method({
    about: 'The address that opens the client at a message.',
    tokens: ['user', 'bot'],
    scope: undefined,
    tier: 'tier4',
    input: v.object({ channel: argument.conversation, message_ts: argument.messageTs }),
    output: v.object({ channel: ChannelId, permalink: v.string() }),
    errors: ['channel_not_found', 'message_not_found'],
  }),
};
