import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { callBy, pagesBy, sdks, type WebClient } from '../../support/sdk.ts';
import { join, signUp, unique, type TestPerson, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const soon = { timeout: 15_000, interval: 50 };

describe.each(sdks)('what mentions one, by $name', ({ client }) => {
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
    const made = await owner.conversations.create({ name: unique('room'), is_private: true });
    channel = made.channel?.id ?? '';
    await owner.conversations.invite({ channel, users: ines.userId });
  });
  const post = async (text: string, threadTs?: string): Promise<string> =>
    (
      await owner.chat.postMessage({
        channel,
        text,
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      })
    ).ts ?? '';
  const texts = async (): Promise<string[]> =>
    (await callBy(member, 'mentions.list', {})).items.map(({ message }) => message.text);

  test('is listed newest first, read or not, also from threads, until it is edited or deleted', async () => {
    const first = await post(`one <@${ines.userId}>`);
    await post('nobody');
    const second = await post(`two <@${ines.userId}>`);
    await post(`three <@${ines.userId}>`, first);
    const named = (word: string): string => `${word} <@${ines.userId}>`;
    await expect.poll(texts, soon).toEqual([named('three'), named('two'), named('one')]);
    await member.conversations.mark({ channel, ts: second });
    expect(await texts()).toHaveLength(3);
    await owner.chat.update({ channel, ts: second, text: 'two, and nobody' });
    await expect.poll(texts, soon).toEqual([named('three'), named('one')]);
    expect((await callBy(owner, 'mentions.list', {})).items).toEqual([]);
    const paged: string[] = [];
    for await (const { items } of pagesBy(member, 'mentions.list', { limit: 1 }))
      paged.push(...items.map(({ message }) => message.text));
    expect(paged).toEqual(await texts());
  });

  test('is gone with the channel that one is no longer in', async () => {
    await member.conversations.leave({ channel });
    await expect.poll(texts, soon).toEqual([]);
  });
});
