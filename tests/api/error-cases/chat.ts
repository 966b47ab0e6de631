import { never } from '../world.ts';
import { badContent } from './bad-content.ts';
import { casesOf, mapValues } from './error-case.ts';

const long = 'x'.repeat(40_001);

/** Metadata of what is stored nowhere is passed over. */
const {
  invalid_metadata_format: _format,
  invalid_metadata_schema: _schema,
  metadata_too_large: _size,
  ...ephemeralContent
} = badContent;

export const chatCases = [
  ...casesOf(
    'chat.postMessage',
    mapValues(
      badContent,
      (content) =>
        ({ owner, general }, call) =>
          call(owner.token, { channel: general, text: 'x', ...content }),
    ),
  ),
  ...casesOf(
    'chat.update',
    mapValues(
      badContent,
      (content) =>
        async ({ owner, general, newMessage }, call) =>
          call(owner.token, { channel: general, ts: await newMessage(general), ...content }),
    ),
  ),
  ...casesOf('chat.postMessage', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel: never.channel, text: 'x' }),
    not_in_channel: async ({ member, newChannel }, call) =>
      call(member.token, { channel: await newChannel(), text: 'x' }),
    is_archived: async ({ owner, newChannel }, call) =>
      call(owner.token, { channel: await newChannel({ isArchived: true }), text: 'x' }),
    msg_too_long: ({ owner, general }, call) => call(owner.token, { channel: general, text: long }),
    no_text: ({ owner, general }, call) => call(owner.token, { channel: general }),
    markdown_text_conflict: ({ owner, general }, call) =>
      call(owner.token, { channel: general, text: 'x', markdown_text: '**x**' }),
    thread_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, text: 'x', thread_ts: never.ts }),
    invalid_thread_ts: ({ owner, general }, call) =>
      call(owner.token, { channel: general, text: 'x', thread_ts: 'yesterday' }),
  }),
  ...casesOf('chat.update', {
    channel_not_found: ({ owner }, call) =>
      call(owner.token, { channel: never.channel, ts: never.ts, text: 'x' }),
    markdown_text_conflict: async ({ owner, general, newMessage }, call) =>
      call(owner.token, {
        channel: general,
        ts: await newMessage(general),
        markdown_text: '**x**',
        blocks: [{ type: 'divider' }],
      }),
    message_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, ts: never.ts, text: 'x' }),
    cant_broadcast_message: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, ts: await newMessage(general), reply_broadcast: true }),
    no_dual_broadcast_content_update: async ({ owner, ask, general, newMessage }, call) => {
      const thread = { channel: general, thread_ts: await newMessage(general) };
      const { ts } = await ask('chat.postMessage', owner.token, { ...thread, text: 'x' });
      return call(owner.token, { channel: general, ts, text: 'y', reply_broadcast: true });
    },
    edit_window_closed: async ({ owner, general, newMessage, ask }, call) => {
      const ts = await newMessage(general);
      await ask('workspaces.setRules', owner.token, { msg_edit_window_mins: 0 });
      try {
        return await call(owner.token, { channel: general, ts, text: 'x' });
      } finally {
        await ask('workspaces.setRules', owner.token, { msg_edit_window_mins: -1 });
      }
    },
    cant_update_message: async ({ member, general, newMessage }, call) =>
      call(member.token, { channel: general, ts: await newMessage(general), text: 'x' }),
    msg_too_long: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, ts: await newMessage(general), text: long }),
    no_text: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, ts: await newMessage(general), text: '' }),
    is_archived: async ({ owner, ask, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      const ts = await newMessage(channel);
      await ask('conversations.archive', owner.token, { channel });
      return call(owner.token, { channel, ts, text: 'x' });
    },
    not_in_channel: async ({ member, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      return call(member.token, { channel, ts: await newMessage(channel), text: 'x' });
    },
  }),
  ...casesOf('chat.delete', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel: never.channel, ts: never.ts }),
    message_not_found: ({ owner, general }, call) => call(owner.token, { channel: general, ts: never.ts }),
    cant_delete_message: async ({ member, general, newMessage }, call) =>
      call(member.token, { channel: general, ts: await newMessage(general) }),
    is_archived: async ({ owner, ask, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      const ts = await newMessage(channel);
      await ask('conversations.archive', owner.token, { channel });
      return call(owner.token, { channel, ts });
    },
    not_in_channel: async ({ member, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      return call(member.token, { channel, ts: await newMessage(channel) });
    },
  }),
  ...casesOf(
    'chat.postEphemeral',
    mapValues(
      ephemeralContent,
      (content) =>
        ({ owner, member, general }, call) =>
          call(owner.token, { channel: general, user: member.userId, text: 'x', ...content }),
    ),
  ),
  ...casesOf('chat.meMessage', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel: never.channel, text: 'x' }),
    not_in_channel: async ({ member, newChannel }, call) =>
      call(member.token, { channel: await newChannel(), text: 'x' }),
    is_archived: async ({ owner, newChannel }, call) =>
      call(owner.token, { channel: await newChannel({ isArchived: true }), text: 'x' }),
    msg_too_long: ({ owner, general }, call) => call(owner.token, { channel: general, text: long }),
    no_text: ({ owner, general }, call) => call(owner.token, { channel: general, text: ' ' }),
  }),
  ...casesOf('chat.postEphemeral', {
    markdown_text_conflict: ({ owner, member, general }, call) =>
      call(owner.token, { channel: general, user: member.userId, text: 'x', markdown_text: '**x**' }),
    channel_not_found: ({ owner, member }, call) =>
      call(owner.token, { channel: never.channel, user: member.userId, text: 'x' }),
    not_in_channel: async ({ member, owner, newChannel }, call) =>
      call(member.token, { channel: await newChannel(), user: owner.userId, text: 'x' }),
    user_not_in_channel: ({ owner, guest, general }, call) =>
      call(owner.token, { channel: general, user: guest.userId, text: 'x' }),
    is_archived: async ({ owner, newChannel }, call) =>
      call(owner.token, { channel: await newChannel({ isArchived: true }), user: owner.userId, text: 'x' }),
    msg_too_long: ({ owner, member, general }, call) =>
      call(owner.token, { channel: general, user: member.userId, text: long }),
    no_text: ({ owner, member, general }, call) =>
      call(owner.token, { channel: general, user: member.userId }),
    thread_not_found: ({ owner, member, general }, call) =>
      call(owner.token, { channel: general, user: member.userId, text: 'x', thread_ts: never.ts }),
    invalid_thread_ts: ({ owner, member, general }, call) =>
      call(owner.token, { channel: general, user: member.userId, text: 'x', thread_ts: 'yesterday' }),
  }),
  ...casesOf('chat.getPermalink', {
    channel_not_found: ({ owner }, call) =>
      call(owner.token, { channel: never.channel, message_ts: never.ts }),
    message_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, message_ts: never.ts }),
  }),
];
