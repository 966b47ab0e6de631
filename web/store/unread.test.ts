import { describe, expect, test } from 'vitest';
import { ann, bob, general } from '../gateway/testing/sample.ts';
import { unread, useRoom } from './testing/room.ts';

const room = useRoom();

describe('unread', () => {
  test('counts others’ messages, takes deleted ones back, and one’s own post reads everything', async () => {
    const tab = await room.browser.open();
    const one = room.server.post(general, bob, 'one');
    room.server.post(general, bob, 'two');
    await room.settled();
    expect(unread(tab)).toBe(2);
    room.server.remove(general, one.ts);
    await room.settled();
    expect(unread(tab)).toBe(1);
    tab.workspace.messages.send(general, { text: 'mine' });
    await room.settled();
    expect(unread(tab)).toBe(0);
    expect(room.server.channel(general).unread(ann)).toBe(0);
  });

  test('looking at the newest reads it; coming messages too, at most one mark in 3 s', async () => {
    room.server.post(general, bob, 'one');
    const tab = await room.browser.open();
    await room.enter(tab);
    tab.workspace.timelines.setLooking(general, true);
    for (let n = 0; n < 20; n += 1) {
      room.server.post(general, bob, `${n}`);
      await room.settled(100);
    }
    expect(unread(tab)).toBe(0);
    expect(tab.network.last.frames.filter(({ type }) => type === 'mark').length).toBeLessThanOrEqual(1);
    await room.settled(4_000);
    expect(room.server.channel(general).unread(ann)).toBe(0);
    expect(tab.network.last.frames.filter(({ type }) => type === 'mark')).toHaveLength(2);
  });

  test('"New" stands at the first unread message until one leaves', async () => {
    room.server.post(general, bob, 'old');
    room.server.mark(general, ann, room.server.channel(general).tsAt(0));
    const first = room.server.post(general, bob, 'first');
    room.server.post(general, bob, 'second');
    const tab = await room.browser.open();
    const { timelines } = tab.workspace;
    await room.enter(tab);
    timelines.setLooking(general, true);
    expect(timelines.window(general).get().firstUnreadTs).toBe(first.ts);
    timelines.leave(general);
    expect(timelines.window(general).get().firstUnreadTs).toBeUndefined();
    await room.enter(tab);
    expect(timelines.window(general).get().firstUnreadTs).toBeUndefined();
  });

  test('"New" stands at what comes while one does not look', async () => {
    const tab = await room.browser.open();
    await room.enter(tab);
    tab.workspace.timelines.setLooking(general, false);
    const first = room.server.post(general, bob, 'first');
    room.server.post(general, bob, 'second');
    await room.settled();
    expect(tab.workspace.timelines.window(general).get().firstUnreadTs).toBe(first.ts);
    expect(unread(tab)).toBe(2);
  });

  test('unread from here holds against looking and one’s own posts, until it is read explicitly', async () => {
    for (let n = 0; n < 3; n += 1) room.server.post(general, bob, `${n}`);
    const tab = await room.browser.open();
    await room.enter(tab);
    tab.workspace.timelines.setLooking(general, true);
    await room.settled(4_000);
    tab.workspace.messages.markUnreadFrom(general, room.server.channel(general).tsAt(1));
    expect(unread(tab)).toBe(2);
    await room.settled(4_000);
    expect(room.server.channel(general).unread(ann)).toBe(2);
    tab.workspace.messages.send(general, { text: 'mine' });
    await room.settled(4_000);
    expect(unread(tab)).toBe(3);
    tab.workspace.messages.markAllRead(general);
    expect(unread(tab)).toBe(0);
    await room.settled(4_000);
    expect(room.server.channel(general).unread(ann)).toBe(0);
  });

  test('read while offline is told when the connection is there, and hello does not undo it', async () => {
    room.server.post(general, bob, 'one');
    const tab = await room.browser.open();
    await room.enter(tab);
    room.server.isDown = true;
    room.server.closeAll(1006);
    await room.settled();
    tab.workspace.timelines.setLooking(general, true);
    expect(unread(tab)).toBe(0);
    room.server.isDown = false;
    await room.settled(10_000);
    expect(unread(tab)).toBe(0);
    expect(room.server.channel(general).unread(ann)).toBe(0);
  });
});
