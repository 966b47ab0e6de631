import { never, type World } from '../world.ts';
import type { RawArguments } from '../ask-raw.ts';

interface Case {
  readonly method: string;
  readonly error: string;
  readonly args: (world: World) => RawArguments;
}
const at = (method: string, error: string, args: RawArguments | Case['args']): Case => ({
  method,
  error,
  args: typeof args === 'function' ? args : () => args,
});

const { channel, user, ts } = never;
const long = 'x'.repeat(40_001);
const later = 4_000_000_000;
const soon = (): number => Math.floor(Date.now() / 1_000) + 3_600;
const link = { channel_id: channel, title: 'x', type: 'link', link: 'https://example.com/' };
const both = { text: 'x', markdown_text: '**x**' };

/**
 * Calls that name what is not there, with an argument that is wrong whatever is there: by a rule of its method, and so
 * by a code of its own. It is said first, and nobody is asked for the rest.
 */
export const argumentsFirst: readonly Case[] = [
  at('chat.postMessage', 'no_text', { channel }),
  at('chat.postMessage', 'msg_too_long', { channel, text: long }),
  at('chat.postMessage', 'markdown_text_conflict', { channel, ...both }),
  at('chat.postMessage', 'invalid_blocks', { channel, blocks: [{ type: 'never' }] }),
  at('chat.postMessage', 'invalid_thread_ts', { channel, text: 'x', thread_ts: 'yesterday' }),
  at('chat.postMessage', 'no_text', { channel: user }),
  at('chat.update', 'no_text', { channel, ts }),
  at('chat.update', 'msg_too_long', { channel, ts, text: long }),
  at('chat.update', 'markdown_text_conflict', { channel, ts, ...both }),
  at('chat.meMessage', 'no_text', { channel }),
  at('chat.meMessage', 'msg_too_long', { channel, text: long }),
  at('chat.postEphemeral', 'no_text', { channel, user }),
  at('chat.postEphemeral', 'msg_too_long', { channel, user, text: long }),
  at('chat.postEphemeral', 'markdown_text_conflict', { channel, user, ...both }),
  at('chat.scheduleMessage', 'no_text', () => ({ channel, post_at: soon() })),
  at('chat.scheduleMessage', 'msg_too_long', () => ({ channel, post_at: soon(), text: long })),
  at('chat.scheduleMessage', 'markdown_text_conflict', () => ({ channel, post_at: soon(), ...both })),
  at('chat.scheduleMessage', 'invalid_time', { channel, text: 'x', post_at: 'tomorrow' }),
  at('chat.scheduleMessage', 'time_in_past', { channel, text: 'x', post_at: 1_500_000_000 }),
  at('chat.scheduleMessage', 'time_too_far', { channel, text: 'x', post_at: later }),
  at('chat.scheduledMessages.list', 'invalid_cursor', { channel, cursor: 'next' }),

  at('conversations.history', 'invalid_ts_oldest', { channel, oldest: 'yesterday' }),
  at('conversations.history', 'invalid_ts_latest', { channel, latest: 'now' }),
  at('conversations.history', 'invalid_cursor', { channel, cursor: 'next' }),
  at('conversations.replies', 'invalid_ts_oldest', { channel, ts, oldest: 'yesterday' }),
  at('conversations.replies', 'invalid_cursor', { channel, ts, cursor: 'next' }),
  at('conversations.members', 'invalid_cursor', { channel, cursor: 'next' }),
  at('conversations.mark', 'invalid_timestamp', { channel, ts: 'now' }),
  at('conversations.rename', 'invalid_name_required', { channel, name: '' }),
  at('conversations.rename', 'invalid_name_specials', { channel, name: 'Not this!' }),
  at('conversations.setTopic', 'too_long', { channel, topic: 'x'.repeat(251) }),
  at('conversations.setPurpose', 'too_long', { channel, purpose: 'x'.repeat(251) }),
  at('conversations.invite', 'no_user', { channel, users: [] }),
  at('conversations.open', 'too_many_users', {
    users: Array.from({ length: 9 }, (_, index) => `${user.slice(0, -1)}${index}`),
  }),
  at('users.conversations', 'invalid_types', { user: 'nobody', types: 'public' }),
  at('users.conversations', 'invalid_cursor', { user: 'nobody', cursor: 'next' }),

  at('reactions.add', 'invalid_name', { channel, timestamp: ts, name: 'no emoji' }),
  at('reactions.add', 'bad_timestamp', { channel, timestamp: 'now', name: 'tada' }),
  at('reactions.remove', 'invalid_name', { channel, timestamp: ts, name: 'no emoji' }),
  at('reactions.remove', 'bad_timestamp', { channel, timestamp: 'now', name: 'tada' }),
  at('reactions.get', 'bad_timestamp', { channel, timestamp: 'now' }),
  at('reactions.list', 'invalid_cursor', { user, cursor: 'next' }),
  at('pins.add', 'no_item_specified', { channel }),
  at('pins.add', 'bad_timestamp', { channel, timestamp: 'now' }),
  at('pins.remove', 'no_item_specified', { channel }),
  at('pins.remove', 'bad_timestamp', { channel, timestamp: 'now' }),
  at('stars.add', 'bad_timestamp', { channel, timestamp: 'now' }),
  at('stars.remove', 'bad_timestamp', { channel, timestamp: 'now' }),
  at('threads.follow', 'invalid_thread_ts', { channel, thread_ts: 'now' }),
  at('threads.unfollow', 'invalid_thread_ts', { channel, thread_ts: 'now' }),
  at('threads.mark', 'invalid_timestamp', { channel, thread_ts: ts, ts: 'now' }),

  at('bookmarks.add', 'invalid_arguments', { ...link, title: 'x'.repeat(300) }),
  at('bookmarks.add', 'invalid_link', { ...link, link: 'javascript:alert(1)' }),
  at('bookmarks.add', 'invalid_emoji', { ...link, emoji: 'not an emoji' }),
  at('bookmarks.add', 'invalid_bookmark_type', { ...link, type: 'file' }),
  at('bookmarks.edit', 'invalid_arguments', { channel_id: channel, bookmark_id: 'Bk', title: ' ' }),
  at('bookmarks.edit', 'invalid_link', { channel_id: channel, bookmark_id: 'Bk', link: 'ftp://x' }),
  at('bookmarks.edit', 'invalid_emoji', { channel_id: channel, bookmark_id: 'Bk', emoji: 'a b' }),

  at('users.profile.set', 'invalid_profile', { user }),
  at('users.profile.set', 'too_long', { user, profile: { display_name: long } }),
  at('reminders.add', 'cannot_parse', { user, text: 'x', time: 'every Thursday' }),
  at('reminders.add', 'invalid_arguments', { user, text: ' ', time: '3600' }),
  at('usergroups.create', 'name_too_long', { name: 'x'.repeat(81), channels: [channel] }),
  at('usergroups.update', 'bad_handle', { usergroup: never.usergroup, handle: 'Not this!' }),
  at('usergroups.users.update', 'no_users_provided', { usergroup: never.usergroup, users: [] }),
];
