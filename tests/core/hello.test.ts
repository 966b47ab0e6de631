import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { Directory } from '../../durable-objects/directory/directory.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import type { SessionState } from '../../durable-objects/gateway/session-state.ts';
import { Member } from '../../durable-objects/member/member.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { HelloChannel } from '../../protocol/frames.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Delivery } from '../../protocol/objects/delivery.ts';
import { scopes as allScopes } from '../../protocol/scopes.ts';
import { Gate, intercept, until } from './support/faults.ts';
import { writeUpTo } from './support/room.ts';
import { silentDirectOf, silentSocketOf, socketOf } from './support/socket.ts';
import type { Socket } from './support/socket.ts';
import { channelOf, expectOk, objects, stubs, workspace } from './support/workspace.ts';
import type { TestChannel, Workspace } from './support/workspace.ts';

afterEach(() => {
  vi.useRealTimers();
});

interface Scene {
  readonly ws: Workspace;
  readonly ann: Actor;
  readonly bob: Actor;
  readonly channel: TestChannel;
}
async function scene(isPrivate = false): Promise<Scene> {
  const ws = await workspace();
  const [ann, bob] = [await ws.person(), await ws.person()];
  return { ws, ann, bob, channel: await ws.channelWith([ann, bob], isPrivate) };
}

/** A person's line of a channel, in the hello of a new socket of theirs. */
async function lineOf(ws: Workspace, actor: Actor, { id }: TestChannel): Promise<HelloChannel | undefined> {
  const socket = await socketOf(ws, actor);
  const { channels } = await socket.hellos();
  socket.close();
  return channels.find((line) => line.id === id);
}

/** Everybody's gateway and Member have the channel's head. */
async function settled({ id, object }: TestChannel, actor: Actor): Promise<void> {
  const { head } = expectOk(await object.history(actor, { inclusive: false, limit: 1 }));
  await until(async () => {
    const { member, directory } = await runInDurableObject(
      stubs.channel(id),
      (instance: Channel, { storage }: DurableObjectState) =>
        instance.alarm().then(() => {
          const row = storage.sql.exec<{ cursors: string }>('select cursors from consumers').toArray()[0];
          return JSON.parse(row?.cursors ?? '{}') as { member?: number; directory?: number };
        }),
    );
    return member === head && directory === head;
  });
}

describe('hello', () => {
  test('asks three objects, however many channels', async () => {
    const ws = await workspace();
    const ann = await ws.person();
    const channels = [];
    for (let at = 0; at < 5; at += 1) channels.push(await ws.channelWith([ann]));
    const asked: string[] = [];
    const watch = (of: Parameters<typeof intercept>[0], verbs: readonly string[]): void => {
      for (const verb of verbs) {
        intercept(of, verb as never, async ({ proceed }) => {
          asked.push(verb);
          return proceed();
        });
      }
    };
    watch(Member, ['boot', 'memberships', 'membership']);
    watch(Directory, ['boot', 'summaries', 'person', 'since']);
    watch(Channel, ['info', 'attach', 'since', 'message', 'history', 'members', 'positionAt']);
    const socket = await socketOf(ws, ann);
    const hello = await socket.hellos();
    expect(hello.channels.map(({ id }) => id).toSorted()).toEqual(
      [ws.generalId, ...channels.map(({ id }) => id)].toSorted(),
    );
    expect(asked).toEqual(['boot', 'boot']);
    expect(hello).toMatchObject({ self: { id: ann.userId }, team: { id: ws.teamId } });
  });

  test('comes before everything that was delivered while it was built, and shows or is followed by each once', async () => {
    const { ws, ann, channel } = await scene();
    const gate = new Gate();
    intercept(Member, 'boot', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    const witness = await socketOf(ws, ann);
    const socket = await socketOf(ws, ann);
    await gate.reached();
    const posted = [await channel.post(ann, 'one'), await channel.post(ann, 'two')];
    const delivered = posted.at(-1)?.seq ?? 0;
    await until(() =>
      runInDurableObject(
        stubs.gateway(ws.teamId),
        (_, { storage }: DurableObjectState) =>
          storage.sql.exec('select 1 from heads where log = ? and head >= ?', channel.id, delivered).toArray()
            .length === 1,
      ),
    );
    expect([witness.frames, socket.frames]).toEqual([[], []]);
    gate.open();
    const hello = await socket.hellos();
    const { seq } = await channel.post(ann, 'three');
    await socket.event(channel.id, seq);
    expect(socket.frames[0]?.type).toBe('hello');
    const shown = hello.channels.find(({ id }) => id === channel.id)?.head ?? 0;
    const expected = Array.from({ length: seq - shown }, (_, at) => shown + 1 + at);
    expect(socket.seqsOf(channel.id)).toEqual(expected);
  });

  test('neither loses nor doubles an invitation that arrives while it is built', async () => {
    const { ws, ann, bob } = await scene();
    const gate = new Gate();
    intercept(Directory, 'boot', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    const channel = await ws.channelWith([ann], true);
    const socket = await socketOf(ws, bob);
    await gate.reached();
    // Acked: bob's Member has it, and after this post his gateway has it too.
    expectOk(await channel.object.invite(ann, [bob], false));
    const { seq } = await channel.post(ann, 'welcome');
    gate.open();
    const { channels } = await socket.hellos();
    const last = await channel.post(ann, 'the last');
    await socket.event(channel.id, last.seq);
    const line = channels.find(({ id }) => id === channel.id);
    const joined = seq - 1;
    const from = line === undefined ? joined : line.head + 1;
    expect(socket.seqsOf(channel.id)).toEqual(
      Array.from({ length: last.seq - from + 1 }, (_, at) => from + at),
    );
    expect(line?.head ?? joined).toBeGreaterThanOrEqual(joined);
  });

  test('shows nothing of a channel that its person was removed from while it was built, nor what was said there', async () => {
    const { ws, ann, bob, channel } = await scene();
    const gate = new Gate();
    intercept(Member, 'boot', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    const socket = await socketOf(ws, bob);
    await gate.reached();
    await channel.post(ann, 'held');
    expectOk(await channel.object.kick(ann, bob.userId));
    gate.open();
    const { channels } = await socket.hellos();
    expect(channels.map(({ id }) => id)).not.toContain(channel.id);
    const { seq } = expectOk(await objects.channel(ws.generalId).post(ws.owner, { text: 'marker' }));
    await socket.event(ws.generalId, seq);
    expect(socket.eventsOf(channel.id)).toEqual([]);
  });

  test('that was under way when its gateway or channel died: the socket is asked to come back', async () => {
    const { ws, ann, channel } = await scene();
    const sockets = [await silentSocketOf(ws, ann), await silentDirectOf(ws, ann, channel.id)];
    for (const socket of sockets) {
      socket.hello();
      await socket.hellos();
    }
    for (const stub of [stubs.gateway(ws.teamId), stubs.channel(channel.id)]) {
      await runInDurableObject(stub, (_, state: DurableObjectState) => {
        editAttachments(state, (attachment) => ({ ...attachment, phase: 'greeting' }));
      });
      await evictDurableObject(stub);
    }
    // Wakes both.
    await channel.post(ann, 'words');
    for (const socket of sockets) {
      await socket.next(({ type }) => type === 'reconnect');
      expect((await socket.closed).code).toBe(1011);
    }
  });

  test('of a gateway that lost its rows counts as before, and its frames and events reach their channels', async () => {
    const { ws, ann, bob, channel } = await scene();
    const posted = [];
    for (const text of ['read', 'deleted', `<@${bob.userId}>`, '<!channel>', 'last'])
      posted.push((await channel.post(ann, text)).message);
    const [read, deleted] = posted;
    if (read === undefined || deleted === undefined) throw new Error('not posted');
    expectOk(await objects.member(ws.teamId, bob.userId).mark(channel.id, { ordinal: 1, ts: read.ts }));
    expectOk(await channel.object.remove(ann, deleted.ts));
    await settled(channel, ann);
    const before = await lineOf(ws, bob, channel);
    expect(before).toMatchObject({ ordinal: 5, unread: 3, mentions: 2, deleted: [2], everybody: [4] });
    await forgetRows(ws);
    const socket = await socketOf(ws, bob);
    const { channels } = await socket.hellos();
    expect(channels.find(({ id }) => id === channel.id)).toEqual(before);
    for (const frame of [
      { type: 'typing' },
      { type: 'mark', ts: read.ts },
      { type: 'message', text: 'words' },
    ]) {
      socket.send({ ...frame, id: frame.type, channel: channel.id });
      const answer = await socket.next((one) => 'id' in one && one.id === frame.type);
      expect(answer).toMatchObject({ type: 'ack' });
    }
    const { seq } = await channel.post(ann, 'live');
    await socket.event(channel.id, seq);
    expectContinuous(socket, channel.id, before?.head ?? 0);
  });

  test('counts as before also where the gateway that lost its rows cannot be attached now', async () => {
    const { ws, ann, bob, channel } = await scene();
    await channel.post(ann, `<@${bob.userId}>`);
    await channel.post(ann, '<!channel>');
    await settled(channel, ann);
    const before = await lineOf(ws, bob, channel);
    await forgetRows(ws);
    intercept(Gateway, 'deliver', async () => {
      throw new Error('lost');
    });
    expect(await lineOf(ws, bob, channel)).toEqual(before);
    expect(before).toMatchObject({ unread: 2, mentions: 2 });
  });

  test('of a gateway that lost its rows asks a few channels at a time', async () => {
    const ws = await workspace();
    const ann = await ws.person();
    const made = [];
    for (let at = 0; at < 9; at += 1) made.push((await ws.channelWith([ann])).id);
    await forgetRows(ws);
    let [now, most] = [0, 0];
    intercept(Channel, 'attach', async ({ proceed }) => {
      now += 1;
      most = Math.max(most, now);
      await scheduler.wait(10);
      now -= 1;
      return proceed();
    });
    const { channels } = await (await socketOf(ws, ann)).hellos();
    expect(channels.map(({ id }) => id).toSorted()).toEqual([ws.generalId, ...made].toSorted());
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
  });

  test('comes without a channel that does not answer, which a resume brings when it does', async () => {
    const { ws, ann, channel } = await scene();
    const other = await ws.channelWith([ann]);
    await settled(channel, ann);
    await forgetRows(ws);
    intercept(Channel, 'attach', async ({ name, proceed }) => {
      if (name === channel.id) throw new Error('down');
      return proceed();
    });
    const socket = await socketOf(ws, ann);
    const { channels } = await socket.hellos();
    expect(channels.map(({ id }) => id).toSorted()).toEqual([ws.generalId, other.id].toSorted());
    await channel.post(ann, 'words');
    expect(await socket.next((frame) => frame.type === 'resume')).toMatchObject({ channels: [channel.id] });
    expect(await lineOf(ws, ann, channel)).toMatchObject({ ordinal: 1 });
  });

  test('by a credential that was revoked before it closes the socket, and nothing was sent', async () => {
    const { ws, ann } = await scene();
    const socket = await silentSocketOf(ws, ann);
    // The gateway is told as well; here it is not, so that the hello itself must find it.
    intercept(Gateway, 'revoke', async () => undefined);
    await objects.member(ws.teamId, ann.userId).revokeCredential(socket.credentialId);
    socket.hello();
    expect((await socket.closed).code).toBe(closeCodes.revoked);
    expect(socket.frames).toEqual([]);
  });

  test('of a version that is too old closes the socket', async () => {
    const { ws, ann } = await scene();
    const socket = await socketOf(ws, ann, { version: 0 });
    expect((await socket.closed).code).toBe(closeCodes.versionTooOld);
  });

  test('that comes again while the first is built is refused, and the first is answered', async () => {
    const { ws, ann, channel } = await scene();
    const { seq } = await channel.post(ann, 'words');
    const gate = new Gate();
    intercept(Member, 'boot', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    const socket = await socketOf(ws, ann);
    await gate.reached();
    socket.hello({ [channel.id]: seq - 1 });
    expect(await socket.next((frame) => frame.type === 'error')).toMatchObject({ error: 'hello_first' });
    gate.open();
    await socket.hellos();
    expect(socket.eventsOf(channel.id)).toEqual([]);
  });

  test('that cannot be answered: the socket is asked to come back a little later, and then is served', async () => {
    const { ws, ann } = await scene();
    let isDown = true;
    intercept(Member, 'boot', async ({ proceed }) => {
      if (isDown) throw new Error('down');
      return proceed();
    });
    const socket = await socketOf(ws, ann);
    const asked = await socket.next((frame) => frame.type === 'reconnect');
    expect(asked).toMatchObject({ after_ms: expect.any(Number) as number });
    expect((await socket.closed).code).toBe(1011);
    isDown = false;
    expect((await (await socketOf(ws, ann)).hellos()).channels.length).toBeGreaterThan(0);
  });

  test('of more than 400 channels comes in parts, and of one left meanwhile nothing in a later part', async () => {
    const { ws, ann, bob, channel } = await scene();
    const first = await socketOf(ws, bob);
    await first.hellos();
    first.close();
    const many = await fillGateway(ws, bob, 450);
    const socket = await silentSocketOf(ws, bob);
    socket.isSlow = true;
    socket.hello();
    const one = await socket.hellos();
    expect(one).toMatchObject({ version: 1, part: 1, last: false, self: { id: bob.userId } });
    // The second part waits for a report.
    expectOk(await channel.object.kick(ann, bob.userId));
    socket.send({ type: 'position', frames: 1 });
    const two = await socket.hellos();
    expect(two).toMatchObject({ part: 2, last: true, self: { id: bob.userId } });
    expect(one.channels).toHaveLength(400);
    const shown = [...one.channels, ...two.channels].map(({ id }) => id);
    expect(shown.toSorted()).toEqual([...many, ws.generalId].toSorted());
  });

  test('that does not come in ten seconds: the socket is closed', async () => {
    const { ws, ann } = await scene();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const socket = await silentSocketOf(ws, ann);
    await runInDurableObject(stubs.gateway(ws.teamId), () => {
      vi.advanceTimersByTime(10_000);
    });
    vi.useRealTimers();
    expect((await socket.closed).code).toBe(closeCodes.noHello);
  });
});

describe('resume', () => {
  test('gives each cursor what it missed, in order, and says where it is then', async () => {
    const { ws, ann, bob, channel } = await scene();
    const other = await ws.channelWith([ann, bob]);
    const start = (await channel.post(ann, 'seen')).seq;
    const missed = [];
    for (let at = 0; at < 12; at += 1) missed.push((await channel.post(ann, `missed ${at}`)).seq);
    await settled(channel, ann);
    const line = await lineOf(ws, bob, other);
    const socket = await socketOf(ws, bob, {
      cursors: { [channel.id]: start, [other.id]: line?.head ?? 0, C0NOBODYSCHN: 4 },
    });
    const { channels } = await socket.resumed();
    expect(socket.seqsOf(channel.id)).toEqual(missed);
    expect(channels).toEqual({
      [channel.id]: { head: missed.at(-1) },
      [other.id]: { head: line?.head },
      C0NOBODYSCHN: { reset: true },
    });
  });

  test('of a cursor at the head costs no call', async () => {
    const { ws, ann, channel } = await scene();
    const { seq } = await channel.post(ann, 'seen');
    await settled(channel, ann);
    let calls = 0;
    intercept(Channel, 'since', async ({ proceed }) => {
      calls += 1;
      return proceed();
    });
    const socket = await socketOf(ws, ann, { cursors: { [channel.id]: seq } });
    expect((await socket.resumed()).channels).toEqual({ [channel.id]: { head: seq } });
    expect(calls).toBe(0);
  });

  test('of the workspace’s log reaches back a thousand entries, and beyond them is a reset', async () => {
    const { ws, ann } = await scene();
    await runInDurableObject(stubs.directory(ws.teamId), (_, { storage }: DurableObjectState) => {
      storage.sql.exec(
        `with recursive more (at) as (select 1 union all select at + 1 from more where at < 1100)
         insert into entries (seq, kind, subject, at, cursors)
         select at + (select max(seq) from entries), 'user_change', ?, 1, '{}' from more`,
        ann.userId,
      );
    });
    await evictDurableObject(stubs.directory(ws.teamId));
    const { head } = await (await socketOf(ws, ann)).hellos();
    expect(head).toBeGreaterThan(1_100);
    const behind = await socketOf(ws, ann, { cursors: { [ws.teamId]: head - 1_001 } });
    expect((await behind.resumed()).channels).toEqual({ [ws.teamId]: { reset: true } });
    const within = await socketOf(ws, ann, { cursors: { [ws.teamId]: head - 1_000 } });
    expect((await within.resumed()).channels).toEqual({ [ws.teamId]: { head } });
    expect(within.seqsOf(ws.teamId)).toHaveLength(1_000);
  });

  test('of a cursor above the head is a reset; above the gateway’s head alone it is settled by the channel', async () => {
    const { ws, ann, channel } = await scene();
    const { seq } = await channel.post(ann, 'seen');
    await settled(channel, ann);
    const socket = await socketOf(ws, ann, { cursors: { [channel.id]: seq + 1_000 } });
    expect((await socket.resumed()).channels).toEqual({ [channel.id]: { reset: true } });

    const gate = new Gate();
    intercept(Gateway, 'deliver', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    const ahead = await channel.post(ann, 'not at the gateway yet');
    await gate.reached();
    const early = await socketOf(ws, ann, { cursors: { [channel.id]: ahead.seq } });
    expect((await early.resumed()).channels).toEqual({ [channel.id]: { head: ahead.seq } });
    gate.open();
  });

  test('holds the live frames of a log behind its missed ones', async () => {
    const { ws, ann, bob, channel } = await scene();
    const start = (await channel.post(ann, 'seen')).seq;
    await channel.post(ann, 'missed');
    await settled(channel, ann);
    const gate = new Gate();
    intercept(Channel, 'since', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    const witness = await socketOf(ws, ann);
    await witness.hellos();
    const socket = await socketOf(ws, bob, { cursors: { [channel.id]: start } });
    await socket.hellos();
    await gate.reached();
    const live = await channel.post(ann, 'live');
    await witness.event(channel.id, live.seq);
    expect(socket.eventsOf(channel.id)).toEqual([]);
    gate.open();
    await socket.resumed();
    const { seq } = await channel.post(ann, 'and on');
    await socket.event(channel.id, seq);
    expect(socket.seqsOf(channel.id)).toEqual([start + 1, live.seq, seq]);
  });

  test('of one who is removed meanwhile brings the removal, and nothing that was said before it', async () => {
    const { ws, ann, bob, channel } = await scene();
    const start = (await channel.post(ann, 'seen')).seq;
    await channel.post(ann, 'missed');
    await settled(channel, ann);
    const gate = new Gate();
    intercept(Channel, 'since', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    const witness = await socketOf(ws, ann);
    await witness.hellos();
    const socket = await socketOf(ws, bob, { cursors: { [channel.id]: start } });
    await socket.hellos();
    await gate.reached();
    await channel.post(ann, 'held one');
    await channel.post(ann, 'held two');
    expectOk(await channel.object.kick(ann, bob.userId));
    await witness.next(({ type }) => type === 'member_left_channel');
    gate.open();
    expect((await socket.resumed()).channels).toEqual({ [channel.id]: { reset: true } });
    expect(socket.eventsOf(channel.id)).toMatchObject([{ type: 'member_left_channel', user: bob.userId }]);
  });

  test('says after what its frames come where a socket may not see the entries between', async () => {
    const { ws, ann, bob, channel } = await scene();
    const first = await channel.post(ann, 'seen');
    await channel.object.react(ann, { ts: first.message.ts, name: 'tada' });
    await settled(channel, ann);
    const gate = new Gate();
    intercept(Channel, 'since', async ({ proceed }) => {
      const answer = await proceed();
      await gate.pass();
      return answer;
    });
    const witness = await socketOf(ws, ann);
    await witness.hellos();
    const scopes = allScopes.filter((scope) => scope !== 'reactions:read');
    const socket = await socketOf(ws, bob, { scopes, cursors: { [channel.id]: first.seq } });
    await gate.reached();
    const live = await channel.post(ann, 'live, held behind what bob may not see');
    await witness.event(channel.id, live.seq);
    gate.open();
    await socket.resumed();
    await channel.object.react(ann, { ts: first.message.ts, name: 'eyes' });
    const last = await channel.post(ann, 'the last');
    await socket.event(channel.id, last.seq);
    expectContinuous(socket, channel.id, first.seq);
  });

  test('that shows nothing says where the cursor is, and the next frame comes after that', async () => {
    const { ws, ann, bob, channel } = await scene();
    const first = await channel.post(ann, 'seen');
    await channel.object.react(ann, { ts: first.message.ts, name: 'tada' });
    await settled(channel, ann);
    const scopes = allScopes.filter((scope) => scope !== 'reactions:read');
    const socket = await socketOf(ws, bob, { scopes, cursors: { [channel.id]: first.seq } });
    expect((await socket.resumed()).channels).toEqual({ [channel.id]: { head: first.seq + 1 } });
    const last = await channel.post(ann, 'the last');
    await socket.event(channel.id, last.seq);
    expectContinuous(socket, channel.id, first.seq);
  });

  test('of a guest passes over what the workspace’s log has for full members', async () => {
    const ws = await workspace();
    const guest = await ws.person('guest');
    const first = await socketOf(ws, guest);
    const { head } = await first.hellos();
    first.close();
    await ws.channelWith([ws.owner]);
    await ws.person();
    await ws.channelWith([ws.owner]);
    const socket = await socketOf(ws, guest, { cursors: { [ws.teamId]: head } });
    await socket.resumed();
    await ws.person();
    await socket.next((frame) => frame.type === 'team_join' && frame.seq === head + 4);
    expectContinuous(socket, ws.teamId, head);
    expect(socket.frames.map(({ type }) => type)).not.toContain('channel_created');
  });

  test('of 5,000 entries is without gap or double, beside live ones', async () => {
    const { ws, ann, bob, channel } = await scene();
    const start = (await channel.post(ann, 'seen')).seq;
    await writeUpTo(start + 5_000, channel, ann);
    const socket = await socketOf(ws, bob, { cursors: { [channel.id]: start } });
    await Promise.all(Array.from({ length: 20 }, (_, at) => channel.post(ann, `live ${at}`)));
    await socket.resumed();
    const { seq } = await channel.post(ann, 'the last');
    await socket.event(channel.id, seq);
    // Of what the channel told ahead of the gateway, the gateway tells again: at or below the cursor, it is skipped.
    const taken: number[] = [];
    for (const one of socket.seqsOf(channel.id)) if (one > (taken.at(-1) ?? start)) taken.push(one);
    expect(taken).toEqual(Array.from({ length: seq - start }, (_, at) => start + 1 + at));
    expectContinuous(socket, channel.id, start);
  });
});

describe('a gateway that was evicted', () => {
  test('goes on with its sockets, heads and people', async () => {
    const { ws, ann, bob, channel } = await scene();
    const socket = await socketOf(ws, bob);
    const { channels } = await socket.hellos();
    const start = channels.find(({ id }) => id === channel.id)?.head ?? 0;
    await channel.post(ann, 'before');
    await evictDurableObject(stubs.gateway(ws.teamId));
    const { seq } = await channel.post(ann, 'after');
    await socket.event(channel.id, seq);
    expectContinuous(socket, channel.id, start);
    expect(socket.seqsOf(channel.id)).toEqual([start + 1, start + 2]);
  });

  test('between hand-over and answer repeats nothing that a client keeps twice', async () => {
    const { ws, ann, bob, channel } = await scene();
    const socket = await socketOf(ws, bob);
    const { channels } = await socket.hellos();
    const start = channels.find(({ id }) => id === channel.id)?.head ?? 0;
    let [isLost, isEvicted] = [false, false];
    const repeated: number[] = [];
    intercept(Gateway, 'deliver', async ({ proceed, args }) => {
      const [{ logId, entries }] = args as [Delivery];
      if (logId !== channel.id) return proceed();
      if (isLost && !isEvicted) throw new Error('not before it is gone');
      if (isLost) repeated.push(...entries.map((entry) => entry.seq));
      const answer = await proceed();
      if (isLost) return answer;
      isLost = true;
      throw new Error('the answer was lost');
    });
    await channel.post(ann, 'one');
    await socket.event(channel.id, start + 1);
    await until(() => isLost);
    // What is sent again meets a gateway that knows its rows alone.
    await evictDurableObject(stubs.gateway(ws.teamId));
    isEvicted = true;
    const { seq } = await channel.post(ann, 'two');
    await socket.event(channel.id, seq);
    expect(repeated.slice(0, 2)).toEqual([start + 1, start + 2]);
    expect(socket.seqsOf(channel.id)).toEqual([start + 1, start + 2]);
  });

  test('and lost its rows is attached to now, and asks its sockets to resume', async () => {
    const { ws, ann, bob, channel } = await scene();
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    const { seq } = await channel.post(ann, 'heard');
    await socket.event(channel.id, seq);
    await settled(channel, ann);
    await forgetRows(ws);
    const skipped = await channel.post(ann, 'skipped');
    expect(await socket.next((frame) => frame.type === 'resume')).toMatchObject({ channels: [channel.id] });
    socket.hello({ [channel.id]: seq });
    await socket.resumed();
    const last = await channel.post(ann, 'live again');
    await socket.event(channel.id, last.seq);
    expect(socket.seqsOf(channel.id).filter((one) => one >= seq)).toEqual([seq, skipped.seq, last.seq]);
  });
});

describe('unread', () => {
  test('is the head’s ordinal less the mark less what was deleted above it; replies do not count', async () => {
    const { ws, ann, bob, channel } = await scene();
    const posted = [];
    for (let at = 0; at < 6; at += 1) posted.push((await channel.post(ann, `number ${at}`)).message.ts);
    const [first, second, third, fourth, fifth] = posted;
    if (!first || !second || !third || !fourth || !fifth) throw new Error('not posted');
    await channel.post(ann, 'a reply', { threadTs: first });
    expect(await lineOf(ws, bob, channel)).toMatchObject({ ordinal: 6, unread: 6 });
    expectOk(await channel.object.remove(ann, first));
    expectOk(await channel.object.remove(ann, fourth));
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ ordinal: 6, unread: 4, deleted: [4, 1] });
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    socket.send({ type: 'mark', id: 1, channel: channel.id, ts: second });
    expect(await socket.next((frame) => frame.type === 'ack')).toMatchObject({ id: 1, ts: second });
    expect(await lineOf(ws, bob, channel)).toMatchObject({ marked_ordinal: 2, unread: 3, deleted: [4] });
    // Forward only.
    socket.send({ type: 'mark', id: 2, channel: channel.id, ts: fifth });
    socket.send({ type: 'mark', id: 3, channel: channel.id, ts: first });
    await socket.next((frame) => frame.type === 'ack' && frame.id === 3);
    await until(async () => (await lineOf(ws, bob, channel))?.unread === 1);
    const read = await lineOf(ws, bob, channel);
    expect(read).toMatchObject({ marked_ordinal: 5, unread: 1 });
    expect(read).not.toHaveProperty('deleted');
  });

  test('an own post marks for its person, at once and after everything was evicted; a reply does not', async () => {
    const { ws, ann, bob, channel } = await scene();
    const { message } = await channel.post(ann, 'unread');
    await channel.post(bob, 'a reply', { threadTs: message.ts });
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ unread: 1 });
    await channel.post(bob, 'mine');
    await channel.post(ann, 'after it');
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ unread: 1, marked_ordinal: 2 });
    await evictDurableObject(stubs.gateway(ws.teamId));
    await evictDurableObject(stubs.member(bob));
    expect(await lineOf(ws, bob, channel)).toMatchObject({ unread: 1, marked_ordinal: 2 });
  });

  test('a post by a clock does not mark: it is unread to its author, live and after everything was evicted', async () => {
    const { ws, ann, bob, channel } = await scene();
    const { message } = await channel.post(ann, 'unread');
    await channel.post(bob, 'scheduled', { unattended: true });
    await channel.post(bob, 'a reply', { threadTs: message.ts, unattended: true });
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ unread: 2, marked_ordinal: 0 });
    const thread = await objects.member(bob.teamId, bob.userId).thread(channel.id, message.ts);
    expect(thread).toMatchObject({ isFollowing: true, markOrdinal: 0 });
    await evictDurableObject(stubs.gateway(ws.teamId));
    await evictDurableObject(stubs.member(bob));
    expect(await lineOf(ws, bob, channel)).toMatchObject({ unread: 2, marked_ordinal: 0 });
  });

  test('a joiner starts at the head', async () => {
    const { ws, ann, channel } = await scene();
    for (let at = 0; at < 5; at += 1) await channel.post(ann, `<!channel> number ${at}`);
    const eve = await ws.person();
    expectOk(await channel.object.join(eve));
    expect(await lineOf(ws, eve, channel)).toMatchObject({ ordinal: 5, unread: 0, mentions: 0 });
    await channel.post(ann, 'the first for eve');
    await settled(channel, ann);
    expect(await lineOf(ws, eve, channel)).toMatchObject({ unread: 1, mentions: 0 });
  });

  test('mentions are taken back by an edit and by a deletion', async () => {
    const { ws, ann, bob, channel } = await scene();
    const name = `<@${bob.userId}>`;
    const [edited, deleted] = [
      await channel.post(ann, `${name} one`),
      await channel.post(ann, `${name} two`),
    ];
    await channel.post(ann, `${name} three`);
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ mentions: 3 });
    expectOk(await channel.object.edit(ann, { ts: edited.message.ts, text: 'nobody' }));
    expectOk(await channel.object.remove(ann, deleted.message.ts));
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ mentions: 1, unread: 2 });
    // And made by one.
    expectOk(await channel.object.edit(ann, { ts: edited.message.ts, text: `${name} after all` }));
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ mentions: 2 });
  });

  test('calls of everybody count for each who has not read them, until they are deleted or edited away', async () => {
    const { ws, ann, bob, channel } = await scene();
    const [first, second] = [
      await channel.post(ann, '<!channel> one'),
      await channel.post(ann, '<!here> two'),
    ];
    await channel.post(ann, '<!everyone> three');
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ mentions: 3, unread: 3 });
    expect(await lineOf(ws, ann, channel)).toMatchObject({ mentions: 0, unread: 0 });
    expectOk(await channel.object.remove(ann, first.message.ts));
    expectOk(await channel.object.edit(ann, { ts: second.message.ts, text: 'two' }));
    await settled(channel, ann);
    expect(await lineOf(ws, bob, channel)).toMatchObject({ mentions: 1, unread: 2 });
  });

  test('in a direct channel each unread message is for its reader', async () => {
    const { ws, ann, bob } = await scene();
    const { summary } = expectOk(await ws.directory.openDirect(ann, [bob.userId], true));
    const direct = channelOf(summary.id);
    await direct.post(ann, 'psst');
    await direct.post(ann, 'hello?');
    await settled(direct, ann);
    expect(await lineOf(ws, bob, direct)).toMatchObject({ unread: 2, mentions: 2 });
  });

  test('a mark is pushed to the person’s sockets; one that was lost makes them ask for all', async () => {
    const { ws, ann, bob, channel } = await scene();
    const posted = [];
    for (let at = 0; at < 3; at += 1) posted.push((await channel.post(ann, `number ${at}`)).message.ts);
    await settled(channel, ann);
    const socket = await socketOf(ws, bob);
    await socket.hellos();
    let lost = 0;
    intercept(Gateway, 'push', async ({ proceed }) => {
      lost += 1;
      if (lost === 2) throw new Error('lost');
      return proceed();
    });
    const member = objects.member(ws.teamId, bob.userId);
    for (const [at, ts] of posted.entries()) {
      expectOk(await member.mark(channel.id, { ordinal: at + 1, ts }));
      await until(() => lost === at + 1);
    }
    const isMarkAt = (ordinal: number) => (frame: Socket['frames'][0]) =>
      frame.type === 'channel_marked' && frame.ordinal === ordinal && frame.channel === channel.id;
    await socket.next(isMarkAt(1));
    await socket.next(isMarkAt(3));
    expect(socket.frames.some(isMarkAt(2))).toBe(false);
  });

  test('a push that was lost while hello was built makes its socket ask for all, too', async () => {
    const { ws, ann, bob, channel } = await scene();
    const posted = [await channel.post(ann, 'one'), await channel.post(ann, 'two')];
    await settled(channel, ann);
    const gate = new Gate();
    let [boots, pushes] = [0, 0];
    intercept(Member, 'boot', async ({ proceed }) => {
      const answer = await proceed();
      boots += 1;
      return answer;
    });
    intercept(Directory, 'boot', async ({ proceed }) => {
      await gate.pass();
      return proceed();
    });
    intercept(Gateway, 'push', async ({ proceed }) => {
      pushes += 1;
      if (pushes === 1) throw new Error('lost');
      return proceed();
    });
    const socket = await socketOf(ws, bob);
    await gate.reached();
    await until(() => boots === 1);
    const member = objects.member(ws.teamId, bob.userId);
    for (const [at, { message }] of posted.entries()) {
      expectOk(await member.mark(channel.id, { ordinal: at + 1, ts: message.ts }));
      await until(() => pushes === at + 1);
    }
    gate.open();
    await socket.next(
      (frame) => frame.type === 'channel_marked' && frame.channel === channel.id && frame.ordinal === 2,
    );
  });

  test('a mark reaches every socket of its person, also beside one for which all cannot be asked', async () => {
    const { ws, ann, bob, channel } = await scene();
    const posted = [await channel.post(ann, 'one'), await channel.post(ann, 'two')];
    await settled(channel, ann);
    const behind = await socketOf(ws, bob);
    await behind.hellos();
    const member = objects.member(ws.teamId, bob.userId);
    let pushes = 0;
    intercept(Gateway, 'push', async ({ proceed }) => {
      pushes += 1;
      if (pushes === 1) throw new Error('lost');
      return proceed();
    });
    const [first, second] = posted;
    if (!first || !second) throw new Error('not posted');
    expectOk(await member.mark(channel.id, { ordinal: 1, ts: first.message.ts }));
    await until(() => pushes === 1);
    const current = await socketOf(ws, bob);
    await current.hellos();
    intercept(Member, 'boot', async () => {
      throw new Error('down');
    });
    expectOk(await member.mark(channel.id, { ordinal: 2, ts: second.message.ts }));
    await current.next(
      (frame) => frame.type === 'channel_marked' && frame.channel === channel.id && frame.ordinal === 2,
    );
  });
});

describe('what is not stored', () => {
  test('typing is told to who is here, but not to who types, nor to who lacks the scope', async () => {
    const { ws, ann, bob, channel } = await scene();
    const [own, wide, narrow] = [
      await socketOf(ws, ann),
      await socketOf(ws, bob),
      await socketOf(ws, bob, { scopes: ['channels:read'] }),
    ];
    for (const socket of [own, wide, narrow]) await socket.hellos();
    own.send({ type: 'typing', id: 1, channel: channel.id });
    await own.next((frame) => frame.type === 'ack');
    await wide.next((frame) => (frame.type as string) === 'user_typing');
    const eve = await ws.person();
    expectOk(await channel.object.join(eve));
    for (const socket of [own, narrow]) {
      await socket.next((frame) => frame.type === 'member_joined_channel');
      expect(socket.frames.map(({ type }) => type as string)).not.toContain('user_typing');
    }
  });
});

/** A strict client: only a frame whose `after` is its cursor moves it, `resumed` sets it forward. */
function expectContinuous({ frames }: Socket, logId: string, start: number): void {
  let cursor = start;
  for (const frame of frames) {
    if (frame.type === 'resumed') {
      const place = frame.channels[logId];
      if (place && 'head' in place) cursor = Math.max(cursor, place.head);
      continue;
    }
    if (!('seq' in frame) || frame.type === 'ack' || frame.seq === undefined) continue;
    const { channel, team } = frame as { channel?: unknown; team?: unknown };
    if (channel !== logId && (typeof channel === 'string' || team !== logId)) continue;
    if (frame.seq <= cursor) continue;
    const { after = frame.seq - 1 } = frame as { after?: number };
    expect({ seq: frame.seq, after }).toEqual({ seq: frame.seq, after: cursor });
    cursor = frame.seq;
  }
}

/** As if somebody were in so many channels more, which come before all others and have long names. */
async function fillGateway(ws: Workspace, { userId }: Actor, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, at) => `C0${String(at).padStart(10, '0')}`);
  await runInDurableObject(stubs.gateway(ws.teamId), (_, { storage }: DurableObjectState) => {
    for (const id of ids) {
      const summary = { id, name: 'x'.repeat(2_000), kind: 'public', isArchived: false, isGeneral: false };
      const roster = { people: [[userId, false]], deletedOrdinals: [], everybodyOrdinals: [], summary };
      storage.sql.exec("insert into heads (log, generation, head, ordinal) values (?, 'one', 1, 0)", id);
      storage.sql.exec('insert into rosters (log, roster) values (?, ?)', id, JSON.stringify(roster));
    }
  });
  await evictDurableObject(stubs.gateway(ws.teamId));
  return ids;
}

/** What a socket's object keeps of it while it sleeps. */
function editAttachments(state: DurableObjectState, edit: (attachment: SessionState) => SessionState): void {
  for (const socket of state.getWebSockets())
    socket.serializeAttachment(edit(socket.deserializeAttachment() as SessionState));
}

/** As a gateway whose storage was lost: no row, no memory. */
async function forgetRows(ws: Workspace): Promise<void> {
  await runInDurableObject(stubs.gateway(ws.teamId), (_, { storage }: DurableObjectState) => {
    storage.sql.exec('delete from heads');
    storage.sql.exec('delete from rosters');
  });
  await evictDurableObject(stubs.gateway(ws.teamId));
}
