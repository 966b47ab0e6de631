import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { close } from '../../durable-objects/channel/close.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { Member } from '../../durable-objects/member/member.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { intercept, until } from './support/faults.ts';
import { onRoom } from './support/room.ts';
import { socketOf } from './support/socket.ts';
import { channelOf, expectOk, objects, stubs, workspace } from './support/workspace.ts';
import type { TestChannel, Workspace } from './support/workspace.ts';

interface Scene {
  readonly ws: Workspace;
  readonly ann: Actor;
  readonly bob: Actor;
  readonly direct: TestChannel;
}
async function scene(): Promise<Scene> {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  const { summary } = expectOk(await ws.directory.openDirect(ann, [bob.userId], true));
  return { ws, ann, bob, direct: channelOf(summary.id) };
}

const memberOf = ({ ws }: Scene, { userId }: Actor) => objects.member(ws.teamId, userId);
const isOpenFor = async (it: Scene, actor: Actor): Promise<boolean | undefined> =>
  (await memberOf(it, actor).membership(it.direct.id))?.isOpen;

/** As conversations.close does it. */
async function closeFor(it: Scene, actor: Actor): Promise<{ already: boolean }> {
  const { seq } = expectOk(await it.direct.object.close(actor));
  return expectOk(await memberOf(it, actor).closeConversation(it.direct.id, seq));
}

test('a closed conversation is out of one person’s list until the next message, also after deaths', async () => {
  const it = await scene();
  const { ws, ann, bob, direct } = it;
  await direct.post(ann, 'hello');
  expect(await closeFor(it, bob)).toMatchObject({ already: false });
  expect(await closeFor(it, bob)).toMatchObject({ already: true });
  expect([await isOpenFor(it, ann), await isOpenFor(it, bob)]).toEqual([true, false]);
  await evictDurableObject(stubs.member(bob));
  await evictDurableObject(stubs.channel(direct.id));
  const socket = await socketOf(ws, bob);
  const { channels } = await socket.hellos();
  expect(channels.find(({ id }) => id === direct.id)?.is_open).toBe(false);
  await direct.post(ann, 'are you there?');
  expect(await socket.next(({ type }) => type === 'im_open')).toMatchObject({
    user: bob.userId,
    channel: direct.id,
  });
  expect(await isOpenFor(it, bob)).toBe(true);
  const again = await socketOf(ws, bob);
  const line = (await again.hellos()).channels.find(({ id }) => id === direct.id);
  expect(line).not.toHaveProperty('is_open');
});

test('one’s own sockets are told that it is closed and opened by hand', async () => {
  const it = await scene();
  const { ws, bob, direct } = it;
  const socket = await socketOf(ws, bob);
  await socket.hellos();
  await closeFor(it, bob);
  expect(await socket.next(({ type }) => type === 'im_close')).toMatchObject({ channel: direct.id });
  expectOk(await memberOf(it, bob).openConversation(direct.id));
  expect(await socket.next(({ type }) => type === 'im_open')).toMatchObject({ channel: direct.id });
  expect(expectOk(await memberOf(it, bob).openConversation(direct.id)).already).toBe(true);
  // Nothing was said since, and it can be closed once more.
  expect(await closeFor(it, bob)).toMatchObject({ already: false });
  expect(await isOpenFor(it, bob)).toBe(false);
});

test('a lost push is made good: the socket is told how it stands', async () => {
  const it = await scene();
  const { ws, bob, direct } = it;
  const socket = await socketOf(ws, bob);
  await socket.hellos();
  let isLost = true;
  intercept(Gateway, 'push', async ({ proceed }) => {
    if (isLost) throw new Error('lost');
    return proceed();
  });
  await closeFor(it, bob);
  isLost = false;
  expectOk(await memberOf(it, bob).setPreferences(direct.id, { muted: true }));
  expect(await socket.next(({ type }) => type === 'im_close')).toMatchObject({ channel: direct.id });
});

test('a message that is told before the closing that came before it leaves it open', async () => {
  const it = await scene();
  const { ann, bob, direct } = it;
  const { seq } = expectOk(await direct.object.close(bob));
  await direct.post(ann, 'meanwhile');
  await until(async () => (await rowOf(it, bob)) > seq);
  expectOk(await memberOf(it, bob).closeConversation(direct.id, seq));
  expect(await isOpenFor(it, bob)).toBe(true);
});

test('a Member that is down is owed the message, and others are not held up', async () => {
  const it = await scene();
  const { ann, bob, direct } = it;
  await closeFor(it, bob);
  let isDown = true;
  intercept(Member, 'receive', async ({ name, proceed }) => {
    if (isDown && name.endsWith(bob.userId)) throw new Error('down');
    return proceed();
  });
  const { seq } = await direct.post(ann, 'hello?');
  await until(async () => (await memberOf(it, ann).membership(direct.id))?.markOrdinal === 1);
  expect(await isOpenFor(it, bob)).toBe(false);
  isDown = false;
  await evictDurableObject(stubs.channel(direct.id));
  await direct.post(ann, 'still there?');
  await until(async () => (await isOpenFor(it, bob)) === true);
  expect(seq).toBeGreaterThan(0);
});

test('a reply in a thread opens nothing, and who did not close is not told of messages', () =>
  onRoom(
    async (bench) => {
      const { ann, bob, others } = bench;
      const root = bench.post(ann, 'root');
      await bench.drained();
      expectOk(close(bench.room, bob));
      bench.post(ann, 'in the thread', { threadTs: root.ts });
      await bench.drained();
      const openings = () =>
        others.received.flatMap(({ userId, delivery }) =>
          delivery.opened === undefined ? [] : [[userId, delivery.opened]],
        );
      expect(openings()).toEqual([]);
      bench.restart();
      const { seq } = bench.post(ann, 'in the channel');
      await bench.drained();
      expect(openings()).toEqual([[bob.userId, seq]]);
      // Once: the next message costs no call.
      bench.post(ann, 'and again');
      await bench.drained();
      expect(openings()).toHaveLength(1);
    },
    { kind: 'direct' },
  ));

test('a channel is not closed, nor what one is not in', async () => {
  const it = await scene();
  const { ws, ann, direct } = it;
  const eve = await ws.person();
  const channel = await ws.channelWith([ann]);
  expect(await channel.object.close(ann)).toMatchObject({ error: 'method_not_supported_for_channel_type' });
  expect(await direct.object.close(eve)).toMatchObject({ error: 'channel_not_found' });
  expect(await memberOf(it, eve).closeConversation(direct.id, 1)).toMatchObject({ error: 'not_in_channel' });
});

/** Up to where the person's Member was told of messages. */
const rowOf = ({ direct }: Scene, person: Actor): Promise<number> =>
  runInDurableObject(
    stubs.member(person),
    (_, { storage }: DurableObjectState) =>
      storage.sql
        .exec<{ seq: number }>('select opened_seq as seq from memberships where channel = ?', direct.id)
        .one().seq,
  );
