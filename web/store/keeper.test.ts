import { beforeEach, expect, test, vi } from 'vitest';
import { lastPerson } from '../device/last-person.ts';
import { ann, bob, general, random, teamId } from '../gateway/testing/sample.ts';
import type { OpenTab } from './testing/fake-browser.ts';
import { shown, stateOf, unread, useRoom } from './testing/room.ts';

const room = useRoom();
beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

const keptAfterMs = 11_000;
const historyCalls = (): number =>
  room.server.calls.filter(({ name }) => name === 'conversations.history').length;

/** A page that was there, read #general, and is gone. */
async function visitBefore(): Promise<void> {
  const tab = await room.browser.open();
  await room.enter(tab);
  await room.settled(keptAfterMs);
  tab.workspace.close();
}

async function openOffline(): Promise<OpenTab> {
  room.browser.isOffline = true;
  const tab = await room.browser.open();
  await room.settled(100);
  return tab;
}

test('without a connection the list and the rows are there as they were, of what was visited alone', async () => {
  room.server.post(general, bob, 'one');
  room.server.post(general, bob, 'two');
  room.server.post(random, bob, 'elsewhere');
  await visitBefore();
  const tab = await openOffline();
  expect(stateOf(tab)).toBe('offline');
  expect(tab.workspace.$self.get()?.id).toBe(ann);
  expect(new Set(tab.workspace.channels.$ids.get())).toEqual(new Set([general, random]));
  expect(unread(tab, random)).toBe(1);
  await room.enter(tab);
  expect(shown(tab)).toEqual(['one', 'two']);
  await room.enter(tab, random);
  expect(tab.workspace.timelines.window(random).get()).toMatchObject({ rows: [], error: 'unreachable' });
});

test('what was missed is caught up with and what was written goes out, without reading anything anew', async () => {
  const first = room.server.post(general, bob, 'one');
  await visitBefore();
  const tab = await openOffline();
  await room.enter(tab);
  tab.workspace.messages.send(general, { text: 'written meanwhile' });
  await room.settled();
  expect(shown(tab)).toEqual(['one', '(written meanwhile)']);
  room.server.edit(general, first.ts, 'one, edited');
  room.server.post(general, bob, 'missed');
  const calls = historyCalls();
  room.browser.isOffline = false;
  await room.settled(5_000);
  expect(stateOf(tab)).toBe('live');
  expect(shown(tab)).toEqual(['one, edited', 'missed', 'written meanwhile']);
  expect(historyCalls()).toBe(calls);
  room.server.post(general, bob, 'and on');
  await room.settled();
  expect(shown(tab).at(-1)).toBe('and on');
});

test('who was greeted shows nothing of before, however late the device is', async () => {
  room.server.post(general, bob, 'one');
  await visitBefore();
  const tab = await room.browser.open();
  await room.settled(keptAfterMs);
  expect(stateOf(tab)).toBe('live');
  expect(tab.workspace.timelines.window(general).get().isLoaded).toBe(false);
});

test('a session that is over leaves nothing to be seen, be the page open or not', async () => {
  room.server.post(general, bob, 'one');
  await visitBefore();
  const tab = await room.browser.open();
  await room.settled(keptAfterMs);
  room.server.closeAll(4002);
  await room.settled();
  expect(stateOf(tab)).toBe('revoked');
  expect(lastPerson.get(teamId)).toBeUndefined();
  const [device] = room.browser.devices.values();
  expect(await device?.seen.list()).toBeUndefined();
  expect(await device?.seen.windows()).toEqual([]);
  tab.workspace.close();
  const after = await openOffline();
  expect(after.workspace.$self.get()).toBeUndefined();
});

test('a channel that one is not in any more is taken off the device', async () => {
  room.server.post(general, bob, 'one');
  await visitBefore();
  const [device] = room.browser.devices.values();
  expect((await device?.seen.windows())?.map(({ channelId }) => channelId)).toEqual([general]);
  const tab = await room.browser.open();
  room.server.leave(general, ann);
  await room.settled(keptAfterMs);
  expect(await device?.seen.windows()).toEqual([]);
  tab.workspace.close();
});

test('without a connection the person’s wishes hold, and no name of an emoji is waited for', async () => {
  const tab = await room.browser.open();
  await room.enter(tab);
  tab.workspace.$wishes.set({
    send_by: 'ctrl_enter',
    sections: [{ id: 's', name: 'Work', channels: [random] }],
  });
  await room.settled(keptAfterMs);
  tab.workspace.close();
  const { workspace } = await openOffline();
  expect(workspace.$wishes.get()).toMatchObject({ sections: [{ name: 'Work', channels: [random] }] });
  expect(workspace.$customEmoji.get()).toEqual(new Map());
});
