import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../durable-objects/channel/channel.ts';
import { create, settleCreation } from '../../durable-objects/channel/create.ts';
import { destroy } from '../../durable-objects/channel/destroy.ts';
import { invite } from '../../durable-objects/channel/membership.ts';
import { post } from '../../durable-objects/channel/post.ts';
import { settleRename } from '../../durable-objects/channel/rename.ts';
import { Directory } from '../../durable-objects/directory/directory.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { Member } from '../../durable-objects/member/member.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { intercept, until } from './support/faults.ts';
import { actorOn, onRoom, wordsIn } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { silentDirectOf, socketOf } from './support/socket.ts';
import { expectOk, objects, stubs, workspace } from './support/workspace.ts';
import type { TestChannel } from './support/workspace.ts';

const gone = { error: 'channel_not_found' };
const late = { error: 'service_unavailable' };
const page = { inclusive: false, limit: 10 };

const stateOf = ({ id }: Pick<TestChannel, 'id'>): Promise<string | undefined> =>
  runInDurableObject(
    stubs.channel(id),
    (_, { storage }: DurableObjectState) =>
      storage.sql.exec<{ state: string }>('select state from channel').toArray()[0]?.state,
  );

const leftOf = ({ others }: Bench, { userId }: Actor): boolean =>
  others.newsOf(userId).some(({ memberships }) => memberships.some(({ change }) => change === 'left'));

describe('a channel that is deleted', { retry: 0 }, () => {
  test('tells its people on every socket, and then nothing of it is there', async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, bob, eve] = [
      await ws.person('admin', 0),
      await ws.person('member', 1),
      await ws.person('member', 1),
    ];
    const channel = await ws.channelWith([ann, bob]);
    const { summary } = expectOk(await channel.object.info(ann));
    const [own, outside, straight] = [
      await socketOf(ws, bob),
      await socketOf(ws, eve),
      await silentDirectOf(ws, bob, channel.id),
    ];
    straight.hello();
    const { head } = await outside.hellos();
    await Promise.all([own.hellos(), straight.hellos()]);
    outside.send({ type: 'subscribe', id: 1, channels: [channel.id] });
    await outside.next(({ type }) => type === 'subscribed');
    const { seq } = await channel.post(ann, 'a secret word');
    for (const socket of [own, outside, straight]) await socket.event(channel.id, seq);

    expectOk(await channel.object.destroy(ann));
    for (const socket of [own, outside, straight]) {
      expect(await socket.event(channel.id, seq + 1)).toMatchObject({
        type: 'channel_deleted',
        channel: channel.id,
      });
    }
    expect((await straight.closed).code).toBe(closeCodes.revoked);
    expect(await outside.event(ws.teamId, head + 1)).toMatchObject({
      type: 'channel_hidden',
      channel: { id: channel.id },
    });
    for (const { userId } of [ann, bob]) {
      expect(await objects.member(ws.teamId, userId).membership(channel.id)).toBeUndefined();
    }
    // Its name is free, and told to nobody who reads the log.
    const log = JSON.stringify(expectOk(await ws.directory.since(eve, 0)).entries);
    expect(log).not.toContain(summary.name);
    expect(await ws.directory.channelNamed(summary.name)).toBeUndefined();
    expectOk(await ws.directory.createChannel(eve, { name: summary.name, isPrivate: false }));
    // Nothing of its words is kept, and it is not made again.
    await evictDurableObject(stubs.channel(channel.id));
    const words = await runInDurableObject(stubs.channel(channel.id), (_, { storage }: DurableObjectState) =>
      wordsIn(storage),
    );
    expect(words).not.toContain('a secret word');
    expect(words).not.toContain(summary.name);
    expect(words).not.toContain(bob.userId);
    expect(await stateOf(channel)).toBe('void');
    const again = await socketOf(ws, bob, { cursors: { [channel.id]: seq } });
    expect((await again.hellos()).channels.map(({ id }) => id)).not.toContain(channel.id);
    expect((await again.resumed()).channels[channel.id]).toEqual({ reset: true });
  });

  test('answers every verb as one that never was, in all that comes after', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person('admin'), await ws.person()];
    const channel = await ws.channelWith([ann], true);
    const { message } = await channel.post(ann, 'soon gone');
    const { ts } = message;
    const { object } = channel;
    const asks = (): Promise<unknown>[] => [
      object.post(ann, { text: 'x' }),
      object.edit(ann, { ts, text: 'x' }),
      object.remove(ann, ts),
      object.react(ann, { ts, name: 'tada' }),
      object.pin(ann, ts),
      object.pins(ann),
      object.bookmarks(ann),
      object.info(ann),
      object.history(ann, page),
      object.replies(ann, { ts, ...page }),
      object.members(ann, { limit: 10 }),
      object.since(ann, 0),
      object.join(bob),
      object.leave(ann),
      object.invite(ann, [bob], false),
      object.kick(ann, bob.userId),
      object.admit([bob]),
      object.expel(ann.userId),
      object.setTopic(ann, 'x'),
      object.archive(ann),
      object.unarchive(ann),
      object.convert(ann, 'public'),
      object.rename(ann, { name: 'x', number: 1, asAdmin: true }),
      object.follow(ann, 0),
    ];
    let isDown = true;
    intercept(Directory, 'forgetChannel', async ({ proceed }) => {
      if (isDown) throw new Error('the Directory is down');
      return proceed();
    });
    expect(await object.destroy(ann)).toMatchObject(late);
    expect(await stateOf(channel)).toBe('closing');
    for (const answer of await Promise.all(asks())) expect(answer).toMatchObject(gone);
    expect(await object.destroy(bob)).toMatchObject(gone);
    isDown = false;
    expectOk(await object.destroy(ann));
    for (const answer of await Promise.all([...asks(), object.destroy(ann)])) {
      expect(answer).toMatchObject(gone);
    }
    await evictDurableObject(stubs.channel(channel.id));
    for (const answer of await Promise.all(asks())) expect(answer).toMatchObject(gone);
  }, 20_000);

  test('is not before or after a post, but one of the two: what was acked is gone with it, what comes later is refused', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person('admin'), await ws.person()];
    const channel = await ws.channelWith([ann, bob]);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    const posts = Array.from({ length: 6 }, (_, at) => channel.object.post(bob, { text: `number ${at}` }));
    const deletion = channel.object.destroy(ann);
    posts.push(...Array.from({ length: 6 }, (_, at) => channel.object.post(bob, { text: `late ${at}` })));
    const answers = await Promise.all(posts);
    expectOk(await deletion);
    await socket.next(({ type }) => type === 'channel_deleted');
    const acked = answers.flatMap((answer) => (answer.ok ? [answer.seq] : []));
    const last = socket.seqsOf(channel.id).at(-1) ?? 0;
    expect(socket.eventsOf(channel.id).at(-1)?.type).toBe('channel_deleted');
    for (const seq of acked) {
      expect(seq).toBeLessThan(last);
      expect(socket.seqsOf(channel.id)).toContain(seq);
    }
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject(gone);
    socket.send({ type: 'message', id: 5, channel: channel.id, text: 'still?' });
    expect(await socket.next(({ type }) => type === 'error')).toMatchObject(gone);
  });

  const broken: readonly [what: string, of: { readonly prototype: object }, verb: string][] = [
    ['a gateway', Gateway, 'deliver'],
    ['a Member', Member, 'receive'],
    ['the Directory', Directory, 'forgetChannel'],
  ];
  test.each(broken)(
    'is finished by the alarm where it died while %s was down',
    async (what, of, verb) => {
      const ws = await workspace();
      const [ann, bob] = [await ws.person('admin'), await ws.person()];
      const channel = await ws.channelWith([ann, bob]);
      const socket = await socketOf(ws, bob);
      await socket.hellos();
      const { seq } = await channel.post(ann, 'before');
      await socket.event(channel.id, seq);
      let isDown = true;
      let calls = 0;
      intercept(of, verb as never, async ({ proceed }) => {
        calls += 1;
        // Some are carried out, and their answer is lost.
        if (isDown && calls % 2 === 0) await proceed();
        if (isDown) throw new Error(`${what} is down`);
        return proceed();
      });
      expect(await channel.object.destroy(ann)).toMatchObject(late);
      await evictDurableObject(stubs.channel(channel.id));
      expect(await stateOf(channel)).toBe('closing');
      expect(await channel.object.info(bob)).toMatchObject(gone);
      isDown = false;
      await until(async () => {
        await runDurableObjectAlarm(stubs.channel(channel.id));
        return (await stateOf(channel)) === 'void';
      }, `${what}: it was not finished`);
      await socket.next(({ type }) => type === 'channel_deleted');
      expect(await objects.member(ws.teamId, bob.userId).membership(channel.id)).toBeUndefined();
      expect(await ws.directory.summaries([channel.id])).toEqual([]);
    },
    20_000,
  );
});

describe('the steps of a deletion', () => {
  test(
    'are: the entry, everybody’s gateway and Member, the Directory, and then nothing',
    () =>
      onRoom(
        async (bench) => {
          const { ann, bob, others } = bench;
          const { seq } = bench.post(ann, 'a secret word');
          others.beforeMember = (userId) => {
            if (userId === bob.userId) throw new Error('away');
          };
          expect(await destroy(bench.room, ann)).toMatchObject(late);
          expect([leftOf(bench, ann), leftOf(bench, bob)]).toEqual([true, false]);
          expect(others.applied.get(0)?.at(-1)).toMatchObject({ seq: seq + 1, isLast: true });
          expect(others.forgotten).toEqual([]);
          bench.restart();
          expect(post(bench.room, ann, { text: 'x' })).toMatchObject(gone);
          expect(settleCreation(bench.room)).toEqual({ created: false });
          expect(settleRename(bench.room, { name: 'x', number: 1 })).toEqual({ renamed: false });
          await bench.runAlarm();
          expect(others.forgotten).toEqual([]);
          // A Member that comes back is told by the alarm, then the Directory by the next.
          others.beforeMember = () => undefined;
          for (let round = 0; round < 20 && !bench.room.isVoid; round += 1) {
            bench.clock.nowMs += 60_000;
            bench.restart();
            await bench.runAlarm();
          }
          expect(others.forgotten).toHaveLength(1);
          expect(others.forgotten[0]?.told).toContain(bob.userId);
          expect(bench.room.isVoid).toBe(true);
          expect(wordsIn(bench.storage)).not.toContain('a secret word');
          expect(await bench.runAlarm()).toBeUndefined();
          bench.restart();
          expect(bench.room.isVoid).toBe(true);
          expect(await destroy(bench.room, ann)).toMatchObject(gone);
          expect(await create(bench.room, creationOf(bench), 'again')).toMatchObject({ error: 'void' });
        },
        { shards: 1 },
      ),
    30_000,
  );

  test('a gateway that lost its rows is given the people of before, so that they hear of it', () =>
    onRoom(async (bench) => {
      const { ann, bob, others } = bench;
      const { seq } = bench.post(ann, 'before');
      await bench.drained();
      others.heads.clear();
      expectOk(await destroy(bench.room, ann));
      const { delivery } = others.deliveries.at(-1) ?? {};
      expect(delivery?.attach).toMatchObject({
        head: seq,
        people: expect.arrayContaining([{ userId: bob.userId, isGuest: false }]) as unknown,
      });
      expect(delivery?.entries).toMatchObject([{ seq: seq + 1, isLast: true }]);
    }));

  test('somebody who is being brought in meanwhile is told that it is gone', () =>
    onRoom(async (bench) => {
      const { ann, others } = bench;
      const eve = actorOn(ann.teamId, 1, 0, 'member');
      let isHeld = true;
      others.beforeMember = async (userId) => {
        while (isHeld && userId === eve.userId) await scheduler.wait(2);
      };
      const inviting = invite(bench.room, ann, [eve], false);
      const deletion = destroy(bench.room, ann);
      isHeld = false;
      expectOk(await deletion);
      expect(await inviting).toMatchObject(gone);
      expect(leftOf(bench, eve)).toBe(true);
    }));

  test('are begun by admins and owners who see the channel, and not of #general or a direct conversation', () =>
    onRoom(async (bench) => {
      const { room, ann, bob } = bench;
      expect(await destroy(room, bob)).toMatchObject({ error: 'restricted_action' });
      expect(await destroy(room, actorOn(ann.teamId, 1, 0, 'guest'))).toMatchObject(gone);
      expectOk(await destroy(room, actorOn(ann.teamId, 1, 0, 'admin')));
    }));

  test('a direct conversation and #general have none', async () => {
    const ws = await workspace();
    const bob = await ws.person();
    const wrong = { error: 'method_not_supported_for_channel_type' };
    expect(await objects.channel(ws.generalId).destroy(ws.owner)).toMatchObject(wrong);
    const { summary } = expectOk(await ws.directory.openDirect(ws.owner, [bob.userId], true));
    expect(await objects.channel(summary.id).destroy(ws.owner)).toMatchObject(wrong);
  });

  test('two who delete it at once are both answered', async () => {
    const ws = await workspace();
    const channel = await ws.channelWith([ws.owner]);
    let forgotten = 0;
    intercept(Directory, 'forgetChannel', async ({ proceed }) => {
      forgotten += 1;
      return proceed();
    });
    const answers = await Promise.all([channel.object.destroy(ws.owner), channel.object.destroy(ws.owner)]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect(forgotten).toBeGreaterThan(0);
    await runInDurableObject(stubs.channel(channel.id), async (instance: Channel) => {
      await instance.alarm();
    });
    expect(await stateOf(channel)).toBe('void');
  });
});

const creationOf = ({ channelId, ann }: Bench): Parameters<typeof create>[1] => ({
  id: channelId,
  teamId: ann.teamId,
  kind: 'public',
  name: 'bench',
  isGeneral: false,
  creator: ann.userId,
  seats: [ann],
  shards: { count: 1, epoch: 1 },
});
