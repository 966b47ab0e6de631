import { expect, test } from 'vitest';
import { teamId } from '../gateway/testing/sample.ts';
import { makeGate } from './testing/gate.ts';
import { useRoom } from './testing/room.ts';

const room = useRoom();
const added = (name: string, value: string, seq: number): object => ({
  type: 'emoji_changed',
  subtype: 'add',
  name,
  value,
  event_ts: '1',
  team: teamId,
  seq,
});

test('custom emoji are read once, and kept right by frames', async () => {
  room.server.emoji.set('ferry2', '/emoji/1');
  const tab = await room.browser.open();
  const { $customEmoji } = tab.workspace;
  expect([...($customEmoji.get() ?? [])]).toEqual([['ferry2', '/emoji/1']]);
  tab.network.last.say(added('boat2', 'alias:ferry2', 6));
  tab.network.last.say({
    type: 'emoji_changed',
    subtype: 'rename',
    old_name: 'ferry2',
    new_name: 'ferry3',
    value: '/emoji/1',
    event_ts: '1',
    team: teamId,
    seq: 7,
  });
  expect([...($customEmoji.get() ?? [])]).toEqual([
    ['boat2', 'alias:ferry3'],
    ['ferry3', '/emoji/1'],
  ]);
  room.server.closeAll(1006);
  await room.settled(60_000);
  expect(room.server.calls.filter(({ name }) => name === 'emoji.list')).toHaveLength(1);
});

test('a frame that comes while the list is read is not lost in it', async () => {
  const gate = makeGate();
  room.server.hold = gate.passed;
  const tab = await room.browser.open();
  room.server.emoji.set('ferry2', '/emoji/1');
  tab.network.last.say(added('ferry2', '/emoji/1', 6));
  room.server.hold = undefined;
  gate.open();
  await room.settled();
  expect(tab.workspace.$customEmoji.get()?.get('ferry2')).toBe('/emoji/1');
});

test('without an answer there are none, and the next connection asks again', async () => {
  const { call } = room.server;
  let isLost = true;
  const lossy: typeof call = (name, args) =>
    name === 'emoji.list' && isLost ? Promise.resolve({ ok: false, error: 'unreachable' }) : call(name, args);
  Object.defineProperty(room.server, 'call', { value: lossy });
  room.server.emoji.set('ferry2', '/emoji/1');
  const tab = await room.browser.open();
  expect(tab.workspace.$customEmoji.get()?.size).toBe(0);
  isLost = false;
  room.server.closeAll(1006);
  await room.settled(60_000);
  expect(tab.workspace.$customEmoji.get()?.has('ferry2')).toBe(true);
});
