import { describe, expect, test } from 'vitest';
import type { Message } from '../../protocol/entities.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { ann, bob, general } from '../gateway/testing/sample.ts';
import type { OpenTab } from './testing/fake-browser.ts';
import { makeGate } from './testing/gate.ts';
import { shown, textOf, useRoom } from './testing/room.ts';

const room = useRoom();

describe('edit, remove, react', () => {
  const messageOf = (tab: OpenTab, index: number): Message | undefined => {
    const row = tab.workspace.timelines.window(general).get().rows[index];
    return row?.kind === 'message' ? row.message : undefined;
  };

  test('are seen at once', async () => {
    const tab = await room.browser.open();
    const mine = room.server.post(general, ann, 'mine');
    const other = room.server.post(general, ann, 'other');
    await room.enter(tab);
    const gate = makeGate();
    room.server.hold = gate.passed;
    const edited = tab.workspace.messages.edit(general, mine.ts, 'better');
    const reacted = tab.workspace.messages.toggleReaction(general, mine.ts, 'tada');
    tab.workspace.messages.hide(general, other.ts);
    expect(shown(tab)).toEqual(['better']);
    expect(messageOf(tab, 0)?.reactions).toEqual([{ name: 'tada', users: [ann], count: 1 }]);
    gate.open();
    expect((await Promise.all([edited, reacted])).every(({ ok }) => ok)).toBe(true);
    await room.settled(10_000);
    expect(shown(tab)).toEqual(['better']);
    expect(messageOf(tab, 0)).toMatchObject({ reactions: [{ name: 'tada', users: [ann], count: 1 }] });
    expect(messageOf(tab, 0)?.edited).toBeDefined();
  });

  test('are taken back where they are refused', async () => {
    const tab = await room.browser.open();
    const theirs = room.server.post(general, bob, 'theirs');
    await room.enter(tab);
    const edited = tab.workspace.messages.edit(general, theirs.ts, 'mine now');
    expect(shown(tab)).toEqual(['mine now']);
    await expect(edited).resolves.toMatchObject({ error: 'cant_update_message' });
    expect(shown(tab)).toEqual(['theirs']);
  });

  test('what is hidden stays so through what comes, and is back as it was; what is deleted does not come back', async () => {
    const tab = await room.browser.open();
    const [first, mine] = [room.server.post(general, bob, 'first'), room.server.post(general, ann, 'mine')];
    await room.enter(tab);
    const { messages, timelines } = tab.workspace;
    const before = timelines.window(general).get().rows;
    messages.hide(general, mine.ts);
    expect(shown(tab)).toEqual(['first']);
    // Nor is it what ↑ edits.
    expect(messages.lastOwn(general)).toBeUndefined();
    room.server.post(general, bob, 'last');
    await room.settled();
    expect(shown(tab)).toEqual(['first', 'last']);
    messages.unhide(general, mine.ts);
    expect(timelines.window(general).get().rows.slice(0, 2)).toEqual(before);

    messages.hide(general, mine.ts);
    messages.hide(general, first.ts);
    room.server.remove(general, first.ts);
    messages.unhide(general, mine.ts, true);
    messages.unhide(general, first.ts, true);
    // The log has not said so yet.
    expect(shown(tab)).toEqual(['last']);
    await room.settled();
    expect(shown(tab)).toEqual(['last']);
    room.server.remove(general, mine.ts);
    await room.settled(10_000);
    expect(shown(tab)).toEqual(['last']);
  });

  test('a reaction is toggled by what is shown, however fast', async () => {
    const row = room.server.post(general, bob, 'x');
    const tab = await room.browser.open();
    await room.enter(tab);
    const toggles = [1, 2, 3].map(() => tab.workspace.messages.toggleReaction(general, row.ts, 'eyes'));
    expect(messageOf(tab, 0)?.reactions).toEqual([{ name: 'eyes', users: [ann], count: 1 }]);
    await Promise.all(toggles);
    await room.settled(10_000);
    expect(messageOf(tab, 0)?.reactions).toEqual([{ name: 'eyes', users: [ann], count: 1 }]);
  });

  test('↑ finds one’s own newest message, of the channel and of a thread', async () => {
    const mine = room.server.post(general, ann, 'mine');
    room.server.post(general, bob, 'theirs');
    const tab = await room.browser.open();
    await room.enter(tab);
    expect(tab.workspace.messages.lastOwn(general)?.ts).toBe(mine.ts);
    tab.workspace.timelines.enterThread(general, mine.ts);
    await room.settled();
    expect(tab.workspace.messages.lastOwn(general, mine.ts)).toBeUndefined();
  });
});

describe('a thread', () => {
  test('is read by its own address, and follows live', async () => {
    const parent = room.server.post(general, bob, 'parent');
    room.server.post(general, bob, 'one', { threadTs: parent.ts });
    const tab = await room.browser.open();
    tab.workspace.timelines.enterThread(general, parent.ts);
    await room.settled();
    room.server.post(general, bob, 'two', { threadTs: parent.ts });
    room.server.post(general, bob, 'elsewhere');
    await room.settled();
    const thread = tab.workspace.timelines.thread(general, parent.ts).get();
    expect(thread.rows.map(textOf)).toEqual(['one', 'two']);
    expect(thread.parent?.kind === 'message' && thread.parent.message.reply_count).toBe(2);
  });

  test('is caught up with after a loss', async () => {
    const parent = room.server.post(general, bob, 'parent');
    const tab = await room.browser.open();
    tab.workspace.timelines.enterThread(general, parent.ts);
    await room.settled();
    room.server.closeAll(1006);
    room.server.post(general, bob, 'missed', { threadTs: parent.ts });
    await room.settled(2_000);
    expect(tab.workspace.timelines.thread(general, parent.ts).get().rows.map(textOf)).toEqual(['missed']);
  });

  test('keeps a deleted parent as a tombstone, and ends with its last reply', async () => {
    const parent = room.server.post(general, bob, 'parent');
    const reply = room.server.post(general, bob, 'reply', { threadTs: parent.ts });
    const tab = await room.browser.open();
    await room.enter(tab);
    tab.workspace.timelines.enterThread(general, parent.ts);
    await room.settled();
    room.server.remove(general, parent.ts);
    await room.settled();
    const thread = () => tab.workspace.timelines.thread(general, parent.ts).get();
    expect(thread().parent).toMatchObject({ message: { subtype: 'tombstone' } });
    expect(thread().rows.map(textOf)).toEqual(['reply']);
    room.server.remove(general, reply.ts);
    await room.settled();
    expect(thread()).toMatchObject({ parent: undefined, rows: [], error: 'thread_not_found' });
    expect(shown(tab)).toEqual([]);
  });

  test('that one follows: "New" stands at the first unread reply, and looking reads it', async () => {
    const parent = room.server.post(general, bob, 'parent');
    const read = room.server.post(general, bob, 'read', { threadTs: parent.ts });
    const fresh = room.server.post(general, bob, 'fresh', { threadTs: parent.ts });
    room.server.followed.set(parent.ts, read.ts);
    const tab = await room.browser.open();
    const { timelines } = tab.workspace;
    timelines.enterThread(general, parent.ts);
    await room.settled();
    const thread = timelines.thread(general, parent.ts);
    expect(thread.get()).toMatchObject({ isFollowed: true, firstUnreadTs: fresh.ts });
    expect(room.server.followed.get(parent.ts)).toBe(read.ts);
    timelines.setLookingAtThread(general, parent.ts, true);
    await room.settled();
    expect(room.server.followed.get(parent.ts)).toBe(fresh.ts);
    const later = room.server.post(general, bob, 'later', { threadTs: parent.ts });
    await room.settled(4_000);
    expect(room.server.followed.get(parent.ts)).toBe(later.ts);
    expect(thread.get().firstUnreadTs).toBe(fresh.ts);
  });

  test('is followed and left at once, and what another device did is told', async () => {
    const parent = room.server.post(general, bob, 'parent');
    const tab = await room.browser.open();
    const { timelines, messages } = tab.workspace;
    const isFollowed = (): boolean | undefined => timelines.thread(general, parent.ts).get().isFollowed;
    timelines.enterThread(general, parent.ts);
    messages.followThread(general, parent.ts, true);
    expect(isFollowed()).toBe(true);
    room.server.refuses = ({ type }) => (type === 'unfollow' ? 'channel_not_found' : undefined);
    messages.followThread(general, parent.ts, false);
    expect(isFollowed()).toBe(false);
    await room.settled();
    expect(isFollowed()).toBe(true);
    tab.network.last.say({
      type: 'thread_unsubscribed',
      channel: general,
      thread_ts: parent.ts,
      ts: parent.ts,
      ordinal: 0,
      is_marked_unread: false,
      mentions: 2,
      version: 9,
    });
    expect(isFollowed()).toBe(false);
    expect(tab.workspace.channels.line(general).get()?.mentions).toBe(2);
  });

  test('that does not exist says so', async () => {
    const tab = await room.browser.open();
    const ts = '1700000000.000001' as Timestamp;
    tab.workspace.timelines.enterThread(general, ts);
    await room.settled();
    expect(tab.workspace.timelines.thread(general, ts).get().error).toBe('thread_not_found');
  });
});
