import { describe, expect, test } from 'vitest';
import type { Message } from '../../protocol/entities.ts';
import { ann, bob, general, random } from '../gateway/testing/sample.ts';
import { makeGate } from './testing/gate.ts';
import { shown, stateOf, unread, useRoom } from './testing/room.ts';

const room = useRoom();

describe('pages and frames converge', () => {
  test('what happens while a page is under way is in it, whatever it was', async () => {
    const rows: Message[] = [];
    for (let n = 0; n < 6; n += 1) rows.push(room.server.post(general, bob, `${n}`));
    const tab = await room.browser.open();
    const gate = makeGate();
    room.server.hold = gate.passed;
    tab.workspace.timelines.enter(general);
    await room.settled();
    room.server.remove(general, rows[0]?.ts ?? '');
    room.server.edit(general, rows[1]?.ts ?? '', 'edited');
    room.server.react(general, rows[2]?.ts ?? '', bob, 'tada', true);
    room.server.post(general, bob, 'reply', { threadTs: room.server.channel(general).tsAt(3) });
    room.server.post(general, bob, 'new');
    await room.settled();
    gate.open();
    room.server.hold = undefined;
    await room.settled();
    expect(shown(tab)).toEqual(['edited', '2', '3', '4', '5', 'new']);
    const messages = tab.workspace.timelines
      .window(general)
      .get()
      .rows.map((row) => (row as { message: Message }).message);
    expect(messages[1]?.reactions).toEqual([{ name: 'tada', users: [bob], count: 1 }]);
    expect(messages[2]?.reply_count).toBe(1);
  });

  test('an edit that was read late does not bring a deleted message back', async () => {
    const row = room.server.post(general, bob, 'one');
    const tab = await room.browser.open();
    await room.enter(tab);
    room.server.edit(general, row.ts, 'two');
    room.server.remove(general, row.ts);
    await room.settled();
    expect(shown(tab)).toEqual([]);
  });

  test('after a loss: what was missed, once, in order', async () => {
    const tab = await room.browser.open();
    await room.enter(tab);
    const first = room.server.post(general, bob, 'one');
    await room.settled();
    room.server.closeAll(1006);
    room.server.post(general, bob, 'two');
    room.server.edit(general, first.ts, 'one, edited');
    room.server.post(general, bob, 'three');
    await room.settled(2_000);
    expect(stateOf(tab)).toBe('live');
    expect(shown(tab)).toEqual(['one, edited', 'two', 'three']);
    expect(room.server.calls.filter(({ name }) => name === 'conversations.history')).toHaveLength(1);
  });

  test('after a loss without a word the heartbeat notices', async () => {
    const tab = await room.browser.open();
    await room.enter(tab);
    room.server.silence();
    room.server.post(general, bob, 'missed');
    await room.settled(40_000);
    expect(shown(tab)).toEqual(['missed']);
  });

  test('a reset drops the rows and loads a page', async () => {
    const tab = await room.browser.open();
    room.server.post(general, bob, 'one');
    await room.enter(tab);
    room.server.resetsAll = true;
    room.server.closeAll(1006);
    room.server.post(general, bob, 'two');
    await room.settled(2_000);
    room.server.resetsAll = false;
    expect(shown(tab)).toEqual(['one', 'two']);
    room.server.post(general, bob, 'three');
    await room.settled();
    expect(shown(tab)).toEqual(['one', 'two', 'three']);
    expect(room.server.calls.filter(({ name }) => name === 'conversations.history')).toHaveLength(2);
  });

  test('removed from the channel that is open: its rows go', async () => {
    const tab = await room.browser.open();
    room.server.post(general, bob, 'secret');
    await room.enter(tab);
    room.server.channels.delete(random);
    room.server.leave(general, ann);
    await room.settled();
    expect(tab.workspace.channels.line(general).get()).toBeUndefined();
    expect(tab.workspace.channels.$ids.get()).not.toContain(general);
  });

  test('a channel that was looked at before one joined has no hole after it', async () => {
    const other = 'C0CCCCCCCCCC' as typeof general;
    room.server.channel(other, [bob]);
    room.server.post(other, bob, 'seen');
    const tab = await room.browser.open();
    await room.enter(tab, other);
    room.server.post(other, bob, 'not told');
    await room.settled();
    expect(shown(tab, other)).toEqual(['seen']);
    room.server.join(other, ann);
    await room.settled();
    room.server.post(other, bob, 'live');
    await room.settled();
    expect(shown(tab, other)).toEqual(['seen', 'not told', 'live']);
  });

  test('a channel that one is brought into is there, with nothing unread', async () => {
    const other = 'C0CCCCCCCCCC' as typeof general;
    const tab = await room.browser.open();
    room.server.channel(other, [bob]);
    room.server.post(other, bob, 'before');
    room.server.join(other, ann);
    await room.settled();
    expect(tab.workspace.channels.line(other).get()).toMatchObject({ name: 'ccc', unread: 0 });
    room.server.post(other, bob, 'after');
    await room.settled();
    expect(unread(tab, other)).toBe(1);
  });
});
