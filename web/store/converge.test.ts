import { expect, test } from 'vitest';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { ann, bob, general, random } from '../gateway/testing/sample.ts';
import type { Row } from './contract.ts';
import { dice, seedsOf } from './testing/dice.ts';
import { FakeBrowser } from './testing/fake-browser.ts';
import type { OpenTab } from './testing/fake-browser.ts';
import { FakeServer } from './testing/fake-server.ts';

const contentOf = (row: Row): object | undefined =>
  row.kind === 'pending' ? { pending: row.pending.text } : { ...row.message, rev: 0 };

/**
 * Snapshot + events = fresh snapshot: after whatever was posted, edited, deleted, reacted to, read, lost and found, a
 * tab that was there all the time shows what one shows that is opened then.
 */
test.each(seedsOf(25))('a tab converges with a fresh one, seed %i', async (seed) => {
  const roll = dice(seed);
  const server = new FakeServer();
  server.channel(general);
  server.channel(random);
  const browser = new FakeBrowser(server);
  for (let n = 0; n < 5; n += 1) server.post(general, bob, `before ${n}`);
  const tab = await browser.open();
  const { timelines, messages } = tab.workspace;
  timelines.enter(general);
  const rows = () => [...server.channel(general).rows.values()];
  const anyTs = (): Timestamp => server.channel(general).tsAt(roll(rows().length));
  const threads = new Set<Timestamp>();
  const own: string[] = [];

  const step = async (n: number): Promise<void> => {
    switch (roll(16)) {
      case 0:
      case 1:
        return void server.post(general, bob, `bob ${n}`);
      case 2: {
        const threadTs = anyTs();
        if (!server.channel(general).canReply(threadTs)) return;
        return void server.post(general, bob, `reply ${n}`, { threadTs, broadcast: roll(3) === 0 });
      }
      case 3:
        return server.edit(general, anyTs(), `edited ${n}`);
      case 4:
        return server.remove(general, anyTs());
      case 5:
        return void server.react(general, anyTs(), bob, ['tada', 'eyes'][roll(2)] ?? '', roll(2) === 0);
      case 6:
      case 7: {
        own.push(`ann ${n}`);
        return void messages.send(general, { text: `ann ${n}` });
      }
      case 8:
        return void messages.toggleReaction(general, anyTs(), 'tada');
      case 9:
        return server.closeAll([1006, 4003, 4006, 1012][roll(4)] ?? 1006);
      case 10:
        if (roll(3) === 0) server.silence();
        return;
      case 11:
        server.isDown = roll(2) === 0;
        return;
      case 12: {
        const ts = anyTs();
        threads.add(ts);
        return timelines.enterThread(general, ts);
      }
      case 13:
        return timelines.setLooking(general, roll(2) === 0);
      case 14:
        timelines.leave(general);
        return timelines.enter(general);
      default:
        await browser.clock.advance(roll(4_000));
    }
  };
  for (let n = 0; n < 120; n += 1) await step(n);

  server.isDown = false;
  await browser.clock.advance(120_000);
  const fresh = await browser.open();
  fresh.workspace.timelines.enter(general);
  for (const ts of threads) {
    timelines.enterThread(general, ts);
    fresh.workspace.timelines.enterThread(general, ts);
  }
  await browser.clock.advance(5_000);

  const windowOf = ({ workspace }: OpenTab) => workspace.timelines.window(general).get().rows.map(contentOf);
  expect(tab.workspace.$connection.get().state).toBe('live');
  expect(windowOf(tab)).toEqual(windowOf(fresh));
  expect(
    tab.workspace.timelines
      .window(general)
      .get()
      .rows.map(({ key }) => key),
  ).toHaveLength(
    new Set(
      tab.workspace.timelines
        .window(general)
        .get()
        .rows.map(({ key }) => key),
    ).size,
  );
  for (const ts of threads) {
    const threadOf = ({ workspace }: OpenTab) =>
      workspace.timelines.thread(general, ts).get().rows.map(contentOf);
    expect(threadOf(tab)).toEqual(threadOf(fresh));
  }
  expect(tab.workspace.channels.line(general).get()?.unread).toBe(server.channel(general).unread(ann));
  // Each once, in order, whatever was lost.
  expect(server.posts.filter(({ by }) => by === ann).map(({ text }) => text)).toEqual(own);
});
