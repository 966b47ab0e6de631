import { expect, test } from 'vitest';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { ann, bob, general, random } from '../gateway/testing/sample.ts';
import { shown, unread, useRoom } from './testing/room.ts';

const room = useRoom();
const ephemeral = (channel: ChannelId, ts: string, text: string, rest: object = {}) => ({
  type: 'message',
  is_ephemeral: true,
  channel,
  user: bob,
  to: ann,
  text,
  ts,
  event_ts: ts,
  ...rest,
});

test('what this person alone is shown stands at its time, counts nowhere, and goes when it is put away', async () => {
  const tab = await room.browser.open();
  await room.enter(tab);
  const first = room.server.post(general, bob, 'one');
  await room.settled();
  expect(unread(tab)).toBe(1);
  const ts = `${first.ts.slice(0, -1)}9`;
  for (let times = 0; times < 2; times += 1) tab.network.last.say(ephemeral(general, ts, 'between us'));
  tab.network.last.say(ephemeral(random, ts, 'elsewhere'));
  await room.settled();
  expect(unread(tab)).toBe(1);
  expect(unread(tab, random)).toBe(0);
  room.server.post(general, bob, 'two');
  await room.settled();
  tab.workspace.messages.send(general, { text: 'three' });
  expect(shown(tab)).toEqual(['one', 'between us', 'two', '(three)']);
  await room.settled();
  const rows = () => tab.workspace.timelines.window(general).get().rows;
  expect(rows().map(({ key }) => key)).toEqual([...new Set(rows().map(({ key }) => key))]);
  expect(tab.workspace.messages.lastOwn(general)?.text).toBe('three');
  await room.enter(tab, random);
  expect(shown(tab, random)).toEqual(['elsewhere']);
  // Rows that are read anew bring nothing of it back, and take nothing away.
  tab.workspace.timelines.leave(general);
  await room.enter(tab, general);
  expect(shown(tab)).toEqual(['one', 'between us', 'two', 'three']);
  tab.workspace.messages.dismiss(general, ts as Timestamp);
  expect(shown(tab)).toEqual(['one', 'two', 'three']);
  const reloaded = await room.browser.open();
  await room.enter(reloaded, random);
  expect(shown(reloaded, random)).toEqual([]);
});

test('in a thread it is shown there alone', async () => {
  const tab = await room.browser.open();
  await room.enter(tab);
  const { ts: threadTs } = room.server.post(general, bob, 'parent');
  await room.settled();
  tab.workspace.timelines.enterThread(general, threadTs);
  await room.settled();
  const ts = `${threadTs.slice(0, -1)}9`;
  tab.network.last.say(ephemeral(general, ts, 'in there', { thread_ts: threadTs }));
  await room.settled();
  const texts = tab.workspace.timelines
    .thread(general, threadTs)
    .get()
    .rows.map((row) => (row.kind === 'ephemeral' ? row.message.text : row.kind));
  expect(texts).toEqual(['in there']);
  expect(shown(tab)).toEqual(['parent']);
});
