import { never, type World } from '../world.ts';
import type { RawArguments } from '../ask-raw.ts';

/** Where the calls below go. */
export interface Place {
  /** A public channel with the owner, the member and the guest. */
  readonly room: string;
  /** Another one, of the owner. */
  readonly archived: string;
}
interface Case {
  readonly method: string;
  readonly by: 'owner' | 'member' | 'guest';
  readonly args: (place: Place, world: World) => RawArguments;
  readonly error: string;
}
const at = (method: string, by: Case['by'], error: string, args: RawArguments | Case['args']): Case => ({
  method,
  by,
  error,
  args: typeof args === 'function' ? args : () => args,
});

const { channel, user, ts } = never;

/** Calls with two faults of the later stages: the object that is not there is named, and not what would be wrong with it. */
export const objectsFirst: readonly Case[] = [
  // The conversation, before what is in it.
  at('chat.postMessage', 'owner', 'channel_not_found', { channel, text: 'x', thread_ts: ts }),
  at('chat.postEphemeral', 'owner', 'channel_not_found', { channel, user, text: 'x' }),
  at('chat.scheduleMessage', 'owner', 'channel_not_found', {
    channel,
    text: 'x',
    thread_ts: ts,
    post_at: Math.floor(Date.now() / 1_000) + 3_600,
  }),
  at('chat.deleteScheduledMessage', 'owner', 'channel_not_found', {
    channel,
    scheduled_message_id: 'Q0NEVERMINTE',
  }),
  at('scheduledMessages.setTime', 'owner', 'channel_not_found', {
    channel,
    scheduled_message_id: 'Q0NEVERMINTE',
    post_at: 1,
  }),
  at('chat.update', 'owner', 'channel_not_found', { channel, ts, text: 'x' }),
  at('chat.delete', 'owner', 'channel_not_found', { channel, ts }),
  at('chat.meMessage', 'owner', 'channel_not_found', { channel, text: 'x' }),
  at('chat.getPermalink', 'owner', 'channel_not_found', { channel, message_ts: ts }),
  at('conversations.replies', 'owner', 'channel_not_found', { channel, ts }),
  at('conversations.mark', 'owner', 'channel_not_found', { channel, ts }),
  at('conversations.invite', 'owner', 'channel_not_found', (_, { owner }) => ({
    channel,
    users: [owner.userId],
  })),
  at('conversations.kick', 'owner', 'channel_not_found', (_, { owner }) => ({ channel, user: owner.userId })),
  at('conversations.archive', 'guest', 'channel_not_found', { channel }),
  at('conversations.unarchive', 'guest', 'channel_not_found', { channel }),
  at('conversations.rename', 'guest', 'channel_not_found', { channel, name: 'x' }),
  at('conversations.setTopic', 'guest', 'channel_not_found', { channel, topic: 'x' }),
  at('conversations.setPurpose', 'guest', 'channel_not_found', { channel, purpose: 'x' }),
  at('conversations.open', 'guest', 'channel_not_found', { channel, users: [user] }),
  at('reactions.add', 'owner', 'channel_not_found', { channel, timestamp: ts, name: 'tada' }),
  at('reactions.remove', 'owner', 'channel_not_found', { channel, timestamp: ts, name: 'tada' }),
  at('reactions.get', 'owner', 'channel_not_found', { channel, timestamp: ts }),
  at('pins.add', 'owner', 'channel_not_found', { channel, timestamp: ts }),
  at('pins.remove', 'owner', 'channel_not_found', { channel, timestamp: ts }),
  at('stars.add', 'owner', 'channel_not_found', { channel, timestamp: ts }),
  at('stars.remove', 'owner', 'channel_not_found', { channel, timestamp: ts }),
  at('bookmarks.edit', 'owner', 'channel_not_found', { channel_id: channel, bookmark_id: 'Bk0NEVERMINT' }),
  at('bookmarks.remove', 'owner', 'channel_not_found', { channel_id: channel, bookmark_id: 'Bk0NEVERMINT' }),
  at('threads.follow', 'owner', 'channel_not_found', { channel, thread_ts: ts }),
  at('threads.unfollow', 'owner', 'channel_not_found', { channel, thread_ts: ts }),
  at('threads.mark', 'owner', 'channel_not_found', { channel, thread_ts: ts, ts }),

  // What is in it, before whether it may be done.
  at('chat.update', 'member', 'message_not_found', ({ room }) => ({ channel: room, ts, text: 'x' })),
  at('chat.delete', 'guest', 'message_not_found', ({ room }) => ({ channel: room, ts })),
  at('reactions.remove', 'owner', 'message_not_found', ({ room }) => ({
    channel: room,
    timestamp: ts,
    name: 'tada',
  })),
  at('pins.remove', 'owner', 'message_not_found', ({ room }) => ({ channel: room, timestamp: ts })),
  at('stars.remove', 'owner', 'message_not_found', ({ room }) => ({ channel: room, timestamp: ts })),
  at('conversations.invite', 'owner', 'user_not_found', ({ room }, { owner }) => ({
    channel: room,
    users: [user, owner.userId],
  })),
  at('conversations.kick', 'guest', 'user_not_found', ({ room }) => ({ channel: room, user })),
  at('usergroups.users.update', 'owner', 'no_such_subteam', { usergroup: never.usergroup, users: [user] }),
  at('sessions.revoke', 'owner', 'user_not_found', { user_id: user, session_id: never.credential }),
  at('tokens.revoke', 'owner', 'user_not_found', { user_id: user, token_id: never.credential }),
  at('reminders.add', 'owner', 'user_not_found', {
    text: 'x',
    time: 3_600,
    user,
    recurrence: { frequency: 'daily' },
  }),
  at('admin.users.setAdmin', 'owner', 'team_not_found', { team_id: never.team, user_id: user }),
  at('users.profile.set', 'owner', 'user_not_found', { user, profile: { display_name: '@channel' } }),

  // A conversation that is archived takes nothing, whatever is in it.
  at('chat.postMessage', 'owner', 'is_archived', ({ archived }) => ({ channel: archived, text: 'x' })),
  at('chat.update', 'owner', 'is_archived', ({ archived }) => ({ channel: archived, ts, text: 'x' })),

  // Whom one manages is looked for first, since everybody may know of them.
  at('admin.users.remove', 'member', 'user_not_found', (_, { workspace }) => ({
    team_id: workspace.teamId,
    user_id: user,
  })),
  at('members.setGuest', 'member', 'user_not_found', { user_id: user, channel_ids: [channel] }),
  at('sessions.list', 'member', 'user_not_found', { user_id: user }),
  at('tokens.list', 'member', 'user_not_found', { user_id: user }),
  at('invitations.create', 'guest', 'channel_not_found', { role: 'guest', channel_ids: [channel] }),

  // Of what not everybody may know of, whoever may not manage it learns nothing.
  at('admin.conversations.archive', 'member', 'not_an_admin', { channel_id: channel }),
  at('admin.conversations.rename', 'member', 'not_an_admin', { channel_id: channel, name: '' }),
  at('admin.emoji.remove', 'guest', 'not_an_admin', { name: 'never-there' }),
  at('usergroups.update', 'guest', 'permission_denied', { usergroup: never.usergroup, channels: [channel] }),
];
