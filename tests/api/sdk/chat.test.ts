import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSystemSubtype } from '../../../protocol/message-subtypes.ts';
import { startHouse, type House } from '../../support/house.ts';
import { callBy, pagesBy, refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { missingFields } from '../../support/slack-fields.ts';
import {
  join,
  makeBot,
  signUp,
  unique,
  type TestBot,
  type TestPerson,
  type TestWorkspace,
} from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

describe.each(sdks)('messages by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let bot: TestBot;
  let owner: WebClient;
  let member: WebClient;
  let robot: WebClient;
  let general: string;

  beforeAll(async () => {
    workspace = await signUp(house);
    [ines, bot] = await Promise.all([join(workspace), makeBot(workspace)]);
    owner = client(house.url, workspace.owner.token);
    member = client(house.url, ines.token);
    robot = client(house.url, bot.token);
    general = workspace.generalId;
  });

  const newChannel = async (): Promise<string> => {
    const { channel } = await owner.conversations.create({ name: unique('room') });
    return channel?.id ?? '';
  };
  const textsOf = async (channel: string): Promise<(string | undefined)[]> =>
    ((await owner.conversations.history({ channel })).messages ?? [])
      .filter(({ subtype }) => !isSystemSubtype(subtype))
      .map(({ text }) => text);

  test('meMessage is a message of its own subtype', async () => {
    const { ts, channel } = await owner.chat.meMessage({ channel: general, text: 'waves' });
    expect(channel).toBe(general);
    const { messages } = await member.conversations.history({ channel: general, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts, subtype: 'me_message', text: 'waves' });
  });

  test('a meMessage that is said again under its client_msg_id is there once', async () => {
    const channel = await newChannel();
    const waveUnder = (key: string) => {
      const wave = { channel, text: 'waves', client_msg_id: key };
      return owner.chat.meMessage(wave);
    };
    const key = unique('wave');
    const first = await waveUnder(key);
    expect((await waveUnder(key)).ts).toBe(first.ts);
    await waveUnder(unique('wave'));
    expect(await textsOf(channel)).toEqual(['waves', 'waves']);
  });

  test('postEphemeral answers with a ts that history does not have', async () => {
    const text = unique('between us');
    const said = await owner.chat.postEphemeral({ channel: general, user: ines.userId, text });
    expect(said.message_ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(await textsOf(general)).not.toContain(text);
  });

  test('getPermalink is the client’s address of a message, and of a reply in its thread', async () => {
    const { ts = '' } = await owner.chat.postMessage({ channel: general, text: 'a parent' });
    const reply = await owner.chat.postMessage({ channel: general, text: 'a reply', thread_ts: ts });
    const { permalink, channel } = await member.chat.getPermalink({ channel: general, message_ts: ts });
    expect(channel).toBe(general);
    expect(permalink).toBe(`${house.url}/w/${workspace.teamId}/${general}/m/${ts}`);
    const ofReply = await member.chat.getPermalink({ channel: general, message_ts: reply.ts ?? '' });
    const address = new URL(ofReply.permalink ?? '');
    expect(address.pathname).toBe(`/w/${workspace.teamId}/${general}/t/${ts}/m/${reply.ts}`);
    expect(Object.fromEntries(address.searchParams)).toEqual({ thread_ts: ts, cid: general });
  });

  test('a message goes by the id of its channel, and the answer echoes it whole', async () => {
    const given = unique('words & <mrkdwn> *bold* ünïcødé 🎉');
    const text = given.replace('&', '&amp;').replace('<mrkdwn>', '&lt;mrkdwn&gt;');
    const posted = await owner.chat.postMessage({ channel: general, text: given });
    expect(posted).toMatchObject({
      ok: true,
      channel: general,
      message: { type: 'message', text, user: workspace.owner.userId, team: workspace.teamId },
    });
    expect(posted.ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(posted.message?.ts).toBe(posted.ts);
    expect(missingFields('message', posted.message)).toEqual([]);
    const { messages } = await member.conversations.history({ channel: general, limit: 1 });
    expect(messages?.[0]).toEqual(posted.message);
  });

  test.each(['#general', 'general'])('a message goes by the name %s', async (channel) => {
    const text = unique('by name');
    const posted = await member.chat.postMessage({ channel, text });
    expect(posted.channel).toBe(general);
    expect(await textsOf(general)).toContain(text);
  });

  test('a message to a person opens the direct channel, the same one for both', async () => {
    const there = await owner.chat.postMessage({ channel: ines.userId, text: 'psst' });
    expect(there.channel).toMatch(/^D/);
    const back = await member.chat.postMessage({ channel: workspace.owner.userId, text: 'yes?' });
    expect(back.channel).toBe(there.channel);
    const { messages } = await member.conversations.history({ channel: there.channel ?? '' });
    expect(messages?.map(({ text }) => text)).toEqual(['yes?', 'psst']);
  });

  test('a message to oneself goes to a direct channel of one’s own', async () => {
    const note = await owner.chat.postMessage({ channel: workspace.owner.userId, text: 'buy milk' });
    expect(note.channel).toMatch(/^D/);
    expect(await refusalOf(member.conversations.history({ channel: note.channel ?? '' }))).toBe(
      'channel_not_found',
    );
  });

  test('a message of blocks alone is one, and blocks come back as they went', async () => {
    const blocks = [
      { type: 'header' as const, text: { type: 'plain_text' as const, text: 'Build 1234' } },
      { type: 'divider' as const },
    ];
    const posted = await owner.chat.postMessage({ channel: general, blocks, text: '' });
    expect(posted.message?.text).toBe('Build 1234');
    expect(posted.message?.blocks).toMatchObject(blocks);
    expect(posted).toMatchObject({
      warning: 'missing_text_in_message',
      response_metadata: { warnings: ['missing_text_in_message'] },
    });
    const names = posted.message?.blocks?.map(({ block_id: id }) => id) ?? [];
    expect(new Set(names).size).toBe(2);
    const { messages } = await member.conversations.history({ channel: general, limit: 1 });
    expect(messages?.[0]?.blocks).toEqual(posted.message?.blocks);
  });

  test('attachments and metadata come back as they went', async () => {
    const attachments = [
      { color: '#36a64f', fallback: 'a chart', fields: [{ title: 'p99', value: '45 ms' }] },
    ];
    const metadata = { event_type: 'deployed', event_payload: { id: 7, title: 'seven' } };
    const posted = await owner.chat.postMessage({ channel: general, text: '', attachments, metadata });
    expect(posted.message?.attachments).toEqual([{ id: 1, ...attachments[0] }]);
    const { messages } = await member.conversations.history({ channel: general, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts: posted.ts, attachments, metadata });
  });

  test('metadata stays through an edit that does not name it, and an empty object takes it away', async () => {
    const metadata = { event_type: 'deployed', event_payload: { id: 7 } };
    const { ts = '' } = await owner.chat.postMessage({ channel: general, text: 'one', metadata });
    const kept = await owner.chat.update({ channel: general, ts, text: 'two' });
    expect(kept.message).toMatchObject({ metadata });
    const gone = await callBy(owner, 'chat.update', { channel: general, ts, text: 'three', metadata: {} });
    expect(gone.message).not.toHaveProperty('metadata');
  });

  test('a repeated client_msg_id makes one message and answers with the first one’s ts', async () => {
    const channel = await newChannel();
    const clientMessageId = randomUUID();
    const say = (from: WebClient, text: string) =>
      callBy(from, 'chat.postMessage', { channel, text, client_msg_id: clientMessageId });
    await member.conversations.join({ channel });
    const first = await say(owner, 'once');
    const again = await say(owner, 'once');
    expect(again.ts).toBe(first.ts);
    expect(again.message).toMatchObject({ client_msg_id: clientMessageId });
    const ofAnother = await say(member, 'mine');
    expect(ofAnother.ts).not.toBe(first.ts);
    expect(await textsOf(channel)).toEqual(['mine', 'once']);
  });

  test('a bot speaks with its own profile', async () => {
    const channel = await newChannel();
    await owner.conversations.invite({ channel, users: bot.userId });
    const posted = await robot.chat.postMessage({ channel, text: 'beep' });
    expect(posted.message).toMatchObject({
      user: bot.userId,
      bot_id: bot.id,
      bot_profile: { id: bot.id, deleted: false, team_id: workspace.teamId },
    });
  });

  test('a bot is called as it wishes where its token allows it, and is nobody of the workspace then', async () => {
    const channel = await newChannel();
    await owner.conversations.invite({ channel, users: bot.userId });
    const wish = { channel, text: 'deployed', username: 'Deploys', icon_emoji: 'rocket' };
    const posted = await callBy(robot, 'chat.postMessage', wish);
    expect(posted.message).toMatchObject({
      subtype: 'bot_message',
      username: 'Deploys',
      icons: { emoji: ':rocket:' },
      bot_id: bot.id,
    });
    expect(posted.message).not.toHaveProperty('user');
    const edited = await callBy(robot, 'chat.update', { channel, ts: posted.ts, text: 'undone' });
    expect(edited.message).toMatchObject({ text: 'undone', username: 'Deploys' });
    const byPerson = await callBy(owner, 'chat.postMessage', wish);
    expect(byPerson.message).toMatchObject({ user: workspace.owner.userId });
    expect(byPerson.message).not.toHaveProperty('username');
  });

  test('a bot is told of itself, and anybody of it', async () => {
    const facts = { id: bot.id, user_id: bot.userId, deleted: false };
    expect((await callBy(robot, 'bots.info', {})).bot).toMatchObject(facts);
    expect((await member.bots.info({ bot: bot.id })).bot).toMatchObject(facts);
  });

  test('names are linked where it is asked for, and nowhere else', async () => {
    const text = 'in #general, <!here> & @channel';
    const asIs = await callBy(owner, 'chat.postMessage', { channel: general, text });
    expect(asIs.message.text).toBe('in #general, <!here> &amp; @channel');
    const linked = await callBy(owner, 'chat.postMessage', { channel: general, text, link_names: true });
    expect(linked.message.text).toBe(`in <#${general}|general>, <!here> &amp; <!channel>`);
    const full = await callBy(owner, 'chat.postMessage', { channel: general, text, parse: 'full' });
    expect(full.message.text).toBe(`in <#${general}|general>, &lt;!here&gt; &amp; <!channel>`);
  });

  test('text that is no markup says so', async () => {
    const posted = await callBy(owner, 'chat.postMessage', { channel: general, text: '*x*', mrkdwn: false });
    expect(posted.message.mrkdwn).toBe(false);
    const { message } = await callBy(owner, 'chat.postMessage', { channel: general, text: '*x*' });
    expect(message).not.toHaveProperty('mrkdwn');
  });

  test('an edit changes the words and says who and when', async () => {
    const { ts = '' } = await owner.chat.postMessage({ channel: general, text: 'teh words' });
    const edited = await owner.chat.update({ channel: general, ts, text: 'the words' });
    expect(edited).toMatchObject({ channel: general, ts, text: 'the words' });
    expect(edited.message).toMatchObject({ text: 'the words', edited: { user: workspace.owner.userId } });
    const { messages } = await member.conversations.history({
      channel: general,
      oldest: ts,
      latest: ts,
      inclusive: true,
    });
    expect(messages).toHaveLength(1);
    expect(messages?.[0]).toMatchObject({ ts, text: 'the words' });
  });

  test('new text alone leaves blocks and attachments, and empty lists take them away', async () => {
    const blocks = [{ type: 'divider' as const }];
    const attachments = [{ text: 'beside' }];
    const first = await owner.chat.postMessage({ channel: general, text: 'with', blocks, attachments });
    const ts = first.ts ?? '';
    const edited = await owner.chat.update({ channel: general, ts, text: 'with still' });
    expect(edited.message).toMatchObject({
      text: 'with still',
      blocks: first.message?.blocks,
      attachments: first.message?.attachments,
    });
    const without = await owner.chat.update({ channel: general, ts, text: 'x', blocks: [], attachments: [] });
    expect(without.message).not.toHaveProperty('blocks');
    expect(without.message).not.toHaveProperty('attachments');
  });

  test('new blocks without text say what the text is', async () => {
    const { ts = '' } = await owner.chat.postMessage({ channel: general, text: 'old' });
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*new* words' } }];
    const edited = await callBy(owner, 'chat.update', { channel: general, ts, blocks });
    expect(edited.message.text).toBe('*new* words');
    expect(edited.message.blocks).toMatchObject(blocks);
  });

  test('a repeat of the same blocks answers with the same names for them', async () => {
    const args = {
      channel: general,
      text: 'named',
      blocks: [{ type: 'divider' }, { type: 'divider' }],
      client_msg_id: randomUUID(),
    };
    const first = await callBy(owner, 'chat.postMessage', args);
    const again = await callBy(owner, 'chat.postMessage', args);
    expect(again.message.blocks).toEqual(first.message.blocks);
  });

  test('a block that breaks a rule is refused, with the rule and the place', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    const fault = 'must be less than 151 characters [json-pointer:/blocks/0/text/text]';
    const refused = owner.apiCall('chat.postMessage', { channel: general, text: 'x', blocks });
    await expect(refused).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: [fault],
        response_metadata: { messages: [`[ERROR] ${fault}`] },
      },
    });
  });

  test('a deleted message is gone; the owner deletes anybody’s', async () => {
    const { ts = '' } = await member.chat.postMessage({ channel: general, text: 'oops' });
    const deleted = await owner.chat.delete({ channel: general, ts });
    expect(deleted).toMatchObject({ ok: true, channel: general, ts });
    expect(await textsOf(general)).not.toContain('oops');
    expect(await refusalOf(owner.chat.delete({ channel: general, ts }))).toBe('message_not_found');
  });

  test('the workspace says how long its people edit and whether they delete; programs and admins go on', async () => {
    const { owner: olive, ...place } = await signUp(house);
    const [person, program] = await Promise.all([
      join({ ...place, owner: olive }),
      makeBot({ ...place, owner: olive }),
    ]);
    const admin = client(house.url, olive.token);
    const writer = client(house.url, person.token);
    const machine = client(house.url, program.token);
    const channel = place.generalId;
    await admin.conversations.invite({ channel, users: program.userId });
    expect(await callBy(writer, 'team.preferences.list', {})).toMatchObject({
      msg_edit_window_mins: -1,
      allow_message_deletion: true,
    });
    const set = { msg_edit_window_mins: 0, allow_message_deletion: false };
    expect(await callBy(admin, 'workspaces.setRules', set)).toMatchObject(set);
    expect(await callBy(writer, 'team.preferences.list', {})).toMatchObject(set);
    const { ts = '' } = await writer.chat.postMessage({ channel, text: 'said' });
    expect(await refusalOf(writer.chat.update({ channel, ts, text: 'x' }))).toBe('edit_window_closed');
    expect(await refusalOf(writer.chat.delete({ channel, ts }))).toBe('cant_delete_message');
    const said = await machine.chat.postMessage({ channel, text: '1 %' });
    await machine.chat.update({ channel, ts: said.ts ?? '', text: '2 %' });
    await admin.chat.delete({ channel, ts });
    await callBy(admin, 'workspaces.setRules', { allow_message_deletion: true });
    expect(await callBy(writer, 'team.preferences.list', {})).toMatchObject({
      ...set,
      allow_message_deletion: true,
    });
    await machine.chat.delete({ channel, ts: said.ts ?? '' });
  });

  test('a thread has its parent first, replies in order, and counts them', async () => {
    const channel = await newChannel();
    await member.conversations.join({ channel });
    const { ts: parent = '' } = await owner.chat.postMessage({ channel, text: 'lunch?' });
    const first = await member.chat.postMessage({ channel, text: 'yes', thread_ts: parent });
    const second = await owner.chat.postMessage({ channel, text: 'noon', thread_ts: parent });
    expect(first.message).toMatchObject({ thread_ts: parent, parent_user_id: workspace.owner.userId });

    const { messages } = await owner.conversations.replies({ channel, ts: parent });
    expect(messages?.map(({ text }) => text)).toEqual(['lunch?', 'yes', 'noon']);
    expect(messages?.[0]).toMatchObject({
      thread_ts: parent,
      reply_count: 2,
      reply_users_count: 2,
      reply_users: [ines.userId, workspace.owner.userId],
      latest_reply: second.ts,
    });
    expect(await textsOf(channel)).toEqual(['lunch?']);
  });

  test('a reply is sent to the channel later by an edit, at its own place and unread to nobody', async () => {
    const { ts: parent = '' } = await owner.chat.postMessage({ channel: general, text: unique('parent') });
    const { ts: reply = '' } = await owner.chat.postMessage({
      channel: general,
      text: 'first among few',
      thread_ts: parent,
    });
    const { ts: last = '' } = await owner.chat.postMessage({ channel: general, text: unique('last') });
    const page = async () => {
      const { messages = [] } = await member.conversations.history({ channel: general, oldest: parent });
      return messages.map(({ ts }) => ts);
    };
    expect(await page()).toEqual([last]);
    const broadcast = { channel: general, ts: reply, reply_broadcast: true };
    const withOthers = callBy(owner, 'chat.update', { ...broadcast, text: 'now for all' });
    expect(await refusalOf(withOthers)).toBe('no_dual_broadcast_content_update');
    const shown = await callBy(owner, 'chat.update', broadcast);
    expect(shown.message).not.toHaveProperty('edited');
    expect(shown.message).toMatchObject({
      subtype: 'thread_broadcast',
      thread_ts: parent,
      root: { ts: parent, reply_count: 1 },
    });
    expect(await page()).toEqual([last, reply]);
    await member.conversations.mark({ channel: general, ts: last });
    const { messages = [] } = await member.conversations.replies({ channel: general, ts: parent });
    expect(messages.map(({ ts }) => ts)).toEqual([parent, reply]);
  });

  test('markdown_text is kept as mrkdwn that shows the same', async () => {
    const said = await owner.chat.postMessage({
      channel: general,
      markdown_text: '# Release\n\n- **all** of it & [more](https://example.com/a)',
    });
    const text = '*Release*\n\n• *all* of it &amp; <https://example.com/a|more>';
    expect(said.message?.text).toBe(text);
    const edited = await owner.chat.update({
      channel: general,
      ts: said.ts ?? '',
      markdown_text: '~~gone~~',
    });
    expect(edited.text).toBe('~gone~');
    const tooLong = owner.apiCall('chat.postMessage', {
      channel: general,
      markdown_text: 'x'.repeat(12_001),
    });
    expect(await refusalOf(tooLong)).toBe('msg_too_long');
  });

  test('a broadcast reply is in the thread and in the channel', async () => {
    const channel = await newChannel();
    const { ts: parent = '' } = await owner.chat.postMessage({ channel, text: 'news?' });
    const reply = await owner.chat.postMessage({
      channel,
      text: 'it works',
      thread_ts: parent,
      reply_broadcast: true,
    });
    expect(reply.message).toMatchObject({
      subtype: 'thread_broadcast',
      thread_ts: parent,
      root: { type: 'message', ts: parent, thread_ts: parent, reply_count: 1, reply_users_count: 1 },
    });
    expect(await textsOf(channel)).toEqual(['it works', 'news?']);
    const { messages } = await owner.conversations.replies({ channel, ts: parent });
    expect(messages?.map(({ text }) => text)).toEqual(['news?', 'it works']);
  });

  test('the SDK’s pages of a thread hold each reply once', async () => {
    const channel = await newChannel();
    const { ts: parent = '' } = await owner.chat.postMessage({ channel, text: '0' });
    for (const text of ['1', '2', '3', '4'])
      await owner.chat.postMessage({ channel, text, thread_ts: parent });
    const texts: string[] = [];
    for await (const { messages } of pagesBy(owner, 'conversations.replies', {
      channel,
      ts: parent,
      limit: 2,
    }))
      texts.push(...messages.map(({ text }) => text));
    expect(texts).toEqual(['0', '1', '2', '3', '4']);
  });

  test('history is newest first, and its pages hold each message once', async () => {
    const channel = await newChannel();
    const all = ['1', '2', '3', '4', '5', '6', '7'];
    for (const text of all) await owner.chat.postMessage({ channel, text });
    const pages: string[][] = [];
    for await (const { messages } of pagesBy(owner, 'conversations.history', { channel, limit: 3 }))
      pages.push(messages.map(({ text }) => text));
    expect(pages).toEqual([['7', '6', '5'], ['4', '3', '2'], ['1']]);
    const whole = await owner.conversations.history({ channel });
    expect(whole).toMatchObject({ has_more: false, response_metadata: { next_cursor: '' } });
  });

  test('oldest and latest bound history, and inclusive takes the bounds in', async () => {
    const channel = await newChannel();
    const stamps: string[] = [];
    for (const text of ['a', 'b', 'c', 'd'])
      stamps.push((await owner.chat.postMessage({ channel, text })).ts ?? '');
    const [a = '', b = '', c = '', d = ''] = stamps;
    const texts = async (bounds: { oldest?: string; latest?: string; inclusive?: boolean }) => {
      const { messages = [] } = await owner.conversations.history({ channel, ...bounds });
      return messages.map(({ text }) => text).join('');
    };
    expect(await texts({ oldest: b })).toBe('dc');
    expect(await texts({ oldest: b, inclusive: true })).toBe('dcb');
    expect(await texts({ latest: c })).toBe('ba');
    expect(await texts({ latest: c, inclusive: true })).toBe('cba');
    expect(await texts({ oldest: a, latest: d })).toBe('cb');
    expect(await texts({ oldest: a, latest: d, inclusive: true })).toBe('dcba');
    expect(await texts({ oldest: '0' })).toBe('dcba');
    expect(await texts({ latest: '1000000000' })).toBe('');
  });

  test('a refusal reaches the program as the SDK’s own error, with Slack’s code', async () => {
    const missing = { channel: 'C0AAAAAAAAAA', text: 'x' };
    await expect(owner.chat.postMessage(missing)).rejects.toMatchObject({
      code: 'slack_webapi_platform_error',
      data: { ok: false, error: 'channel_not_found' },
    });
    expect(await refusalOf(owner.chat.postMessage({ channel: general, text: '' }))).toBe('no_text');
    const long = 'x'.repeat(40_001);
    expect(await refusalOf(owner.chat.postMessage({ channel: general, text: long }))).toBe('msg_too_long');
  });

  test('text of 40,000 characters is a message', async () => {
    const text = 'ж'.repeat(40_000);
    const posted = await owner.chat.postMessage({ channel: general, text });
    expect(posted.message?.text).toBe(text);
  });

  test('a wrong argument is named in the error’s data', async () => {
    const wrong = owner.apiCall('chat.postMessage', { text: 'x' });
    await expect(wrong).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] missing required field: channel'] },
      },
    });
  });
});
