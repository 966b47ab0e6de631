import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Attachment, Block, Message } from '../entities.ts';
import { ChannelId } from '../ids.ts';
import { attachmentsMax, blocksMax, clientMessageIdLengthMax } from '../limits.ts';
import { Timestamp } from '../timestamp.ts';
import { method } from './method.ts';

export const blocks = v.optional(argument.json(v.pipe(v.array(Block), v.maxLength(blocksMax))));
export const attachments = v.optional(
  argument.json(v.pipe(v.array(Attachment), v.maxLength(attachmentsMax))),
);
export const metadata = v.optional(argument.json(v.looseObject({ event_type: v.string() })));
/** Longer than a message may be: the channel refuses it by its own code, `msg_too_long`. */
export const messageText = v.pipe(argument.text(1_000_000), v.description('the words, in mrkdwn'));

export const chat = {
  'chat.postMessage': method({
    about:
      'Posts a message. `channel` is an id, a name with or without `#`, or a person’s id, which opens the direct channel. `client_msg_id` makes a repeat safe: it answers with the first one’s `ts`.',
    tokens: ['user', 'bot'],
    scope: 'chat:write',
    tier: 'posting',
    input: v.object({
      channel: v.pipe(
        argument.conversation,
        v.description('a conversation’s id, a channel’s name, or a person’s id'),
      ),
      text: v.optional(messageText, ''),
      blocks,
      attachments,
      thread_ts: v.optional(argument.messageTs),
      reply_broadcast: argument.flag(),
      client_msg_id: v.optional(argument.text(clientMessageIdLengthMax)),
      metadata,
    }),
    output: v.object({ channel: ChannelId, ts: Timestamp, message: Message }),
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'msg_too_long',
      'no_text',
      'thread_not_found',
      'invalid_thread_ts',
    ],
  }),
  'chat.update': method({
    about: 'Edits a message of one’s own.',
    tokens: ['user', 'bot'],
    scope: 'chat:write',
    tier: 'tier3',
    input: v.object({
      channel: argument.conversation,
      ts: argument.messageTs,
      text: v.optional(messageText),
      blocks,
      attachments,
      metadata,
    }),
    output: v.object({ channel: ChannelId, ts: Timestamp, text: v.string(), message: Message }),
    errors: [
      'channel_not_found',
      'message_not_found',
      'cant_update_message',
      'msg_too_long',
      'no_text',
      'is_archived',
      'not_in_channel',
    ],
  }),
  'chat.delete': method({
    about: 'Deletes a message: one’s own, or, for admins and owners, anyone’s.',
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
};
