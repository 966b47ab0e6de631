import { expect, test } from 'vitest';
import { writeUpTo } from './support/room.ts';
import { socketOf } from './support/socket.ts';
import { expectOk, workspace } from './support/workspace.ts';

/** What a socket may be sent before it must say how much it has. */
const unreportedMax = 512 * 1024;

test('a client that missed 5,000 entries, a reset, a kick and a new channel resumes without gap or double', async () => {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  const long = await ws.channelWith([ann, bob]);
  const restored = await ws.channelWith([ann, bob]);
  const left = await ws.channelWith([ann, bob], true);
  for (const channel of [long, restored, left]) await channel.post(ann, 'heard');
  const before = await socketOf(ws, bob);
  const { channels, head } = await before.hellos();
  const cursors = Object.fromEntries(channels.map((line) => [line.id, line.head]));
  before.close();
  await before.closed;

  const start = cursors[long.id] ?? 0;
  await writeUpTo(start + 5_000, long, ann);
  // A backup that was restored ends below what this client has.
  const above = (cursors[restored.id] ?? 0) + 100;
  await left.post(ann, 'a secret while he was there');
  expectOk(await left.object.kick(ann, bob.userId));
  await left.post(ann, 'a secret from after that');
  const fresh = await ws.channelWith([ann], true);
  await fresh.post(ann, 'before he came');
  expectOk(await fresh.object.invite(ann, [bob], false));

  const socket = await socketOf(ws, bob, {
    cursors: { ...cursors, [restored.id]: above, [ws.teamId]: head },
  });
  const beside = Promise.all(Array.from({ length: 20 }, (_, at) => long.post(ann, `live ${at}`)));
  const hello = await socket.hellos();
  const resumed = await socket.resumed();
  await beside;
  const last = await long.post(ann, 'the last');
  await socket.event(long.id, last.seq);

  // Each entry once, in order; so much that it had to be paced.
  expect(socket.seqsOf(long.id)).toEqual(Array.from({ length: last.seq - start }, (_, at) => start + 1 + at));
  expect(socket.eventsOf(long.id).filter(({ after }) => after !== undefined)).toEqual([]);
  expect(JSON.stringify(socket.eventsOf(long.id)).length).toBeGreaterThan(unreportedMax);

  expect(Object.keys(resumed.channels).toSorted()).toEqual([...Object.keys(cursors), ws.teamId].toSorted());
  expect(resumed.channels[restored.id]).toEqual({ reset: true });
  const page = expectOk(await restored.object.history(bob, { inclusive: false, limit: 10 }));
  const live = await restored.post(ann, 'after the reset');
  expect(live.seq).toBe(page.head + 1);
  await socket.event(restored.id, live.seq);
  expect(socket.seqsOf(restored.id)).toEqual([live.seq]);

  expect(resumed.channels[left.id]).toEqual({ reset: true });
  expect(hello.channels.map(({ id }) => id)).not.toContain(left.id);
  await left.post(ann, 'a secret of now');

  const line = hello.channels.find(({ id }) => id === fresh.id);
  expect(line).toMatchObject({ unread: 0 });
  const posted = await fresh.post(ann, 'he is here');
  expect(posted.seq).toBe((line?.head ?? 0) + 1);
  await socket.event(fresh.id, posted.seq);
  expect(socket.seqsOf(fresh.id)).toEqual([posted.seq]);
  expect(socket.seqsOf(left.id)).toEqual([]);
  expect(JSON.stringify(socket.frames)).not.toContain('secret');
});
