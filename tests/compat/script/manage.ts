import { dataUrl, png } from '../../support/pictures.ts';
import { unique, type TestWorkspace } from '../../support/workspace.ts';
import { channelIn, type Clients, type People, type Say } from './say.ts';

/** What is planned and kept, and what happens to channels and groups themselves. */
export async function manage(
  say: Say,
  clients: Clients,
  workspace: TestWorkspace,
  people: People,
): Promise<void> {
  await later(say, clients, people);
  await keeping(say, clients, people);
  await channels(say, clients, people);
  await groups(say, clients, workspace, people);
}

/** What is planned: messages and reminders. */
async function later(say: Say, { owner, member, robot }: Clients, people: People): Promise<void> {
  const channel = channelIn(await say(owner, 'conversations.create', { name: unique('later') }));
  await say(owner, 'conversations.invite', { channel, users: `${people.ines},${people.bot}` });
  const inAnHour = Math.floor(Date.now() / 1_000) + 3_600;
  for (const by of [owner, robot]) {
    const args = { channel, text: 'later', post_at: inAnHour };
    const { scheduled_message_id: id } = await say(by, 'chat.scheduleMessage', args);
    await say(by, 'chat.scheduledMessages.list', { channel });
    const planned = { channel, scheduled_message_id: id };
    await say(member, 'chat.deleteScheduledMessage', planned, 'invalid_scheduled_message_id');
    await say(by, 'chat.deleteScheduledMessage', planned);
    await say(by, 'chat.deleteScheduledMessage', planned, 'invalid_scheduled_message_id');
  }
  for (const by of [owner, member]) {
    const { reminder } = await say(by, 'reminders.add', { text: 'lunch', time: inAnHour });
    const named = { reminder: (reminder as { id: string }).id };
    await say(by, 'reminders.info', named);
    await say(by === owner ? member : owner, 'reminders.info', named, 'not_found');
    await say(by, 'reminders.complete', named);
    await say(by, 'reminders.info', named);
    await say(by, 'reminders.delete', named);
    await say(by, 'reminders.delete', named, 'not_found');
    await say(by, 'reminders.complete', named, 'not_found');
  }
  await say(robot, 'reminders.list', {}, 'not_allowed_token_type');
}

/** What a workspace keeps beside messages: bookmarks, pictures, emoji. */
async function keeping(say: Say, clients: Clients, people: People): Promise<void> {
  const { owner, member, robot } = clients;
  const channel = channelIn(await say(owner, 'conversations.create', { name: unique('kept') }));
  await say(owner, 'conversations.invite', { channel, users: people.bot });
  for (const by of [owner, robot]) {
    const page = { channel_id: channel, title: 'a page', type: 'link', link: 'https://example.com/' };
    const { bookmark } = await say(by, 'bookmarks.add', { ...page, emoji: ':tada:' });
    const named = { channel_id: channel, bookmark_id: (bookmark as { id: string }).id };
    await say(by, 'bookmarks.edit', { ...named, title: 'another title' });
    await say(by, 'bookmarks.list', { channel_id: channel });
    await say(by, 'bookmarks.remove', named);
    await say(by, 'bookmarks.remove', named, 'not_found');
    await say(by, 'bookmarks.edit', { ...named, title: 'x' }, 'not_found');
    await say(by, 'bookmarks.add', { ...page, type: 'file' }, 'invalid_bookmark_type');
  }
  const picture = Buffer.from(png(40));
  await say(member, 'users.setPhoto', { image: picture });
  await say(member, 'users.setPhoto', { image: Buffer.from('no picture') }, 'bad_image');
  await say(member, 'users.profile.get');
  await say(member, 'users.deletePhoto');
  await say(member, 'users.profile.get');
  await say(robot, 'users.setPhoto', { image: picture }, 'not_allowed_token_type');

  // They are listed by name.
  const [name, other] = [unique('first'), unique('second')];
  await say(member, 'admin.emoji.add', { name, url: dataUrl(png(8)) });
  await say(owner, 'admin.emoji.add', { name, url: dataUrl(png(8)) }, 'error_name_taken');
  await say(owner, 'admin.emoji.add', { name: other, url: 'https://example.com/a.png' }, 'error_bad_upload');
  await say(member, 'admin.emoji.addAlias', { name: other, alias_for: name });
  await say(
    member,
    'admin.emoji.addAlias',
    { name: unique('emoji'), alias_for: 'no-such' },
    'error_invalid_alias',
  );
  await say(member, 'admin.emoji.list', { limit: 10 });
  await say(member, 'emoji.list');
  await say(clients.other, 'admin.emoji.rename', { name, new_name: unique('emoji') }, 'not_an_admin');
  await say(owner, 'admin.emoji.rename', { name, new_name: unique('emoji') });
  await say(owner, 'admin.emoji.remove', { name }, 'emoji_not_found');
  await say(owner, 'admin.emoji.remove', { name: other });
}

/** What happens to a channel itself. */
async function channels(say: Say, clients: Clients, people: People): Promise<void> {
  const { owner, member, other } = clients;
  const channel = channelIn(await say(owner, 'conversations.create', { name: unique('place') }));
  const named = { channel_id: channel };
  await say(owner, 'conversations.rename', { channel, name: unique('place') });
  await say(member, 'conversations.rename', { channel, name: unique('place') }, 'not_in_channel');
  await say(owner, 'conversations.rename', { channel, name: 'general' }, 'name_taken');
  await say(owner, 'conversations.rename', { channel, name: '' }, 'invalid_name_required');
  await say(owner, 'conversations.unarchive', { channel }, 'not_archived');
  await say(owner, 'conversations.archive', { channel });
  await say(owner, 'conversations.unarchive', { channel });
  await say(owner, 'conversations.info', { channel });

  await say(member, 'admin.conversations.archive', named, 'not_an_admin');
  await say(owner, 'admin.conversations.archive', named);
  await say(owner, 'admin.conversations.archive', named, 'already_archived');
  await say(owner, 'admin.conversations.unarchive', named);
  await say(owner, 'admin.conversations.unarchive', named, 'channel_not_archived');
  await say(owner, 'admin.conversations.rename', { ...named, name: unique('place') });
  await say(owner, 'admin.conversations.rename', { ...named, name: 'No!' }, 'invalid_name_specials');
  await say(owner, 'admin.conversations.convertToPrivate', named);
  await say(other, 'conversations.info', { channel }, 'channel_not_found');
  await say(owner, 'conversations.info', { channel });
  await say(owner, 'admin.conversations.convertToPublic', named);
  await say(other, 'conversations.info', { channel });
  await say(member, 'admin.conversations.delete', named, 'not_an_admin');
  await say(owner, 'admin.conversations.delete', named);
  await say(owner, 'admin.conversations.delete', named, 'channel_not_found');
  await say(owner, 'conversations.history', { channel }, 'channel_not_found');

  const direct = channelIn(await say(other, 'conversations.open', { users: people.ines }));
  await say(other, 'conversations.close', { channel: direct });
  await say(other, 'conversations.close', { channel: direct });
  await say(owner, 'conversations.close', { channel: direct }, 'channel_not_found');
}

/** User groups, and who is found by what. */
async function groups(say: Say, clients: Clients, workspace: TestWorkspace, people: People): Promise<void> {
  const { owner, robot } = clients;
  const { usergroup: made } = await say(owner, 'usergroups.create', { name: unique('team') });
  const usergroup = (made as { id: string }).id;
  const never = 'S0NEVERMINTE';
  await say(owner, 'usergroups.update', { usergroup, description: 'who ships' });
  await say(owner, 'usergroups.update', { usergroup: never, description: 'x' }, 'no_such_subteam');
  const users = `${people.ines},${people.otto}`;
  await say(owner, 'usergroups.users.update', { usergroup, users, include_count: true });
  await say(owner, 'usergroups.users.update', { usergroup, users: 'U0NEVERMINTE' }, 'invalid_users');
  await say(owner, 'usergroups.users.list', { usergroup });
  await say(owner, 'usergroups.users.list', { usergroup: never }, 'no_such_subteam');
  await say(owner, 'usergroups.disable', { usergroup });
  await say(owner, 'usergroups.list', { include_disabled: true });
  await say(owner, 'usergroups.enable', { usergroup });
  await say(owner, 'usergroups.enable', { usergroup: never }, 'no_such_subteam');
  for (const by of [owner, robot]) {
    await say(by, 'users.lookupByEmail', { email: workspace.owner.email });
    const { user } = await say(by, 'users.info', { user: people.bot });
    await say(by, 'bots.info', { bot: (user as { profile: { bot_id: string } }).profile.bot_id });
  }
}
