import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { dataOf, callBy, pagesBy, refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { missingFields } from '../../support/slack-fields.ts';
import { join, signUp, unique, type TestPerson, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const everyType = 'public_channel,private_channel,mpim,im';

describe.each(sdks)('conversations by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let otto: TestPerson;
  let owner: WebClient;
  let member: WebClient;

  beforeAll(async () => {
    workspace = await signUp(house);
    [ines, otto] = await Promise.all([join(workspace), join(workspace, { realName: 'Otto Other' })]);
    owner = client(house.url, workspace.owner.token);
    member = client(house.url, ines.token);
  });

  const create = async (isPrivate = false): Promise<{ id: string; name: string }> => {
    const { channel } = await owner.conversations.create({ name: unique('room'), is_private: isPrivate });
    return { id: channel?.id ?? '', name: channel?.name ?? '' };
  };
  const idsOf = async (from: WebClient, args: Record<string, unknown>): Promise<string[]> =>
    ((await from.conversations.list(args)).channels ?? []).map(({ id }) => id ?? '');
  const infoOf = async (from: WebClient, channel: string) =>
    (await from.conversations.info({ channel, include_num_members: true })).channel;

  test('create makes a channel with its maker in it', async () => {
    const name = unique('release');
    const { channel } = await owner.conversations.create({ name });
    expect(missingFields('channel', channel)).toEqual([]);
    expect(missingFields('words', channel?.topic)).toEqual([]);
    expect(channel).toMatchObject({
      name,
      is_channel: true,
      is_private: false,
      is_member: true,
      is_general: false,
      is_archived: false,
      creator: workspace.owner.userId,
    });
    expect(await refusalOf(owner.conversations.create({ name }))).toBe('name_taken');
  });

  test('setTopic and setPurpose say so in the channel, and the channel has them', async () => {
    const { id } = await create();
    const { channel } = await owner.conversations.setTopic({ channel: id, topic: 'Ice cream & <cake>' });
    expect(channel?.topic).toMatchObject({ value: 'Ice cream & <cake>', creator: workspace.owner.userId });
    await owner.conversations.setPurpose({ channel: id, purpose: 'To eat' });
    expect(await infoOf(member, id)).toMatchObject({
      topic: { value: 'Ice cream & <cake>' },
      purpose: { value: 'To eat' },
    });
    const { messages = [] } = await owner.conversations.history({ channel: id });
    expect(messages.slice(0, 2)).toMatchObject([
      { type: 'message', subtype: 'channel_purpose', user: workspace.owner.userId, purpose: 'To eat' },
      { type: 'message', subtype: 'channel_topic', topic: 'Ice cream & <cake>' },
    ]);
    const ts = messages[1]?.ts ?? '';
    expect(await refusalOf(owner.chat.update({ channel: id, ts, text: 'x' }))).toBe('cant_update_message');
    expect(await refusalOf(owner.chat.delete({ channel: id, ts }))).toBe('cant_delete_message');
  });

  test('rename changes the name, and the old one is remembered and free', async () => {
    const { id, name } = await create();
    const renamed = unique('renamed');
    const { channel } = await owner.conversations.rename({ channel: id, name: renamed });
    expect(channel).toMatchObject({ id, name: renamed, previous_names: [name] });
    expect(await infoOf(member, id)).toMatchObject({ name: renamed });
    const { messages = [] } = await owner.conversations.history({ channel: id });
    expect(messages[0]).toMatchObject({ subtype: 'channel_name', old_name: name, name: renamed });
    expect(await refusalOf(owner.conversations.create({ name: renamed }))).toBe('name_taken');
    expect((await owner.conversations.create({ name })).channel?.name).toBe(name);
    await owner.chat.postMessage({ channel: renamed, text: 'by its new name' });
  });

  test('unarchive opens a channel again', async () => {
    const { id } = await create();
    await owner.conversations.archive({ channel: id });
    await member.conversations.unarchive({ channel: id });
    expect(await infoOf(member, id)).toMatchObject({ is_archived: false });
    expect(await refusalOf(owner.conversations.unarchive({ channel: id }))).toBe('not_archived');
    const { messages = [] } = await owner.conversations.history({ channel: id });
    expect(messages.map(({ subtype }) => subtype)).toEqual(['channel_unarchive', 'channel_archive']);
  });

  test('who joins and leaves is said in the channel', async () => {
    const { id } = await create();
    await member.conversations.join({ channel: id });
    await member.conversations.leave({ channel: id });
    const { messages = [] } = await owner.conversations.history({ channel: id });
    expect(messages).toMatchObject([
      { subtype: 'channel_leave', user: ines.userId, text: `<@${ines.userId}> has left the channel` },
      { subtype: 'channel_join', user: ines.userId, text: `<@${ines.userId}> has joined the channel` },
    ]);
    await owner.conversations.invite({ channel: id, users: ines.userId });
    const { messages: again = [] } = await owner.conversations.history({ channel: id, limit: 1 });
    expect(again[0]).toMatchObject({ subtype: 'channel_join', inviter: workspace.owner.userId });
    expect((await member.conversations.info({ channel: id })).channel).not.toHaveProperty('unread_count', 1);
  });

  test('admins rename, archive and unarchive a channel that they are not in', async () => {
    const { channel } = await member.conversations.create({ name: unique('of-ines') });
    const channel_id = channel?.id ?? '';
    const name = unique('by-admin');
    await owner.admin.conversations.rename({ channel_id, name });
    await owner.admin.conversations.archive({ channel_id });
    expect(await infoOf(member, channel_id)).toMatchObject({ name, is_archived: true });
    await owner.admin.conversations.unarchive({ channel_id });
    expect(await infoOf(member, channel_id)).toMatchObject({ is_archived: false });
    expect(await refusalOf(member.admin.conversations.archive({ channel_id }))).toBe('not_an_admin');
  });

  test('a channel becomes private and public again, with its history, and its people stay', async () => {
    const { id, name } = await create();
    await member.conversations.join({ channel: id });
    const { ts = '' } = await member.chat.postMessage({ channel: id, text: 'said in public' });
    const channel_id = id;
    expect(await refusalOf(member.admin.conversations.convertToPrivate({ channel_id }))).toBe(
      'restricted_action',
    );
    await owner.admin.conversations.convertToPrivate({ channel_id });
    expect(await infoOf(member, id)).toMatchObject({ is_private: true, is_channel: true, num_members: 2 });
    const { messages = [] } = await member.conversations.history({ channel: id, limit: 1 });
    expect(messages[0]).toMatchObject({
      type: 'message',
      subtype: 'channel_convert_to_private',
      user: workspace.owner.userId,
    });
    const zoe = await join(workspace, { realName: 'Zoe Outside' });
    const outsider = client(house.url, zoe.token);
    expect(await refusalOf(infoOf(outsider, id))).toBe('channel_not_found');
    expect(await idsOf(outsider, { types: everyType })).not.toContain(id);
    expect(await refusalOf(outsider.conversations.join({ channel: id }))).toBe('channel_not_found');
    expect(await refusalOf(owner.admin.conversations.convertToPrivate({ channel_id }))).toBe(
      'channel_type_not_supported',
    );
    await owner.admin.conversations.convertToPublic({ channel_id });
    expect(await infoOf(outsider, id)).toMatchObject({ is_private: false, name });
    const page = await outsider.conversations.history({ channel: id });
    expect(page.messages?.map((message) => message.ts)).toContain(ts);
    expect(await refusalOf(owner.admin.conversations.convertToPublic({ channel_id }))).toBe('not_supported');
  });

  test('a deleted channel is gone for everybody, and its name is free', async () => {
    const { id, name } = await create();
    await member.conversations.join({ channel: id });
    const { ts = '' } = await member.chat.postMessage({ channel: id, text: 'soon gone' });
    const channel_id = id;
    await owner.reactions.add({ channel: id, timestamp: ts, name: 'tada' });
    expect(await refusalOf(member.admin.conversations.delete({ channel_id }))).toBe('not_an_admin');
    await owner.admin.conversations.delete({ channel_id });
    for (const who of [owner, member]) {
      expect(await refusalOf(infoOf(who, id))).toBe('channel_not_found');
      expect(await refusalOf(who.chat.postMessage({ channel: id, text: 'x' }))).toBe('channel_not_found');
      expect(await refusalOf(who.conversations.history({ channel: id }))).toBe('channel_not_found');
      expect(await idsOf(who, { types: everyType })).not.toContain(id);
    }
    const { items = [] } = await owner.reactions.list({ full: true });
    expect(JSON.stringify(items)).not.toContain(id);
    expect(await refusalOf(owner.admin.conversations.delete({ channel_id }))).toBe('channel_not_found');
    const { channel } = await member.conversations.create({ name });
    expect(channel?.id).not.toBe(id);
  });

  test('a direct conversation is closed and open by its person alone, and opened by the next message', async () => {
    const [zoe, yann] = await Promise.all([join(workspace), join(workspace)]);
    const yanns = client(house.url, yann.token);
    const zoes = client(house.url, zoe.token);
    const { channel } = await yanns.conversations.open({ users: zoe.userId, return_im: true });
    const id = channel?.id ?? '';
    expect(channel).toMatchObject({ is_im: true, is_open: true });
    const isOpen = async (who: WebClient): Promise<unknown> => {
      const { channels = [] } = await who.users.conversations({ types: 'im' });
      return channels.find((one) => one.id === id);
    };
    expect(await zoes.conversations.close({ channel: id })).not.toHaveProperty('no_op');
    expect(await zoes.conversations.close({ channel: id })).toMatchObject({
      no_op: true,
      already_closed: true,
    });
    expect(await isOpen(zoes)).toMatchObject({ is_open: false });
    expect((await zoes.conversations.list({ types: 'im' })).channels?.[0]).toMatchObject({
      is_open: false,
    });
    expect(await isOpen(yanns)).toMatchObject({ is_open: true });
    const looked = await zoes.conversations.open({
      users: yann.userId,
      prevent_creation: true,
      return_im: true,
    });
    expect(looked).not.toHaveProperty('already_open');
    expect(looked.channel).toMatchObject({ id, is_open: false });
    expect(await zoes.conversations.open({ channel: id })).not.toHaveProperty('already_open');
    expect(await infoOf(zoes, id)).toMatchObject({ is_open: true });
    expect(await zoes.conversations.open({ channel: id })).toMatchObject({
      no_op: true,
      already_open: true,
    });
    await zoes.conversations.close({ channel: id });
    await yanns.chat.postMessage({ channel: id, text: 'are you there?' });
    await expect.poll(() => isOpen(zoes)).toMatchObject({ is_open: true });
  });

  test('a private channel is there for its people alone', async () => {
    const { id, name } = await create(true);
    expect(await infoOf(owner, id)).toMatchObject({ is_private: true, is_member: true });
    expect(await refusalOf(infoOf(member, id))).toBe('channel_not_found');
    expect(await idsOf(member, { types: everyType })).not.toContain(id);
    expect(await refusalOf(member.chat.postMessage({ channel: name, text: 'x' }))).toBe('channel_not_found');
  });

  test('info tells members and outsiders of a public channel apart', async () => {
    const { id } = await create();
    const own = await infoOf(owner, id);
    expect(missingFields('channel', own)).toEqual([]);
    expect(own).toMatchObject({ is_member: true, num_members: 1, last_read: expect.any(String) as string });
    expect(await infoOf(member, id)).toMatchObject({ is_member: false, num_members: 1 });
  });

  test('list answers the types that were asked for, public channels by default', async () => {
    const open = await create();
    const hidden = await create(true);
    const { channel: direct } = await owner.conversations.open({ users: ines.userId });
    const { channel: group } = await owner.conversations.open({ users: `${ines.userId},${otto.userId}` });
    const [im, mpim] = [direct?.id ?? '', group?.id ?? ''];
    const byDefault = await idsOf(owner, {});
    expect(byDefault).toContain(open.id);
    for (const id of [hidden.id, im, mpim]) expect(byDefault).not.toContain(id);
    expect(await idsOf(owner, { types: 'private_channel' })).toContain(hidden.id);
    expect(await idsOf(owner, { types: 'im' })).toEqual([im]);
    expect(await idsOf(owner, { types: 'mpim' })).toEqual([mpim]);
    expect(await idsOf(owner, { types: everyType })).toEqual(
      expect.arrayContaining([workspace.generalId, open.id, hidden.id, im, mpim]),
    );
    expect(await refusalOf(owner.conversations.list({ types: 'public' }))).toBe('invalid_types');
  });

  test('the SDK’s pages of a list hold each channel once', async () => {
    for (let count = 0; count < 3; count += 1) await create();
    const whole = await idsOf(owner, { types: everyType, limit: 1_000 });
    const found: string[] = [];
    let pages = 0;
    for await (const { channels } of pagesBy(owner, 'conversations.list', { types: everyType, limit: 2 })) {
      pages += 1;
      expect(channels.length).toBeLessThanOrEqual(2);
      found.push(...channels.map(({ id }) => id));
    }
    expect(pages).toBeGreaterThan(1);
    expect(found.toSorted()).toEqual(whole.toSorted());
    expect(new Set(found).size).toBe(found.length);
  });

  test('exclude_archived leaves archived channels out', async () => {
    const { id } = await create();
    await owner.conversations.archive({ channel: id });
    expect(await idsOf(owner, { limit: 1_000 })).toContain(id);
    expect(await idsOf(owner, { exclude_archived: true, limit: 1_000 })).not.toContain(id);
    expect(await infoOf(owner, id)).toMatchObject({ is_archived: true });
  });

  test('an archived channel stays readable and takes no message', async () => {
    const { id } = await create();
    await owner.chat.postMessage({ channel: id, text: 'last words' });
    await owner.conversations.archive({ channel: id });
    const { messages } = await owner.conversations.history({ channel: id });
    expect(messages?.at(-1)?.text).toBe('last words');
    expect(await refusalOf(owner.chat.postMessage({ channel: id, text: 'more' }))).toBe('is_archived');
    expect(await refusalOf(owner.conversations.archive({ channel: id }))).toBe('already_archived');
  });

  test('joining a public channel lets one write; joining again is a warning', async () => {
    const { id } = await create();
    expect(await refusalOf(member.chat.postMessage({ channel: id, text: 'x' }))).toBe('not_in_channel');
    const { channel } = await member.conversations.join({ channel: id });
    expect(channel).toMatchObject({ id, is_member: true });
    expect(await member.chat.postMessage({ channel: id, text: 'hello' })).toMatchObject({ channel: id });
    expect(await member.conversations.join({ channel: id })).toMatchObject({
      ok: true,
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    });
  });

  test('an invitation that is refused says whom it is about', async () => {
    const { id } = await create();
    const about = (error: string, ...users: string[]) => ({
      ok: false,
      error,
      errors: users.map((user) => ({ user, ok: false, error })),
    });
    const users = [ines.userId, 'U0NEVERMINTE', 'nobody'].join();
    expect(await owner.conversations.invite({ channel: id, users }).catch(dataOf)).toMatchObject(
      about('user_not_found', 'U0NEVERMINTE', 'nobody'),
    );
    await owner.conversations.invite({ channel: id, users: ines.userId });
    const both = `${otto.userId},${ines.userId}`;
    expect(await owner.conversations.invite({ channel: id, users: both }).catch(dataOf)).toMatchObject(
      about('already_in_channel', ines.userId),
    );
    const { members = [] } = await owner.conversations.members({ channel: id });
    expect(members).not.toContain(otto.userId);
  });

  test('members lists the people, also by pages', async () => {
    const { id } = await create();
    await owner.conversations.invite({ channel: id, users: `${ines.userId},${otto.userId}` });
    const all = [workspace.owner.userId, ines.userId, otto.userId].toSorted();
    const { members = [] } = await member.conversations.members({ channel: id });
    expect(members.toSorted()).toEqual(all);
    const found: string[] = [];
    for await (const page of pagesBy(member, 'conversations.members', { channel: id, limit: 1 }))
      found.push(...page.members);
    expect(found.toSorted()).toEqual(all);
  });

  test('leaving takes the right to write away; leaving again is ok', async () => {
    const { id } = await create();
    await member.conversations.join({ channel: id });
    expect(await member.conversations.leave({ channel: id })).not.toHaveProperty('not_in_channel');
    expect(await member.conversations.leave({ channel: id })).toMatchObject({ not_in_channel: true });
    expect(await refusalOf(member.chat.postMessage({ channel: id, text: 'x' }))).toBe('not_in_channel');
    const general = workspace.generalId;
    expect(await refusalOf(member.conversations.leave({ channel: general }))).toBe('cant_leave_general');
  });

  test('an invited person reads a private channel, and a kicked one does not', async () => {
    const { id } = await create(true);
    await owner.chat.postMessage({ channel: id, text: 'the plan' });
    const { channel } = await owner.conversations.invite({ channel: id, users: ines.userId });
    expect(channel).toMatchObject({ id });
    const { messages } = await member.conversations.history({ channel: id });
    expect(messages?.at(-1)?.text).toBe('the plan');
    await owner.conversations.kick({ channel: id, user: ines.userId });
    expect(await refusalOf(member.conversations.history({ channel: id }))).toBe('channel_not_found');
    expect(await refusalOf(owner.conversations.kick({ channel: id, user: ines.userId }))).toBe(
      'not_in_channel',
    );
  });

  test('open answers the same direct channel to both, whole when asked', async () => {
    const { channel } = await owner.conversations.open({ users: ines.userId, return_im: true });
    expect(missingFields('direct', channel)).toEqual([]);
    expect(channel).toMatchObject({ is_im: true, user: ines.userId });
    const back = await member.conversations.open({ users: workspace.owner.userId });
    expect(back).toMatchObject({ already_open: true, no_op: true, channel: { id: channel?.id } });
    const again = await member.conversations.open({ channel: channel?.id ?? '' });
    expect(again.channel?.id).toBe(channel?.id);
  });

  test('open answers the same group to whoever names the same people', async () => {
    const { channel } = await owner.conversations.open({ users: `${ines.userId},${otto.userId}` });
    expect(channel?.id).toMatch(/^G/);
    const others = `${otto.userId},${workspace.owner.userId}`;
    const back = await member.conversations.open({ users: others, return_im: true });
    expect(back.channel).toMatchObject({ id: channel?.id, is_mpim: true, is_private: true });
  });

  test('two who open one direct channel at once get one', async () => {
    const both = await Promise.all([
      member.conversations.open({ users: otto.userId }),
      client(house.url, otto.token).conversations.open({ users: ines.userId }),
    ]);
    expect(new Set(both.map(({ channel }) => channel?.id)).size).toBe(1);
  });

  test('mark moves the read mark forward, never back', async () => {
    const { id } = await create();
    await member.conversations.join({ channel: id });
    const { ts: first = '' } = await owner.chat.postMessage({ channel: id, text: '1' });
    const { ts: second = '' } = await owner.chat.postMessage({ channel: id, text: '2' });
    await member.conversations.mark({ channel: id, ts: second });
    expect(await infoOf(member, id)).toMatchObject({ last_read: second });
    await member.conversations.mark({ channel: id, ts: first });
    expect(await infoOf(member, id)).toMatchObject({ last_read: second });
  });

  test('a list as an array goes as well as one with commas', async () => {
    const { id } = await create();
    await callBy(owner, 'conversations.invite', { channel: id, users: [ines.userId, otto.userId] });
    expect(await infoOf(owner, id)).toMatchObject({ num_members: 3 });
  });
});
