import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { missingFields } from '../../support/slack-fields.ts';
import { join, signUp, type TestPerson, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

describe.each(sdks)('reactions by $name', ({ client }) => {
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
    channel = workspace.generalId;
  });
  const post = async (): Promise<string> =>
    (await owner.chat.postMessage({ channel, text: 'done' })).ts ?? '';

  test('reactions are on the message for everybody, counted, in the order of their coming', async () => {
    const timestamp = await post();
    await member.reactions.add({ channel, timestamp, name: 'tada' });
    await owner.reactions.add({ channel, timestamp, name: ':tada:' });
    await owner.reactions.add({ channel, timestamp, name: '+1::skin-tone-3' });
    const got = await member.reactions.get({ channel, timestamp });
    expect(missingFields('message', got.message)).toEqual([]);
    const reactions = [
      { name: 'tada', users: [ines.userId, workspace.owner.userId], count: 2 },
      { name: '+1::skin-tone-3', users: [workspace.owner.userId], count: 1 },
    ];
    expect(got).toMatchObject({ type: 'message', channel, message: { ts: timestamp, reactions } });
    const { messages } = await owner.conversations.history({ channel, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts: timestamp, reactions });
  });

  test('a reaction twice is refused, and one taken back is gone', async () => {
    const timestamp = await post();
    const wave = { channel, timestamp, name: 'wave' };
    await member.reactions.add(wave);
    expect(await refusalOf(member.reactions.add(wave))).toBe('already_reacted');
    expect(await refusalOf(owner.reactions.remove(wave))).toBe('no_reaction');
    await member.reactions.remove(wave);
    expect(await refusalOf(member.reactions.remove(wave))).toBe('no_reaction');
    const { message } = await owner.reactions.get({ channel, timestamp, full: true });
    expect(message).not.toHaveProperty('reactions');
    await member.reactions.add(wave);
    expect((await owner.reactions.get({ channel, timestamp })).message?.reactions).toHaveLength(1);
  });
});
