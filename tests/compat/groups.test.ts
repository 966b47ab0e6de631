import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRaw } from '../api/ask-raw.ts';
import { makeWorld, type World } from '../api/world.ts';
import { startHouse } from '../support/house.ts';
import type { TestPerson } from '../support/workspace.ts';

let world: World;
/** Nine of them with the owner. */
let eight: TestPerson[];
beforeAll(async () => {
  world = await makeWorld(await startHouse());
  eight = await Promise.all(Array.from({ length: 8 }, () => world.newPerson()));
});
afterAll(() => world.house.stop());

const idsOf = (people: readonly TestPerson[]): string[] => people.map(({ userId }) => userId);

test('a group of nine is found again by its people, in whatever order and whoever of them asks', async () => {
  const { ask, owner } = world;
  const users = idsOf(eight);
  const { channel } = await ask('conversations.open', owner.token, { users });
  const same = { channel: { id: channel.id }, already_open: true, no_op: true };
  const orders = [users.toReversed(), users.toSorted(), [...users.slice(3), ...users.slice(0, 3)]];
  for (const order of orders)
    expect(await ask('conversations.open', owner.token, { users: order })).toMatchObject(same);
  // Named twice, and with oneself among them, it is the same people.
  const twice = [...users, ...users, owner.userId];
  expect(await ask('conversations.open', owner.token, { users: twice })).toMatchObject(same);
  for (const person of eight) {
    const others = [owner, ...eight].filter((other) => other !== person);
    const found = await ask('conversations.open', person.token, { users: idsOf(others).toSorted() });
    expect(found.channel.id).toBe(channel.id);
  }
  const { members } = await ask('conversations.members', owner.token, { channel: channel.id });
  expect(members.toSorted()).toEqual(idsOf([owner, ...eight]).toSorted());
});

test('one person less, or another one, is another group', async () => {
  const { ask, owner, member } = world;
  const open = async (users: string[]) =>
    (await ask('conversations.open', owner.token, { users })).channel.id;
  const seven = idsOf(eight.slice(1));
  const groups = [await open(idsOf(eight)), await open(seven), await open([...seven, member.userId])];
  expect(new Set(groups).size).toBe(3);
});

test('the tenth is refused, and no group is made', async () => {
  const { ask, owner, member, url } = world;
  const users = [...idsOf(eight), member.userId];
  const before = await ask('users.conversations', owner.token, { types: 'mpim' });
  const answer = await askRaw(url, 'conversations.open', owner.token, { users });
  expect(answer).toEqual({ ok: false, error: 'too_many_users' });
  const after = await ask('users.conversations', owner.token, { types: 'mpim' });
  expect(after.channels.length).toBe(before.channels.length);
});
