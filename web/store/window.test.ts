import { describe, expect, test } from 'vitest';
import { ann, bob, general, random, teamId } from '../gateway/testing/sample.ts';
import type { Row } from './contract.ts';
import { shown, stateOf, textOf, unread, useRoom } from './testing/room.ts';

const room = useRoom();

describe('opening', () => {
  test('shows who looks, the channels and what is unread, from hello alone', async () => {
    for (let n = 0; n < 3; n += 1) room.server.post(general, bob, `${n}`);
    const tab = await room.browser.open();
    const { $self, $team, channels } = tab.workspace;
    expect($self.get()?.id).toBe(ann);
    expect($team.get()?.id).toBe(teamId);
    expect(channels.$ids.get()).toEqual([general, random]);
    expect(channels.line(general).get()).toMatchObject({ name: 'aaa', unread: 3 });
    expect(channels.$badge.get()).toEqual({ mentions: 0, hasUnread: true });
    expect(room.server.calls.map(({ name }) => name)).toEqual(['emoji.list', 'users.list']);
  });

  test('without a session tries the account once, and then says so', async () => {
    room.server.cookie = undefined;
    const tab = await room.browser.open();
    await room.settled(1_000);
    expect(stateOf(tab)).toBe('signed_out');
    expect(room.server.calls.map(({ name }) => name)).toEqual(['workspaces.enter']);
    expect(room.browser.clock.pending).toBe(0);
  });
});

describe('a window', () => {
  test('opens at the newest page, and takes live messages', async () => {
    for (let n = 0; n < 5; n += 1) room.server.post(general, bob, `${n}`);
    const tab = await room.browser.open();
    await room.enter(tab);
    room.server.post(general, bob, 'live');
    await room.settled();
    expect(shown(tab)).toEqual(['0', '1', '2', '3', '4', 'live']);
    const window = tab.workspace.timelines.window(general).get();
    expect(window).toMatchObject({ hasOlder: false, hasNewer: false, loading: 'none', error: undefined });
  });

  test('opens with the first unread message in it, also when there are more than a page', async () => {
    for (let n = 0; n < 150; n += 1) room.server.post(general, bob, `${n}`);
    room.server.mark(general, ann, room.server.channel(general).tsAt(9));
    const tab = await room.browser.open();
    await room.enter(tab);
    const { rows, firstUnreadTs } = tab.workspace.timelines.window(general).get();
    const first = rows.find((row) => row.kind === 'message' && row.message.ts === firstUnreadTs);
    expect(first && textOf(first)).toBe('10');
    expect(shown(tab).at(-1)).toBe('149');
  });

  test('opens around the first unread message where hundreds follow, and pages both ways without a hole', async () => {
    for (let n = 0; n < 900; n += 1) room.server.post(general, bob, `${n}`);
    room.server.mark(general, ann, room.server.channel(general).tsAt(299));
    const tab = await room.browser.open();
    await room.enter(tab);
    const window = (): { rows: readonly Row[]; hasNewer: boolean; hasOlder: boolean } =>
      tab.workspace.timelines.window(general).get();
    expect(window()).toMatchObject({ hasOlder: true, hasNewer: true });
    expect(shown(tab)).toContain('300');
    for (let page = 0; page < 20 && window().hasNewer; page += 1)
      await tab.workspace.timelines.loadNewer(general);
    for (let page = 0; page < 20 && window().hasOlder; page += 1)
      await tab.workspace.timelines.loadOlder(general);
    expect(shown(tab)).toEqual(Array.from({ length: 900 }, (_, n) => `${n}`));
  });

  test('finds what follows over a silence of months', async () => {
    const channel = room.server.channel(general);
    for (let n = 0; n < 60; n += 1) room.server.post(general, bob, `${n}`);
    channel.spacing = 90 * 86_400 * 1_000_000;
    room.server.post(general, bob, 'late');
    channel.spacing = 1;
    for (let n = 0; n < 700; n += 1) room.server.post(general, bob, `burst ${n}`);
    const tab = await room.browser.open();
    await tab.workspace.timelines.jumpTo(general, room.server.channel(general).tsAt(10));
    for (let page = 0; page < 40; page += 1) await tab.workspace.timelines.loadNewer(general);
    expect(shown(tab)).toEqual([
      ...Array.from({ length: 60 }, (_, n) => `${n}`),
      'late',
      ...Array.from({ length: 700 }, (_, n) => `burst ${n}`),
    ]);
    expect(room.server.calls.length).toBeLessThan(100);
  });

  test('is not appended to while it does not reach the newest', async () => {
    for (let n = 0; n < 500; n += 1) room.server.post(general, ann, `${n}`);
    const tab = await room.browser.open();
    await room.enter(tab);
    await tab.workspace.timelines.jumpTo(general, room.server.channel(general).tsAt(20));
    const before = shown(tab);
    room.server.post(general, bob, 'live');
    await room.settled();
    expect(shown(tab)).toEqual(before);
    await tab.workspace.timelines.jumpToNewest(general);
    expect(shown(tab).at(-1)).toBe('live');
    expect(tab.workspace.timelines.window(general).get().hasNewer).toBe(false);
  });

  test('jumps within what it holds without a load', async () => {
    for (let n = 0; n < 20; n += 1) room.server.post(general, bob, `${n}`);
    const tab = await room.browser.open();
    await room.enter(tab);
    const calls = room.server.calls.length;
    const { generation } = tab.workspace.timelines.window(general).get();
    const ts = room.server.channel(general).tsAt(3);
    await tab.workspace.timelines.jumpTo(general, ts);
    expect(tab.workspace.timelines.window(general).get()).toMatchObject({ targetTs: ts, generation });
    expect(room.server.calls).toHaveLength(calls);
  });

  test('lets its far end go, and reads it again', async () => {
    for (let n = 0; n < 1_500; n += 1) room.server.post(general, bob, `${n}`);
    room.server.mark(general, ann, room.server.channel(general).tsAt(-1));
    const tab = await room.browser.open();
    await room.enter(tab);
    for (let page = 0; page < 20; page += 1) await tab.workspace.timelines.loadOlder(general);
    const window = tab.workspace.timelines.window(general);
    expect(window.get().rows).toHaveLength(1_000);
    expect(window.get()).toMatchObject({ hasOlder: false, hasNewer: true });
    expect(shown(tab)[0]).toBe('0');
    for (let page = 0; page < 20 && window.get().hasNewer; page += 1)
      await tab.workspace.timelines.loadNewer(general);
    expect(shown(tab).at(-1)).toBe('1499');
    expect(window.get().hasOlder).toBe(true);
  });

  test('of a channel that is left keeps its rows for the way back, a dozen of them', async () => {
    const tab = await room.browser.open();
    room.server.post(general, bob, 'one');
    await room.enter(tab);
    tab.workspace.timelines.leave(general);
    room.server.post(general, bob, 'two');
    await room.settled();
    const calls = room.server.calls.length;
    await room.enter(tab);
    expect(shown(tab)).toEqual(['one', 'two']);
    expect(room.server.calls).toHaveLength(calls);
  });

  test('says what it could not read, and reads it when the server is there again', async () => {
    const tab = await room.browser.open();
    room.server.post(general, bob, 'one');
    room.server.isDown = true;
    room.server.closeAll(1006);
    await room.enter(tab);
    expect(tab.workspace.timelines.window(general).get().error).toBe('unreachable');
    room.server.isDown = false;
    await room.settled(60_000);
    expect(shown(tab)).toEqual(['one']);
  });

  test('a storm of 500 messages while scrolled up changes no row above it, and tells once', async () => {
    for (let n = 0; n < 60; n += 1) room.server.post(general, bob, `${n}`);
    const tab = await room.browser.open();
    await room.enter(tab);
    tab.workspace.timelines.setLooking(general, false);
    const before = tab.workspace.timelines.window(general).get().rows;
    let told = 0;
    tab.workspace.timelines.window(general).listen(() => {
      told += 1;
    });
    for (let n = 0; n < 500; n += 1) room.server.post(general, bob, `storm ${n}`);
    await room.settled();
    const { rows, firstUnreadTs, generation } = tab.workspace.timelines.window(general).get();
    expect(rows).toHaveLength(560);
    expect(before.every((row, index) => rows[index] === row)).toBe(true);
    expect(told).toBeLessThan(3);
    expect(generation).toBe(1);
    expect(firstUnreadTs).toBeDefined();
    expect(unread(tab)).toBe(560);
  });
});
