import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../api/world.ts';
import { startHouse } from '../support/house.ts';
import { makeToken } from '../support/workspace.ts';
import { isFields } from '../support/fields.ts';

/**
 * Each object of Slack's with the fields that programs read. Some are there only if something happened, so each test
 * makes it happen. Not here: `file` and a message's `files`, which come with the files.
 */
const fields = {
  'a parent in a thread': `type user text ts team client_msg_id thread_ts reply_count reply_users reply_users_count
    latest_reply subscribed reactions edited blocks attachments pinned_to metadata`,
  'a parent in history': `type user text ts team client_msg_id thread_ts reply_count reply_users reply_users_count
    latest_reply subscribed reactions edited blocks attachments pinned_to metadata`,
  'a reply': 'type user text ts team thread_ts parent_user_id',
  'a bot’s message': 'type user bot_id bot_profile text ts team',
  'a bot’s profile': 'id name deleted updated app_id team_id icons',
  'a reaction': 'name users count',
  'an edit': 'user ts',
  'a channel': `id name name_normalized is_channel is_group is_im is_mpim is_private is_archived is_general is_member
    is_shared is_ext_shared is_org_shared created creator updated topic purpose previous_names num_members last_read`,
  'a group of people': `id name name_normalized is_channel is_group is_im is_mpim is_private is_archived is_general
    is_member is_shared is_ext_shared is_org_shared created creator updated topic purpose previous_names num_members
    last_read`,
  'a direct channel': `id user is_channel is_group is_im is_mpim is_private is_archived is_general is_member is_shared
    is_ext_shared is_org_shared created creator updated last_read`,
  'a topic': 'value creator last_set',
  'a person': `id team_id name deleted color real_name tz tz_label tz_offset is_admin is_owner is_primary_owner
    is_restricted is_ultra_restricted is_bot is_app_user updated profile`,
  'a profile': `display_name real_name email title phone status_text status_emoji status_expiration avatar_hash image_24
    image_32 image_48 image_72 image_192 image_512 team`,
  'a workspace': 'id name domain email_domain url icon',
  'a user group': `id team_id is_usergroup is_subteam name description handle is_external date_create date_update
    date_delete created_by updated_by deleted_by auto_type auto_provision prefs users user_count`,
  'a reminder': 'id creator user text recurring time complete_ts',
  'a bookmark': `id channel_id title link emoji icon_url type entity_id date_created date_updated rank
    last_updated_by_user_id last_updated_by_team_id shortcut_id app_id`,
} as const;

let world: World;
beforeAll(async () => {
  world = await makeWorld(await startHouse());
});
afterAll(() => world.house.stop());

/** Each answer is held against Slack's shapes besides (tests/support/check-answer.ts). */
function expectFields(kind: keyof typeof fields, object: unknown): void {
  const given = isFields(object) ? object : {};
  const lacking = fields[kind].split(/\s+/).filter((name) => given[name] === undefined);
  expect(lacking, `${kind} lacks`).toEqual([]);
}

test('a message that everything happened to has all that Slack’s has, and so has its reply', async () => {
  const { ask, owner, newChannel, member } = world;
  const channel = await newChannel({ people: [member.userId] });
  const { ts } = await ask('chat.postMessage', owner.token, {
    channel,
    text: 'words',
    client_msg_id: crypto.randomUUID(),
    blocks: [{ type: 'divider' }],
    attachments: [{ text: 'beside it' }],
    metadata: { event_type: 'deploy', event_payload: { number: 1 } },
  });
  await ask('chat.postMessage', member.token, { channel, text: 'a reply', thread_ts: ts });
  await ask('reactions.add', member.token, { channel, timestamp: ts, name: 'tada' });
  await ask('pins.add', member.token, { channel, timestamp: ts });
  await ask('chat.update', owner.token, { channel, ts, text: 'other words' });

  const page = await ask('conversations.replies', owner.token, { channel, ts });
  const [parent, reply] = page.messages;
  expectFields('a parent in a thread', parent);
  expectFields('an edit', parent?.edited);
  expectFields('a reaction', parent?.reactions?.[0]);
  expectFields('a reply', reply);
  const { messages } = await ask('conversations.history', owner.token, { channel });
  expectFields(
    'a parent in history',
    messages.find((message) => message.ts === ts),
  );
});

test('a message that is picked out of its channel has its address', async () => {
  const { ask, owner, newChannel, newMessage } = world;
  const channel = await newChannel();
  const thread_ts = await newMessage(channel);
  const { ts } = await ask('chat.postMessage', owner.token, { channel, text: 'a reply', thread_ts });
  await ask('pins.add', owner.token, { channel, timestamp: ts });
  await ask('stars.add', owner.token, { channel, timestamp: ts });
  const { permalink } = await ask('chat.getPermalink', owner.token, { channel, message_ts: ts });
  const got = await ask('reactions.get', owner.token, { channel, timestamp: ts });
  const pinned = await ask('pins.list', owner.token, { channel });
  const starred = await ask('stars.list', owner.token, { limit: 1 });
  const message = { ts, permalink };
  expect([got, pinned.items[0], starred.items[0]]).toMatchObject([{ message }, { message }, { message }]);
});

test('a bot’s message says which bot', async () => {
  const { ask, bot, newChannel } = world;
  const channel = await newChannel({ people: [bot.userId] });
  const { message } = await ask('chat.postMessage', bot.token, { channel, text: 'beep' });
  expectFields('a bot’s message', message);
  expectFields('a bot’s profile', message.bot_profile);
});

test('a conversation of each kind has all that Slack’s has', async () => {
  const { ask, owner, member, guest, newChannel } = world;
  const info = async (channel: string) =>
    (await ask('conversations.info', owner.token, { channel, include_num_members: true })).channel;
  const room = await newChannel();
  await ask('conversations.setTopic', owner.token, { channel: room, topic: 'what' });
  const channel = await info(room);
  expectFields('a channel', channel);
  expectFields('a topic', channel.topic);
  expectFields('a topic', channel.purpose);
  const open = async (users: string[]) =>
    info((await ask('conversations.open', owner.token, { users })).channel.id);
  expectFields('a group of people', await open([member.userId, guest.userId]));
  expectFields('a direct channel', await open([member.userId]));
});

test('a person, their profile and their workspace have all that Slack’s have', async () => {
  const { ask, owner, member } = world;
  for (const user of [member.userId, world.bot.userId]) {
    const found = await ask('users.info', owner.token, { user });
    expectFields('a person', found.user);
  }
  const { user } = await ask('users.info', owner.token, { user: member.userId });
  expectFields('a profile', user.profile);
  expectFields('a profile', (await ask('users.profile.get', owner.token, { user: member.userId })).profile);
  expectFields('a workspace', (await ask('team.info', owner.token, {})).team);
});

test('an address is told to whoever has the scope for it alone', async () => {
  const { ask, url, owner, member } = world;
  const token = await makeToken(url, owner.session, ['users:read']);
  const { user } = await ask('users.info', token, { user: member.userId });
  expect(user.profile).not.toHaveProperty('email');
});

test('a user group, a reminder and a bookmark have all that Slack’s have', async () => {
  const { ask, owner, newUsergroup, newChannel } = world;
  const { id } = await newUsergroup();
  const listed = await ask('usergroups.list', owner.token, { include_users: true, include_count: true });
  expectFields(
    'a user group',
    listed.usergroups.find((group) => group.id === id),
  );
  const { reminder } = await ask('reminders.add', owner.token, { text: 'lunch', time: 3_600 });
  expectFields('a reminder', reminder);
  const link = { title: 'a page', type: 'link', link: 'https://example.com/' };
  const { bookmark } = await ask('bookmarks.add', owner.token, { channel_id: await newChannel(), ...link });
  expectFields('a bookmark', bookmark);
});
