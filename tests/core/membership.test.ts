import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { archive } from '../../durable-objects/channel/archive.ts';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { admit, invite, join, kick, leave } from '../../durable-objects/channel/membership.ts';
import { post } from '../../durable-objects/channel/post.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { Member } from '../../durable-objects/member/member.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { Gate, intercept, until } from './support/faults.ts';
import { actorOn, onRoom, writeUpTo } from './support/room.ts';
import type { Bench } from './support/room.ts';
import { socketOf } from './support/socket.ts';
import { channelOf, expectOk, objects, stubs, workspace } from './support/workspace.ts';

afterEach(() => {
  vi.useRealTimers();
});

const newcomer = ({ ann }: Bench): Actor => ({ teamId: ann.teamId, userId: mintId('U'), role: 'member' });

/** While it is down every call to this person's Member fails. */
function memberOf({ userId }: Actor): { isDown: boolean } {
  const member = { isDown: false };
  intercept(Member, 'receive', async ({ name, proceed }) => {
    if (member.isDown && name.endsWith(userId)) throw new Error('the Member is down');
    return proceed();
  });
  return member;
}

describe('a change of people is acked when their Member has it', () => {
  test('a join, an invitation, a leave and a kick are known to the Member when they are answered', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    const known = async (): Promise<boolean> =>
      (await objects.member(ws.teamId, bob.userId).membership(channel.id)) !== undefined;
    expectOk(await channel.object.join(bob));
    expect(await known()).toBe(true);
    expect(expectOk(await channel.object.leave(bob)).left).toBe(true);
    expect(await known()).toBe(false);
    expectOk(await channel.object.invite(ann, [bob], false));
    expect(await known()).toBe(true);
    expectOk(await channel.object.kick(ann, bob.userId));
    expect(await known()).toBe(false);
  });

  test('a Member that fails: the caller is told so, the work goes on, and a repeat answers ok', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    const verbs = [
      () => channel.object.join(bob),
      () => channel.object.leave(bob),
      () => channel.object.invite(ann, [bob], false),
      () => channel.object.kick(ann, bob.userId),
    ];
    const member = memberOf(bob);
    for (const verb of verbs) {
      member.isDown = true;
      expect(await verb()).toMatchObject({ ok: false, error: 'service_unavailable' });
      expect(await verb()).toMatchObject({ ok: false, error: 'service_unavailable' });
      member.isDown = false;
      expect(await verb()).toMatchObject({ ok: true });
    }
    expect(await objects.member(ws.teamId, bob.userId).membership(channel.id)).toBeUndefined();
  });

  test('a repeat answers ok also when the work was finished by itself meanwhile, and once', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    const verbs = [
      () => channel.object.invite(ann, [bob], false),
      () => channel.object.kick(ann, bob.userId),
    ];
    const member = memberOf(bob);
    for (const [round, verb] of verbs.entries()) {
      const isMember = round === 0;
      member.isDown = true;
      expect(await verb()).toMatchObject({ ok: false, error: 'service_unavailable' });
      member.isDown = false;
      await until(
        async () =>
          ((await objects.member(ws.teamId, bob.userId).membership(channel.id)) !== undefined) === isMember,
      );
      expect(await verb()).toMatchObject({ ok: true });
      expect(await verb()).toMatchObject({ error: isMember ? 'already_in_channel' : 'not_in_channel' });
    }
  });

  test('the work goes on by itself, with no repeat of the call and no traffic', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann]);
    const told = Promise.withResolvers<string>();
    let failures = 0;
    intercept(Member, 'receive', async ({ name, proceed }) => {
      if (!name.endsWith(bob.userId)) return proceed();
      failures += 1;
      if (failures <= 2) throw new Error('the Member is down');
      const answer = await proceed();
      told.resolve(name);
      return answer;
    });
    expect(await channel.object.join(bob)).toMatchObject({ error: 'service_unavailable' });
    await told.promise;
    expect(await objects.member(ws.teamId, bob.userId).membership(channel.id)).toBeDefined();
  });

  test('one whose Member fails is owed it, delays nobody else, and is told later', () =>
    onRoom(async (bench) => {
      const { ann, bob, others, clock } = bench;
      const eve = newcomer(bench);
      others.beforeMember = (userId) => {
        if (userId === eve.userId) throw new Error('down');
      };
      expect(await join(bench.room, eve)).toMatchObject({ error: 'service_unavailable' });
      const { seq } = bench.post(ann, `<@${bob.userId}> and <@${eve.userId}>`);
      await bench.drained();
      expect(others.newsOf(bob.userId).at(-1)?.mentions).toMatchObject([{ seq }]);
      expect(others.newsOf(ann.userId).at(-1)?.ownPost).toMatchObject({ ordinal: 1 });
      expect(others.newsOf(eve.userId)).toEqual([]);
      // Ten minutes, a death, and no traffic.
      for (const endMs = clock.nowMs + 600_000; clock.nowMs < endMs;)
        clock.nowMs = (await bench.runAlarm()) ?? endMs;
      bench.restart();
      others.beforeMember = () => undefined;
      clock.nowMs += 120_000;
      expect(await bench.runAlarm()).toBeUndefined();
      expect(others.newsOf(eve.userId)).toMatchObject([
        { memberships: [{ change: 'joined' }], mentions: [{ seq }] },
      ]);
    }));

  test('one whose Member hangs is waited for once, and then owed every batch until it answers', () =>
    onRoom(async (bench) => {
      const { ann, bob, others, clock } = bench;
      let tries = 0;
      others.beforeMember = async (userId) => {
        if (userId !== bob.userId) return;
        tries += 1;
        await new Promise<void>(() => undefined);
      };
      const seqs: number[] = [];
      for (let at = 0; at < 3; at += 1) {
        seqs.push(bench.post(ann, `<@${bob.userId}> ${at}`).seq);
        await bench.drained();
      }
      expect(tries).toBe(1);
      expect(others.newsOf(ann.userId).at(-1)?.ownPost).toMatchObject({ ordinal: 3 });
      others.beforeMember = () => undefined;
      clock.nowMs += 10_000;
      await bench.runAlarm();
      const heard = others.newsOf(bob.userId).flatMap(({ mentions }) => mentions.map(({ seq }) => seq));
      expect(heard).toEqual(seqs);
      seqs.push(bench.post(ann, `<@${bob.userId}> and now at once`).seq);
      await bench.drained();
      expect(others.newsOf(bob.userId).at(-1)?.mentions).toMatchObject([{ seq: seqs[3] }]);
    }));

  test('what overtakes an older debt that is being paid is told again after it', () =>
    onRoom(async (bench) => {
      const { room, ann, others } = bench;
      const eve = actorOn(ann.teamId, 1, 0, 'member');
      const gate = new Gate();
      let calls = 0;
      others.beforeMember = async (userId) => {
        if (userId !== eve.userId) return;
        calls += 1;
        if (calls === 1) throw new Error('lost');
        if (calls === 2) await gate.pass();
      };
      const joining = join(room, eve);
      await gate.reached();
      // Her own post reaches her Member before that knows that she is in the channel.
      bench.post(eve, 'mine');
      await room.memberConsumer.pump.reached(room.head.seq, 1_000);
      gate.open();
      await joining;
      bench.clock.nowMs += 10_000;
      await bench.runAlarm();
      const news = others.newsOf(eve.userId);
      const knownAt = news.findIndex(({ memberships }) => memberships.length > 0);
      expect(news.slice(knownAt).map(({ ownPost }) => ownPost?.ordinal)).toContain(1);
      expect(room.store.owed()).toEqual([]);
    }));

  test('what fails while an older debt is being paid is owed still', () =>
    onRoom(async (bench) => {
      const { ann, bob, others, clock } = bench;
      let isDown = true;
      let pay: () => void = () => undefined;
      others.beforeMember = async (userId, delivery) => {
        if (userId !== bob.userId) return;
        if (isDown) throw new Error('down');
        // The older one is on its way when the newer one fails.
        if (delivery.mentions.some(({ seq }) => seq > first)) throw new Error('down again');
        await new Promise<void>((resolve) => {
          pay = resolve;
        });
      };
      const first = bench.post(ann, `<@${bob.userId}>`).seq;
      await bench.drained();
      isDown = false;
      clock.nowMs += 10_000;
      const paying = bench.runAlarm();
      const second = bench.post(ann, `<@${bob.userId}> again`).seq;
      await bench.drained();
      pay();
      await paying;
      others.beforeMember = () => undefined;
      clock.nowMs += 120_000;
      await bench.runAlarm();
      const heard = others.newsOf(bob.userId).flatMap(({ mentions }) => mentions.map(({ seq }) => seq));
      expect(heard).toContain(second);
    }));
});

describe('a removal', { retry: 0 }, () => {
  test('is acked when the removed person’s gateway has it; a repeat waits for that and answers ok', () =>
    onRoom(
      async (bench) => {
        const { ann, bob, others } = bench;
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        let isDown = true;
        others.beforeGateway = (shard) => {
          if (isDown && shard === 1) throw new Error('the gateway is down');
        };
        const removing = kick(bench.room, ann, bob.userId);
        await vi.advanceTimersByTimeAsync(5_000);
        expect(await removing).toMatchObject({ error: 'service_unavailable' });
        expect(bench.room.members.has(bob.userId)).toBe(false);
        const again = leave(bench.room, bob);
        await vi.advanceTimersByTimeAsync(5_000);
        expect(await again).toMatchObject({ error: 'service_unavailable' });
        isDown = false;
        expect(await kick(bench.room, ann, bob.userId)).toMatchObject({ ok: true });
        expect(others.applied.get(1)?.at(-2)?.membership).toMatchObject({
          userId: bob.userId,
          change: 'left',
        });
        expect(await kick(bench.room, ann, bob.userId)).toMatchObject({ error: 'not_in_channel' });
      },
      { shards: 2, shardOfBob: 1 },
    ));

  test('is heard by the removed as the last thing: nothing that is ordered after it reaches them', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann, bob], true);
    const [annHears, bobHears] = [await socketOf(ws, ann), await socketOf(ws, bob)];
    await Promise.all([annHears.hellos(), bobHears.hellos()]);
    const before = await channel.post(ann, 'before');
    expectOk(await channel.object.kick(ann, bob.userId));
    const after = await channel.post(ann, 'after');
    const removal = before.seq + 1;
    await annHears.event(channel.id, after.seq);
    // Something else that bob hears, sent behind it by the same gateway.
    const sentinel = await channelOf(ws.generalId).post(ann, 'to all');
    await bobHears.event(ws.generalId, sentinel.seq);
    expect(bobHears.seqsOf(channel.id)).toEqual([before.seq, removal]);
    expect(annHears.seqsOf(channel.id)).toEqual([before.seq, removal, removal + 1, after.seq]);
    // And reads nothing of it.
    const refused = { ok: false, error: 'channel_not_found' };
    expect(await channel.object.since(bob, before.seq)).toEqual(refused);
    expect(await channel.object.history(bob, { inclusive: false, limit: 10 })).toEqual(refused);
    expect(await channel.object.post(bob, { text: 'still here?' })).toEqual(refused);
  });

  test('of the last person of a shard takes both rows away, at the channel and at the gateway', async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, bob] = [await ws.person('member', 0), await ws.person('member', 1)];
    const channel = await ws.channelWith([ann, bob]);
    const rows = () =>
      Promise.all([
        runInDurableObject(stubs.channel(channel.id), (_, { storage }: DurableObjectState) =>
          storage.sql
            .exec('select shard from gateways order by shard')
            .toArray()
            .map((row) => row['shard']),
        ),
        runInDurableObject(stubs.gateway(ws.teamId, 1), (_, { storage }: DurableObjectState) =>
          ['heads', 'rosters'].map(
            (table) => storage.sql.exec(`select 1 from ${table} where log = ?`, channel.id).toArray().length,
          ),
        ),
      ]);
    await channel.post(ann, 'hello');
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    expect((await rows())[0]).toEqual([0, 1]);
    expectOk(await channel.object.leave(bob));
    expect(await rows()).toEqual([[0], [0, 0]]);
    // Again at a later entry: as of the one before, from which on everything is heard.
    const { seq } = await channel.post(ann, 'bob is not here');
    expectOk(await channel.object.join(bob));
    const heard = await channel.post(ann, 'bob is here');
    await socket.event(channel.id, heard.seq);
    expect(socket.seqsOf(channel.id).slice(-3)).toEqual([seq + 1, seq + 2, heard.seq]);
    expect(socket.seqsOf(channel.id)).not.toContain(seq);
  });

  test('that the gateway was not told of yet: who resumes in a public channel gets nothing from behind it', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann, bob]);
    const { seq } = await channel.post(ann, 'missed');
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    let isDown = true;
    intercept(Gateway, 'deliver', async ({ proceed }) => {
      if (isDown) throw new Error('the gateway is down');
      return proceed();
    });
    const leaving = channel.object.leave(bob);
    await until(async () => !expectOk(await channel.object.info(bob)).isMember);
    await channel.post(ann, 'behind their back');
    socket.hello({ [channel.id]: seq - 1 });
    expect((await socket.resumed()).channels[channel.id]).toEqual({ reset: true });
    expect(socket.seqsOf(channel.id)).toEqual([seq]);
    isDown = false;
    await leaving;
    await runDurableObjectAlarm(stubs.channel(channel.id));
    expect(await socket.event(channel.id, seq + 1)).toMatchObject({ type: 'member_left_channel' });
    expect(socket.seqsOf(channel.id)).toEqual([seq, seq + 1]);
  }, 15_000);

  test('while a reader’s missed entries are being read: they get a reset and none of them', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const channel = await ws.channelWith([ann, bob], true);
    const { seq } = await channel.post(ann, 'a secret');
    intercept(Channel, 'since', async ({ proceed }) => {
      const answer = await proceed();
      expectOk(await objects.channel(channel.id).kick(ann, bob.userId));
      return answer;
    });
    const socket = await socketOf(ws, bob, { cursors: { [channel.id]: seq - 1 } });
    const { channels } = await socket.resumed();
    expect(channels[channel.id]).toEqual({ reset: true });
    expect(JSON.stringify(socket.frames)).not.toContain('a secret');
  });
});

describe('an archive', () => {
  test('is acked when the Directory’s summary says so; a repeat waits for that and answers ok', () =>
    onRoom(async (bench) => {
      const { ann, others, room } = bench;
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let isDown = true;
      others.beforeDirectory = () => {
        if (isDown) throw new Error('the Directory is down');
      };
      const archiving = archive(room, ann);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await archiving).toMatchObject({ error: 'service_unavailable' });
      expect(post(room, ann, { text: 'too late' })).toMatchObject({ error: 'is_archived' });
      isDown = false;
      expect(await archive(room, ann)).toMatchObject({ ok: true });
      expect(others.summaries.at(-1)).toMatchObject({ isArchived: true });
      expect(await archive(room, ann)).toMatchObject({ error: 'already_archived' });
    }));

  test('is in the Directory’s list when it is answered', async () => {
    const ws = await workspace();
    const channel = await ws.channelWith([ws.owner]);
    expectOk(await channel.object.archive(ws.owner));
    expect(await ws.directory.summaries([channel.id])).toMatchObject([{ isArchived: true }]);
  });

  test('a summary is sent as it stands, once for however many entries changed it', () =>
    onRoom(async (bench) => {
      const { others, room } = bench;
      const before = others.summaries.length;
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => join(room, newcomer(bench))));
      expect(answers.every(({ ok }) => ok)).toBe(true);
      await bench.drained();
      expect(others.summaries.length - before).toBeLessThan(5);
      expect(others.summaries.at(-1)).toMatchObject({ memberCount: 7, rev: room.head.seq });
    }));
});

describe('a shard', () => {
  test('that gets its first person at entry 5,000 is attached as of the entry before, and replays nothing', async () => {
    const ws = await workspace({ shards: 2 });
    const [ann, bob] = [await ws.person('member', 0), await ws.person('member', 1)];
    const channel = await ws.channelWith([ann]);
    const at = await writeUpTo(4_999, channel, ann);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    expectOk(await channel.object.join(bob));
    const { seq, message } = await channel.post(ann, 'welcome');
    await socket.event(channel.id, seq);
    expect([at, seq]).toEqual([4_999, 5_002]);
    expect(socket.seqsOf(channel.id)).toEqual([5_000, 5_001, 5_002]);
    // A joiner starts at the head.
    const again = await socketOf(ws, bob);
    const { channels } = await again.hellos();
    expect(channels.find(({ id }) => id === channel.id)).toMatchObject({
      head: 5_002,
      unread: 1,
      ordinal: message.ordinal,
    });
  }, 60_000);

  test('attach state: those of the shard alone, and the places of now', () =>
    onRoom(
      async (bench) => {
        const { ann, bob, others } = bench;
        const { ts } = bench.post(ann, '<!channel> one');
        bench.post(ann, 'two');
        bench.remove(ann, ts);
        await bench.drained();
        others.heads.delete(1);
        bench.post(ann, 'three');
        await bench.drained();
        const { delivery } = others.deliveries.at(-1) ?? {};
        expect(delivery?.attach).toMatchObject({
          head: bench.room.head.seq,
          ordinal: 3,
          people: [{ userId: bob.userId, isGuest: false }],
          deletedOrdinals: [1],
          everybodyOrdinals: [],
          skipped: true,
        });
        expect(delivery?.entries).toEqual([]);
      },
      { shards: 2, shardOfBob: 1 },
    ));

  test('a person who comes back before the removal was delivered is neither lost nor doubled', () =>
    onRoom(
      async (bench) => {
        const { ann, bob, others, room, clock } = bench;
        let isDown = true;
        others.beforeGateway = (shard) => {
          if (isDown && shard === 1) throw new Error('down');
        };
        const leaving = leave(room, bob);
        const coming = join(room, bob);
        clock.nowMs = (await bench.runAlarm()) ?? 0;
        isDown = false;
        await bench.runAlarm();
        expect(await Promise.all([leaving, coming])).toMatchObject([{ ok: true }, { ok: true }]);
        bench.post(ann, 'both times');
        await bench.runAlarm();
        await bench.drained();
        const seqs = others.applied.get(1)?.map(({ seq }) => seq) ?? [];
        expect(seqs).toEqual([2, 3, 4, 5, 6, 7].slice(0, seqs.length));
        expect(seqs.at(-1)).toBe(room.head.seq);
      },
      { shards: 2, shardOfBob: 1 },
    ));
});

describe('a creation', () => {
  test('is the same when it is repeated, and again after a death', async () => {
    const id = mintId('C');
    const ws = await workspace();
    const creation = {
      id,
      teamId: ws.teamId,
      kind: 'private',
      name: 'twice',
      isGeneral: false,
      creator: ws.owner.userId,
      seats: [ws.owner],
      shards: { count: 1, epoch: 1 },
    } as const;
    const first = expectOk(await objects.channel(id).create(creation));
    await evictDurableObject(stubs.channel(id));
    const second = expectOk(await objects.channel(id).create({ ...creation, name: 'another' }));
    expect(second.summary).toEqual(first.summary);
    expect(await objects.channel(id).settleCreation()).toEqual({ created: true });
  });

  test('whose answer was lost answers ok when it is asked again, with the same channel', async () => {
    const ws = await workspace();
    let isLost = false;
    intercept(Channel, 'create', async ({ proceed }) => {
      const answer = await proceed();
      if (!isLost) {
        isLost = true;
        throw new Error('the answer was lost');
      }
      return answer;
    });
    const request = { name: `lost-${mintId('K').toLowerCase()}`, isPrivate: false };
    expect(await ws.directory.createChannel(ws.owner, request)).toMatchObject({
      error: 'service_unavailable',
    });
    const { summary } = expectOk(await ws.directory.createChannel(ws.owner, request));
    expect(summary).toMatchObject({ name: request.name, memberCount: 1 });
    expect(await ws.directory.createChannel(ws.owner, request)).toMatchObject({ error: 'name_taken' });
  });

  test('two openers at once get one direct channel, which both are in', async () => {
    const ws = await workspace();
    const [ann, bob] = [await ws.person(), await ws.person()];
    const [one, other] = await Promise.all([
      ws.directory.openDirect(ann, [bob.userId], true),
      ws.directory.openDirect(bob, [ann.userId], true),
    ]);
    const { summary } = expectOk(one);
    expect(expectOk(other).summary.id).toBe(summary.id);
    expect(summary.people).toEqual([ann.userId, bob.userId].toSorted());
    const known = await Promise.all(
      [ann, bob].map(({ userId }) => objects.member(ws.teamId, userId).membership(summary.id)),
    );
    expect(known.every((membership) => membership !== undefined)).toBe(true);
  });
});

test('all or none of those who are invited come, and people who are admitted again change nothing', () =>
  onRoom(async (bench) => {
    const { ann, bob, room } = bench;
    const eve = newcomer(bench);
    const head = room.head.seq;
    const about = (error: string, user: string) => ({ error, errors: [{ user, ok: false, error }] });
    expect(await invite(room, ann, [eve, bob], false)).toMatchObject(about('already_in_channel', bob.userId));
    expect(await invite(room, ann, [eve, ann], false)).toMatchObject(about('cant_invite_self', ann.userId));
    expect(room.head.seq).toBe(head);
    expectOk(await admit(room, [eve], ann.userId));
    expectOk(await admit(room, [eve, bob], ann.userId));
    // One entry, and the message that says so.
    expect(room.head.seq).toBe(head + 2);
  }));
