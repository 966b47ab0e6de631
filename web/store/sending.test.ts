import { describe, expect, test } from 'vitest';
import type { Device } from '../device/device.ts';
import { ann, bob, general, teamId } from '../gateway/testing/sample.ts';
import type { OpenTab } from './testing/fake-browser.ts';
import { makeGate } from './testing/gate.ts';
import { shown, stateOf, textOf, useRoom } from './testing/room.ts';

const room = useRoom();

describe('sending', () => {
  test('shows a row in the same turn, and keeps its key for ever', async () => {
    const tab = await room.browser.open();
    await room.enter(tab);
    const key = tab.workspace.messages.send(general, { text: 'hello' });
    const keys = (): string[] =>
      tab.workspace.timelines
        .window(general)
        .get()
        .rows.map((row) => row.key);
    expect(shown(tab)).toEqual(['(hello)']);
    expect(keys()).toEqual([key]);
    const seen = new Set<string>();
    tab.workspace.timelines.window(general).listen(({ rows }) => rows.forEach((row) => seen.add(row.key)));
    await room.settled();
    expect(shown(tab)).toEqual(['hello']);
    expect([...seen, ...keys()]).toEqual([key, key]);
    room.server.edit(general, [...room.server.channel(general).rows.values()][0]?.ts ?? '', 'changed');
    await room.settled();
    expect(keys()).toEqual([key]);
    expect(tab.workspace.messages.$unsent.get()).toEqual([]);
  });

  test('a row is never shown twice, nor none in between, whichever of ack and frame comes first', async () => {
    for (const isAckFirst of [true, false]) {
      const tab = await room.browser.open();
      await room.enter(tab);
      const counts: number[] = [];
      const before = tab.workspace.timelines.window(general).get().rows.length;
      tab.workspace.timelines.window(general).listen(({ rows }) => counts.push(rows.length - before));
      room.server.ignores = ({ type }) => type === 'message';
      tab.workspace.messages.send(general, { text: 'x' });
      const id = tab.workspace.messages.$unsent.get()[0]?.id ?? '';
      await room.settled();
      const channel = room.server.channel(general);
      const entry = channel.post(ann, 'x', { key: id });
      const row = channel.rows.get(entry.seq);
      const requestId = (tab.network.last.frames.at(-1) as { id?: number }).id;
      const ack = {
        type: 'ack',
        id: requestId,
        channel: general,
        ts: row?.ts,
        seq: entry.seq,
        client_msg_id: id,
      };
      for (const frame of isAckFirst ? [ack, channel.frame(entry)] : [channel.frame(entry), ack, ack]) {
        tab.network.last.say(frame);
        await room.settled();
      }
      expect({ isAckFirst, counts }).toEqual({ isAckFirst, counts: counts.map(() => 1) });
      expect(shown(tab).at(-1)).toBe('x');
      room.server.ignores = () => false;
      tab.workspace.close();
    }
  });

  test('goes out in order, one at a time in a channel', async () => {
    const tab = await room.browser.open();
    for (let n = 0; n < 10; n += 1) tab.workspace.messages.send(general, { text: `${n}` });
    await room.settled();
    expect(room.server.posts.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, n) => `${n}`));
  });

  test('offline: waits, and goes when the connection is there, each once', async () => {
    const tab = await room.browser.open();
    await room.enter(tab);
    room.server.isDown = true;
    room.server.closeAll(1006);
    await room.settled(3_000);
    for (let n = 0; n < 5; n += 1) tab.workspace.messages.send(general, { text: `${n}` });
    await room.settled(600_000);
    expect(shown(tab)).toEqual(['(0)', '(1)', '(2)', '(3)', '(4)']);
    expect(tab.workspace.$connection.get()).toMatchObject({ state: 'offline' });
    room.server.isDown = false;
    await room.settled(60_000);
    expect(shown(tab)).toEqual(['0', '1', '2', '3', '4']);
    expect(room.server.posts).toHaveLength(5);
  });

  test('after a reload goes out in the order in which it was written, before what is written then', async () => {
    room.server.isDown = false;
    const tab = await room.browser.open();
    room.server.isDown = true;
    room.server.closeAll(1006);
    await room.settled();
    for (let n = 0; n < 4; n += 1) tab.workspace.messages.send(general, { text: `${n}` });
    await room.settled();
    tab.crash();
    room.server.isDown = false;
    const next = await room.browser.open();
    next.workspace.messages.send(general, { text: 'after' });
    await room.settled();
    expect(room.server.posts.map(({ text }) => text)).toEqual(['0', '1', '2', '3', 'after']);
    expect(await room.browser.devices.get(`${teamId}:${ann}`)?.outbox.all()).toEqual([]);
  });

  test('of a page that still lived when this one opened is taken over as soon as it is gone', async () => {
    const tab = await room.browser.open();
    room.server.refuses = (frame) => (frame.type === 'message' ? 'msg_too_long' : undefined);
    tab.workspace.messages.send(general, { text: 'not lost' });
    await room.settled();
    const next = await room.browser.open();
    await room.enter(next);
    await room.settled();
    expect(shown(next)).toEqual([]);
    tab.crash();
    await room.settled();
    expect(next.workspace.messages.$unsent.get()).toMatchObject([{ text: 'not lost', state: 'failed' }]);
    // In the window that was open already.
    expect(shown(next)).toEqual(['(not lost)']);
  });

  test('whose ack was lost is not there twice after a reload', async () => {
    const tab = await room.browser.open();
    const say = tab.network.last.say.bind(tab.network.last);
    tab.network.last.say = (frame) => {
      if ((frame as { type?: string }).type === 'pong') say(frame);
    };
    tab.workspace.messages.send(general, { text: 'once' });
    await room.settled();
    expect(room.server.posts).toHaveLength(1);
    tab.crash();
    const next = await room.browser.open();
    await room.enter(next);
    expect(shown(next)).toEqual(['once']);
    expect(room.server.posts).toHaveLength(1);
    expect(next.workspace.messages.$unsent.get()).toEqual([]);
  });

  test('what is refused is set aside with its reason, and holds nothing up', async () => {
    const tab = await room.browser.open();
    await room.enter(tab);
    room.server.refuses = (frame) =>
      frame.type === 'message' && frame.text === 'bad' ? 'msg_too_long' : undefined;
    const id = tab.workspace.messages.send(general, { text: 'bad' });
    tab.workspace.messages.send(general, { text: 'good' });
    await room.settled();
    expect(room.server.posts.map(({ text }) => text)).toEqual(['good']);
    expect(tab.workspace.messages.$unsent.get()).toMatchObject([
      { id, state: 'failed', error: 'msg_too_long' },
    ]);
    expect(tab.workspace.channels.line(general).get()?.hasFailed).toBe(true);
    room.server.refuses = () => undefined;
    tab.workspace.messages.retry(id);
    await room.settled();
    expect(room.server.posts.map(({ text }) => text)).toEqual(['good', 'bad']);
    expect(tab.workspace.channels.line(general).get()?.hasFailed).toBe(false);
  });

  test('what failed survives a reload as failed, and can be taken back with its words', async () => {
    const tab = await room.browser.open();
    room.server.refuses = ({ type }) => (type === 'message' ? 'is_archived' : undefined);
    tab.workspace.messages.send(general, { text: 'kept' });
    await room.settled();
    tab.crash();
    const next = await room.browser.open();
    const [failed] = next.workspace.messages.$unsent.get();
    expect(failed).toMatchObject({ state: 'failed', error: 'is_archived', text: 'kept' });
    expect(next.workspace.messages.discard(failed?.id ?? '')).toBe('kept');
    await room.settled();
    expect(await room.browser.devices.get(`${teamId}:${ann}`)?.outbox.all()).toEqual([]);
  });

  test('a passing refusal is tried again under the same id, in order', async () => {
    const tab = await room.browser.open();
    let refusals = 2;
    room.server.refuses = ({ type }) => {
      if (type !== 'message' || refusals === 0) return undefined;
      refusals -= 1;
      return 'ratelimited';
    };
    tab.workspace.messages.send(general, { text: '1' });
    tab.workspace.messages.send(general, { text: '2' });
    await room.settled(10_000);
    expect(room.server.posts.map(({ text }) => text)).toEqual(['1', '2']);
  });

  test('an answer that never comes is asked for again', async () => {
    const tab = await room.browser.open();
    let silent = 1;
    room.server.ignores = ({ type }) => {
      if (type !== 'message' || silent === 0) return false;
      silent -= 1;
      return true;
    };
    tab.workspace.messages.send(general, { text: '1' });
    await room.settled(20_000);
    expect(room.server.posts.map(({ text }) => text)).toEqual(['1']);
  });

  test('deleted by another before its own frame was seen: the row goes', async () => {
    const tab = await room.browser.open();
    await room.enter(tab);
    room.server.silence();
    tab.workspace.messages.send(general, { text: 'gone' });
    await room.settled();
    // It did arrive, on a socket whose answers do not.
    const id = tab.workspace.messages.$unsent.get()[0]?.id ?? '';
    const row = room.server.post(general, ann, 'gone', { key: id });
    room.server.remove(general, row.ts);
    await room.settled(60_000);
    expect(stateOf(tab)).toBe('live');
    expect(shown(tab)).toEqual([]);
    expect(tab.workspace.messages.$unsent.get()).toEqual([]);
    expect(room.server.posts).toHaveLength(1);
  });

  test('a reply goes to its thread, and to the channel where it is to', async () => {
    const parent = room.server.post(general, bob, 'parent');
    const tab = await room.browser.open();
    await room.enter(tab);
    tab.workspace.timelines.enterThread(general, parent.ts);
    await room.settled();
    tab.workspace.messages.send(general, { text: 'quiet', threadTs: parent.ts });
    tab.workspace.messages.send(general, { text: 'loud', threadTs: parent.ts, isBroadcast: true });
    const thread = (): string[] => tab.workspace.timelines.thread(general, parent.ts).get().rows.map(textOf);
    expect(thread()).toEqual(['(quiet)', '(loud)']);
    expect(shown(tab)).toEqual(['parent', '(loud)']);
    await room.settled();
    expect(thread()).toEqual(['quiet', 'loud']);
    expect(shown(tab)).toEqual(['parent', 'loud']);
  });
});

describe('the draft of what is sent', () => {
  const typed = async () => {
    const tab = await room.browser.open();
    const device = await room.browser.openDevice(teamId, ann);
    await room.enter(tab);
    tab.workspace.drafts.set(general, 'words of weight');
    return { tab, device };
  };
  const put = (device: Device, change: Partial<Device['outbox']>): void => {
    Object.assign(device.outbox, change);
  };
  const draft = ({ workspace }: OpenTab): string => workspace.drafts.draft(general).get();

  test('stays on the device until the outbox has the words there, though the field is free', async () => {
    const { tab, device } = await typed();
    const stored = makeGate();
    const { put: really } = device.outbox;
    put(device, { put: (record) => stored.passed.then(() => really(record)) });
    room.server.ignores = ({ type }) => type === 'message';
    const taken = tab.workspace.drafts.take(general);
    expect(draft(tab)).toBe('');
    tab.workspace.drafts.set(general, 'written since');
    tab.workspace.messages.send(general, { text: taken.text }, taken);
    await room.settled(5_000);
    expect(await device.outbox.all()).toEqual([]);
    expect(await device.drafts.all()).toEqual([{ key: general, text: 'words of weight\nwritten since' }]);
    stored.open();
    await room.settled(5_000);
    expect(await device.outbox.all()).toMatchObject([{ text: 'words of weight' }]);
    expect(await device.drafts.all()).toEqual([{ key: general, text: 'written since' }]);
  });

  test('a page that ends between the two loses nothing', async () => {
    const { tab, device } = await typed();
    const { put: really } = device.outbox;
    put(device, { put: () => new Promise(() => undefined) });
    room.server.isDown = true;
    room.server.closeAll(1006);
    await room.settled();
    const taken = tab.workspace.drafts.take(general);
    tab.workspace.messages.send(general, { text: taken.text }, taken);
    await room.settled(5_000);
    tab.crash();
    put(device, { put: really });
    room.server.isDown = false;
    const next = await room.browser.open();
    expect(draft(next)).toBe('words of weight');
    expect(room.server.posts).toEqual([]);
  });

  test('what lies in both places is sent once, and leaves the draft', async () => {
    const { tab, device } = await typed();
    const { put: really } = device.outbox;
    // It is there, and the page ends before it hears so.
    put(device, { put: (record) => really(record).then(() => new Promise<void>(() => undefined)) });
    room.server.isDown = true;
    room.server.closeAll(1006);
    await room.settled();
    const taken = tab.workspace.drafts.take(general);
    tab.workspace.drafts.set(general, 'written since');
    tab.workspace.messages.send(general, { text: taken.text }, taken);
    await room.settled(5_000);
    tab.crash();
    put(device, { put: really });
    expect(await device.drafts.all()).toEqual([{ key: general, text: 'words of weight\nwritten since' }]);
    room.server.isDown = false;
    const next = await room.browser.open();
    await room.settled(5_000);
    expect(draft(next)).toBe('written since');
    expect(room.server.posts.map(({ text }) => text)).toEqual(['words of weight']);
    expect(await device.drafts.all()).toEqual([{ key: general, text: 'written since' }]);
  });

  test('a device that takes no message keeps the draft until the server has it', async () => {
    const { tab, device } = await typed();
    put(device, { put: () => Promise.reject(new Error('full')) });
    room.server.ignores = ({ type }) => type === 'message';
    const taken = tab.workspace.drafts.take(general);
    tab.workspace.messages.send(general, { text: taken.text }, taken);
    await room.settled(5_000);
    expect(await device.drafts.all()).toEqual([{ key: general, text: 'words of weight' }]);
    room.server.ignores = () => false;
    room.server.closeAll(1006);
    await room.settled(10_000);
    expect(room.server.posts.map(({ text }) => text)).toContain('words of weight');
    expect(await device.drafts.all()).toEqual([]);
    expect(draft(tab)).toBe('');
  });

  test('words that cannot go stand in the field again, before what was written since', async () => {
    const { tab, device } = await typed();
    const taken = tab.workspace.drafts.take(general);
    tab.workspace.drafts.set(general, 'written since');
    taken.giveBack();
    taken.drop();
    await room.settled(5_000);
    expect(draft(tab)).toBe('words of weight\nwritten since');
    expect(await device.drafts.all()).toEqual([{ key: general, text: 'words of weight\nwritten since' }]);
  });
});
