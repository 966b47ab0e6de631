import { unique, type TestWorkspace } from '../../support/workspace.ts';
import { channelIn, type Answer, type Args, type Clients, type People, type Say } from './say.ts';

/** Channels and what is said in them, and what is refused there. */
export async function talk(
  say: Say,
  clients: Clients,
  workspace: TestWorkspace,
  people: People,
): Promise<void> {
  const { owner, member, other, robot, nobody } = clients;
  const general = workspace.generalId;

  for (const by of [owner, member, robot]) {
    await say(by, 'auth.test');
    await say(by, 'team.info');
    await say(by, 'api.test', { foo: 'bar' });
    await say(by, 'conversations.list', { types: 'public_channel,private_channel', limit: 100 });
    await say(by, 'users.info', { user: people.ines });
    await say(by, 'users.info', { user: 'U0NEVERMINTE' }, 'user_not_found');
    await say(by, 'conversations.info', { channel: general, include_num_members: true });
    await say(by, 'conversations.info', { channel: 'C0NEVERMINTE' }, 'channel_not_found');
    await say(by, 'conversations.info', {}, 'invalid_arguments');
    await say(by, 'bots.info', { bot: 'B0NEVERMINTE' }, 'bot_not_found');
  }
  for (const method of ['auth.test', 'users.list', 'chat.postMessage', 'conversations.list'] as const)
    await say(nobody, method, {}, 'invalid_auth');

  const rooms: string[] = [];
  for (const isPrivate of [false, true, false, true, false]) {
    const name = unique('room');
    rooms.push(channelIn(await say(owner, 'conversations.create', { name, is_private: isPrivate })));
    await say(owner, 'conversations.create', { name }, 'name_taken');
  }
  await say(owner, 'conversations.create', { name: 'With Spaces!' }, 'invalid_name_specials');
  await say(owner, 'conversations.create', { name: '' }, 'invalid_name_required');
  await say(owner, 'conversations.create', { name: 'x'.repeat(81) }, 'invalid_name_maxlength');
  for (const channel of rooms) {
    const users = `${people.ines},${people.bot}`;
    await say(member, 'chat.postMessage', { channel, text: 'x' }, outsideOf(channel, rooms));
    await say(owner, 'conversations.invite', { channel, users });
    await say(owner, 'conversations.invite', { channel, users }, 'already_in_channel');
    await say(member, 'conversations.members', { channel, limit: 100 });
    await say(owner, 'conversations.setTopic', { channel, topic: 'ships' });
    await say(owner, 'conversations.setPurpose', { channel, purpose: 'to ship' });
    await say(
      other,
      'conversations.history',
      { channel },
      rooms.indexOf(channel) % 2 === 1 ? 'channel_not_found' : 'ok',
    );
  }

  for (const [index, channel] of rooms.entries()) {
    const by = [owner, member, robot][index % 3] ?? owner;
    const stamps: string[] = [];
    for (const text of times(6, (number) => `message ${number} & more`))
      stamps.push(tsIn(await say(by, 'chat.postMessage', { channel, text })));
    const [first = '', second = ''] = stamps;
    await say(by, 'chat.update', { channel, ts: first, text: 'changed' });
    await say(
      other,
      'chat.update',
      { channel, ts: first, text: 'x' },
      index % 2 === 1 ? 'channel_not_found' : 'not_in_channel',
    );
    await say(by, 'chat.update', { channel, ts: '1500000000.000001', text: 'x' }, 'message_not_found');
    await say(by, 'chat.postMessage', { channel, text: 'reply', thread_ts: first });
    await say(by, 'chat.postMessage', { channel, text: 'aloud', thread_ts: first, reply_broadcast: true });
    await say(
      by,
      'chat.postMessage',
      { channel, text: 'x', thread_ts: '1500000000.000001' },
      'thread_not_found',
    );
    await say(by, 'conversations.replies', { channel, ts: first, limit: 2 });
    for (const name of ['tada', 'wave', '+1'])
      await say(by, 'reactions.add', { channel, timestamp: second, name });
    await say(by, 'reactions.add', { channel, timestamp: second, name: 'tada' }, 'already_reacted');
    await say(by, 'reactions.get', { channel, timestamp: second });
    await say(by, 'reactions.remove', { channel, timestamp: second, name: 'wave' });
    await say(by, 'reactions.remove', { channel, timestamp: second, name: 'wave' }, 'no_reaction');
    await say(by, 'conversations.history', { channel, limit: 3 });
    await say(by, 'conversations.history', { channel, oldest: first, latest: second, inclusive: true });
    await say(by, 'conversations.history', { channel, cursor: 'nonsense' }, 'invalid_cursor');
    await say(by, 'chat.delete', { channel, ts: second });
    await say(by, 'chat.delete', { channel, ts: second }, 'message_not_found');
  }

  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const [room = ''] = rooms;
  const contents: readonly [Args, string?][] = [
    [{ blocks: [section('*bold*'), { type: 'divider' }] }],
    [{ text: 'beside', blocks: JSON.stringify([section('as text')]) }],
    [
      {
        attachments: [
          { color: 'good', text: 'old style', fields: [{ title: 'a', value: 'b', short: true }] },
        ],
      },
    ],
    [{ text: 'with facts', metadata: { event_type: 'made', event_payload: { id: 1 } } }],
    [{ text: '*plain*', mrkdwn: false }],
    [{ text: 'see #general', link_names: true }],
    [{ text: '<https://x.example|x> <!here> 1 < 2' }],
    [{ text: 'x', thread_ts: 'yesterday' }, 'invalid_thread_ts'],
    [{}, 'no_text'],
    [{ text: ' ' }, 'no_text'],
    [{ text: 'x'.repeat(40_001) }, 'msg_too_long'],
    [{ blocks: '{' }, 'invalid_blocks_format'],
    [{ blocks: [{ type: 'marquee' }] }, 'invalid_blocks'],
    [{ blocks: [section('x'.repeat(3_001))] }, 'invalid_blocks'],
    [{ blocks: times(51, () => ({ type: 'divider' })) }, 'invalid_blocks'],
    [{ attachments: 'x' }, 'invalid_attachments'],
    [{ attachments: times(101, () => ({ text: 'x' })) }, 'too_many_attachments'],
    [{ text: 'x', metadata: 'x' }, 'invalid_metadata_format'],
    [{ text: 'x', metadata: { event_type: 'x' } }, 'invalid_metadata_schema'],
  ];
  for (const by of [owner, robot])
    for (const [content, expected] of contents)
      await say(by, 'chat.postMessage', { channel: room, ...content }, expected);
  await say(robot, 'chat.postMessage', {
    channel: room,
    text: 'x',
    username: 'Deploys',
    icon_emoji: ':ship:',
  });

  for (const by of [owner, member]) {
    const direct = channelIn(await say(by, 'conversations.open', { users: people.otto }));
    await say(by, 'conversations.open', { users: people.otto, return_im: true });
    await say(by, 'chat.postMessage', { channel: people.otto, text: 'psst' });
    await say(other, 'conversations.history', { channel: direct });
    await say(robot, 'conversations.history', { channel: direct }, 'channel_not_found');
    await say(by, 'conversations.leave', { channel: direct }, 'method_not_supported_for_channel_type');
    await say(by, 'conversations.open', { users: `${people.otto},${people.bot}` });
    await say(by, 'conversations.open', {}, 'users_list_not_supplied');
    await say(by, 'users.list', { limit: 100 });
    await say(by, 'users.conversations', { limit: 100, types: 'public_channel,private_channel' });
    await say(by, 'users.profile.get', { user: people.otto });
    await say(by, 'users.profile.set', { name: 'status_text', value: 'away' });
  }

  for (const by of [owner, member]) {
    const channel = room;
    const ts = tsIn(await say(by, 'chat.postMessage', { channel, text: 'to keep' }));
    await say(by, 'pins.add', { channel, timestamp: ts });
    await say(by, 'pins.add', { channel, timestamp: ts }, 'already_pinned');
    await say(by, 'pins.list', { channel });
    await say(by, 'stars.add', { channel, timestamp: ts });
    await say(by, 'stars.add', { channel, timestamp: ts }, 'already_starred');
    await say(by, 'stars.list');
    await say(by, 'stars.remove', { channel, timestamp: ts });
    await say(by, 'stars.remove', { channel, timestamp: ts }, 'not_starred');
    await say(by, 'reactions.add', { channel, timestamp: ts, name: 'eyes' });
    await say(by, 'reactions.list');
    await say(by, 'pins.remove', { channel, timestamp: ts });
    await say(by, 'pins.remove', { channel, timestamp: ts }, 'no_pin');
    await say(by, 'chat.getPermalink', { channel, message_ts: ts });
    await say(by, 'chat.getPermalink', { channel, message_ts: '1500000000.000001' }, 'message_not_found');
    await say(by, 'chat.meMessage', { channel, text: 'waves' });
    await say(by, 'chat.postEphemeral', { channel, user: people.ines, text: 'between us' });
    await say(by, 'chat.postEphemeral', { channel, user: people.otto, text: 'x' }, 'user_not_in_channel');
    await say(by, 'bookmarks.list', { channel_id: channel });
    await say(by, 'emoji.list');
    await say(by, 'reminders.list');
    await say(by, 'reminders.add', { text: 'lunch', time: 'noon' }, 'cannot_parse');
  }

  const [, secret = '', open = ''] = rooms;
  await say(other, 'conversations.join', { channel: open });
  await say(other, 'conversations.join', { channel: secret }, 'channel_not_found');
  await say(other, 'conversations.leave', { channel: open });
  await say(owner, 'conversations.kick', { channel: open, user: people.bot });
  await say(owner, 'conversations.kick', { channel: open, user: people.bot }, 'not_in_channel');
  await say(owner, 'conversations.kick', { channel: general, user: people.ines }, 'cant_kick_from_general');
  await say(member, 'conversations.leave', { channel: general }, 'cant_leave_general');
  await say(owner, 'conversations.archive', { channel: general }, 'cant_archive_general');
  for (const channel of rooms) {
    await say(owner, 'conversations.mark', { channel, ts: '1500000000.000001' });
    await say(owner, 'conversations.archive', { channel });
    await say(owner, 'conversations.archive', { channel }, 'already_archived');
    await say(owner, 'chat.postMessage', { channel, text: 'x' }, 'is_archived');
  }
  const handle = unique('devs');
  await say(owner, 'usergroups.create', { name: handle, handle });
  await say(owner, 'usergroups.list', { include_users: true });
  await say(
    owner,
    'chat.scheduleMessage',
    { channel: general, text: 'x', post_at: 1_500_000_000 },
    'time_in_past',
  );
  await say(owner, 'users.lookupByEmail', { email: 'nobody@test.example' }, 'users_not_found');
  await say(member, 'team.preferences.list');
  await say(member, 'workspaces.setRules', { msg_edit_window_mins: 0 }, 'not_an_admin');
  await say(owner, 'workspaces.setRules', { msg_edit_window_mins: 0, allow_message_deletion: false });
  const { ts } = await say(member, 'chat.postMessage', { channel: general, text: 'for good' });
  await say(member, 'chat.update', { channel: general, ts, text: 'x' }, 'edit_window_closed');
  await say(member, 'chat.delete', { channel: general, ts }, 'cant_delete_message');
  await say(owner, 'chat.delete', { channel: general, ts });
  await say(owner, 'chat.scheduledMessages.list');
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const tsIn = (answer: Answer): string => String(answer['ts']);

/** The second and fourth room are private. */
const outsideOf = (channel: string, rooms: readonly string[]): string =>
  rooms.indexOf(channel) % 2 === 1 ? 'channel_not_found' : 'not_in_channel';
