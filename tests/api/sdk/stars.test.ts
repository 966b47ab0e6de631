import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HelloFrame } from '../../../protocol/frames.ts';
import { startHouse, type House } from '../../support/house.ts';
import { callBy, pagesBy, sdks, type WebClient } from '../../support/sdk.ts';
import { connect } from '../../support/gateway-client.ts';
import { join, signUp, unique, type TestPerson, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const soon = { timeout: 15_000, interval: 50 };

describe.each(sdks)('what one keeps, by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let owner: WebClient;
  let member: WebClient;
  let channel: string;

  beforeAll(async () => {
    workspace = await signUp(house);
    ines = await join(workspace);
    owner = client(house.url, workspace.owner.token);
    member = client(house.url, ines.token);
  });
  const newChannel = async (): Promise<string> => {
    const made = await owner.conversations.create({ name: unique('room'), is_private: true });
    await owner.conversations.invite({ channel: made.channel?.id ?? '', users: ines.userId });
    return made.channel?.id ?? '';
  };
  const post = async (text = 'words'): Promise<string> =>
    (await owner.chat.postMessage({ channel, text })).ts ?? '';
  const starred = async () => (await callBy(member, 'stars.list', {})).items;

  test('stars are listed newest first, for the one who starred alone, and shown on what they read', async () => {
    channel = await newChannel();
    const [first, second] = [await post(), await post()];
    const before = (await starred()).length;
    await member.stars.add({ channel, timestamp: first });
    await member.stars.add({ channel, timestamp: second });
    await member.stars.add({ channel });
    const items = (await starred()).slice(0, 3);
    expect(items).toMatchObject([
      { type: 'channel', channel },
      { type: 'message', channel, message: { ts: second, is_starred: true } },
      { type: 'message', channel, message: { ts: first, is_starred: true } },
    ]);
    expect((await callBy(member, 'stars.list', {})).paging).toMatchObject({ total: before + 3, page: 1 });
    expect((await callBy(owner, 'stars.list', {})).items).toEqual([]);
    const read = await callBy(member, 'conversations.history', { channel, limit: 2 });
    expect(read.messages.map(({ is_starred: isStarred }) => isStarred)).toEqual([true, true]);
    const others = await callBy(owner, 'conversations.history', { channel, limit: 2 });
    expect(others.messages.map(({ is_starred: isStarred }) => isStarred)).toEqual([undefined, undefined]);
  });

  test('pages by number and by cursor hold the same', async () => {
    channel = await newChannel();
    for (let count = 0; count < 5; count += 1)
      await member.stars.add({ channel, timestamp: await post(String(count)) });
    const all = await starred();
    const numbered = [];
    for (let page = 1; page <= Math.ceil(all.length / 2); page += 1)
      numbered.push(...(await callBy(member, 'stars.list', { count: 2, page })).items);
    expect(numbered).toEqual(all);
    const paged = [];
    for await (const page of pagesBy(member, 'stars.list', { limit: 2 })) paged.push(...page.items);
    expect(paged).toEqual(all);
  });

  test('what is deleted, or no longer theirs to see, leaves the list; a star of it can still be taken back', async () => {
    channel = await newChannel();
    const [kept, deleted] = [await post('kept'), await post('deleted')];
    for (const timestamp of [kept, deleted]) await member.stars.add({ channel, timestamp });
    await owner.chat.delete({ channel, ts: deleted });
    const here = async () => (await starred()).filter((item) => item.channel === channel);
    expect(await here()).toMatchObject([{ message: { ts: kept } }]);
    await owner.conversations.kick({ channel, user: ines.userId });
    expect(await here()).toEqual([]);
    expect(await member.stars.remove({ channel, timestamp: kept })).toMatchObject({ ok: true });
    await owner.conversations.invite({ channel, users: ines.userId });
    expect(await here()).toEqual([]);
  });

  test('other sockets of the person hear of it, and the list of channels says which are starred', async () => {
    channel = await newChannel();
    const timestamp = await post();
    const socket = await connect(house.url, ines.token);
    await socket.next(({ type }) => type === 'hello');
    await member.stars.add({ channel });
    await member.stars.add({ channel, timestamp });
    await member.stars.remove({ channel, timestamp });
    const added = await socket.next((frame) => frame.type === 'star_added');
    expect(added).toMatchObject({ user: ines.userId, item: { type: 'channel', channel } });
    const removed = await socket.next((frame) => frame.type === 'star_removed');
    expect(removed).toMatchObject({ item: { type: 'message', channel, ts: timestamp } });
    await socket.close();
    const again = await connect(house.url, ines.token);
    const hello = v.parse(HelloFrame, await again.next(({ type }) => type === 'hello'));
    const line = hello.channels.find(({ id }) => id === channel);
    expect(line).toMatchObject({ starred: true });
    await again.close();
  });

  test('reactions are listed where the caller may see them, the last one first, each message once', async () => {
    channel = await newChannel();
    const [first, second, third] = [await post('1'), await post('2'), await post('3')];
    await member.reactions.add({ channel, timestamp: second, name: 'tada' });
    await member.reactions.add({ channel, timestamp: third, name: 'tada' });
    await member.reactions.add({ channel, timestamp: first, name: 'tada' });
    await member.reactions.add({ channel, timestamp: first, name: 'wave' });
    const of = async (by: WebClient) => {
      const { items } = await callBy(by, 'reactions.list', { user: ines.userId });
      return items.filter((item) => item.channel === channel).map(({ message }) => message.text);
    };
    await expect.poll(() => of(owner), soon).toEqual(['1', '3', '2']);
    expect(await of(client(house.url, (await join(workspace)).token))).toEqual([]);
    const paged = [];
    for await (const page of pagesBy(member, 'reactions.list', { limit: 2 })) paged.push(...page.items);
    expect(paged.filter((item) => item.channel === channel).map(({ message }) => message.text)).toEqual([
      '1',
      '3',
      '2',
    ]);

    await member.reactions.remove({ channel, timestamp: first, name: 'wave' });
    await member.reactions.remove({ channel, timestamp: third, name: 'tada' });
    await owner.chat.delete({ channel, ts: second });
    await expect.poll(() => of(owner), soon).toEqual(['1']);
    const { items } = await callBy(owner, 'reactions.list', { user: ines.userId });
    expect(items[0]?.message.reactions).toEqual([{ name: 'tada', users: [ines.userId], count: 1 }]);
  });
});
