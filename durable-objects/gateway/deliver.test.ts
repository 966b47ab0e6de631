/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Env } from '../../platform/env.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { AnyEventBody } from '../../protocol/events.ts';
import { frameBytesMax } from '../../protocol/limits.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Attachment, Delivery, DeliveryAnswer, LogEntry } from '../../protocol/objects/delivery.ts';
import type { Role } from '../../protocol/roles.ts';
import { scopes as allScopes } from '../../protocol/scopes.ts';
import type { Scope } from '../../protocol/scopes.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { deliver } from './deliver.ts';
import { eventFrame } from './event-frame.ts';
import { Followed } from './followed.ts';
import { Logs } from './logs.ts';
import { Session } from './session.ts';
import { Sockets } from './sockets.ts';

const channelId = mintId('C');
const teamId = mintId('T');
const [ann, bob, eve] = [mintId('U'), mintId('U'), mintId('U')];
const at = (seq: number): Timestamp => `1700000000.${String(seq).padStart(6, '0')}` as Timestamp;

/** What a socket of a person got. */
interface Hearer {
  readonly session: Session;
  readonly frames: { seq: number; type: string; after?: number; truncated?: true; channels?: string[] }[];
  seqs(): number[];
  breakDown(): void;
  /** As the runtime does with what is larger than 16 KiB. */
  refuseToStore(): void;
  isClosed(): boolean;
}

interface Bench {
  logs: Logs;
  readonly sockets: Sockets;
  readonly storage: DurableObjectStorage;
  hearer(userId: UserId, given?: { role?: Role; scopes?: readonly Scope[]; phase?: 'new' | 'ready' }): Hearer;
  deliver(from: number, entries: readonly LogEntry[], more?: Partial<Delivery>): DeliveryAnswer;
  /** As after a death: what the rows say. */
  restart(): void;
  rows(): unknown[];
}

async function onGateway(run: (bench: Bench) => void): Promise<void> {
  const { GATEWAY } = env as unknown as Env;
  await runInDurableObject(
    GATEWAY.get(GATEWAY.idFromName(mintId('T'))),
    (_, { storage }: DurableObjectState) => {
      const sockets = new Sockets();
      const bench: Bench = {
        logs: new Logs(storage),
        sockets,
        storage,
        hearer: (userId, given = {}) => {
          const hearer = hearerOf(userId, given);
          sockets.keep(hearer.session);
          return hearer;
        },
        deliver: (from, entries, more = {}) => deliver(bench, deliveryOf(from, entries, more)),
        restart: () => {
          bench.logs = new Logs(storage);
        },
        rows: () => storage.sql.exec('select log, head from heads').toArray(),
      };
      run(bench);
    },
  );
}

function hearerOf(
  userId: UserId,
  { role = 'member', scopes = allScopes, phase = 'ready' }: Parameters<Bench['hearer']>[1] = {},
): Hearer {
  const frames: Hearer['frames'] = [];
  let isBroken = false;
  let isFull = false;
  let isClosed = false;
  const socket: Pick<WebSocket, 'send' | 'close' | 'serializeAttachment'> = {
    send: (text) => {
      if (isBroken) throw new Error('closing');
      if (typeof text !== 'string') throw new Error('frames are text');
      const frame = JSON.parse(text) as Hearer['frames'][0] & { events?: Hearer['frames'] };
      frames.push(...(frame.events ?? [frame]));
    },
    close: () => {
      isClosed = true;
    },
    serializeAttachment: (state) => {
      if (isFull && state !== null) throw new Error('too large');
    },
  };
  const caller = {
    teamId,
    userId,
    role,
    credentialId: mintId('K'),
    kind: 'user',
    scopes,
    shardCount: 1,
  } as const;
  return {
    session: new Session(
      socket as WebSocket,
      { caller, phase, version: 0, isResuming: false },
      () => undefined,
    ),
    frames,
    seqs: () => frames.map(({ seq }) => seq),
    breakDown: () => {
      isBroken = true;
    },
    refuseToStore: () => {
      isFull = true;
    },
    isClosed: () => isClosed,
  };
}

const deliveryOf = (from: number, entries: readonly LogEntry[], more: Partial<Delivery>): Delivery => ({
  logId: channelId,
  teamId,
  generation: 'one',
  epoch: 1,
  from,
  entries,
  ...more,
});

const attachedTo = (
  head: number,
  people: readonly UserId[],
  skipped = false,
  more: Partial<Attachment> = {},
) => ({
  attach: {
    head,
    ordinal: 0,
    people: people.map((userId) => ({ userId, isGuest: false })),
    deletedOrdinals: [],
    everybodyOrdinals: [],
    skipped,
    ...more,
  },
});

const said = (seq: number, more: Partial<LogEntry> = {}): LogEntry => ({
  seq,
  event: { type: 'message', text: `number ${seq}`, ts: at(seq), seq, rev: seq, user: ann } as AnyEventBody,
  ordinal: seq,
  author: ann,
  ...more,
});
const sayings = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => said(from + index));

const summary = { id: channelId, kind: 'private', rev: 1 } as ChannelSummary;
const moved = (seq: number, userId: UserId, change: 'joined' | 'left'): LogEntry => ({
  seq,
  event: {
    type: change === 'joined' ? 'member_joined_channel' : 'member_left_channel',
    user: userId,
    summary,
  } as AnyEventBody,
  membership: { userId, change, isGuest: false },
});
const reacted = (seq: number): LogEntry => ({
  seq,
  event: { type: 'reaction_added', users: [ann], rev: seq } as unknown as AnyEventBody,
});

describe('a gateway is a numbered replica', () => {
  test('doubled, late and overlapping deliveries show each entry once, in order', () =>
    onGateway((bench) => {
      const hearer = bench.hearer(ann);
      bench.deliver(1, sayings(1, 3), attachedTo(0, [ann]));
      expect(bench.deliver(1, sayings(1, 3))).toEqual({ state: 'applied', head: 3 });
      expect(bench.deliver(2, sayings(2, 5))).toEqual({ state: 'applied', head: 5 });
      expect(bench.deliver(1, sayings(1, 2))).toEqual({ state: 'applied', head: 5 });
      expect(bench.deliver(6, [])).toEqual({ state: 'applied', head: 5 });
      expect(hearer.seqs()).toEqual([1, 2, 3, 4, 5]);
      bench.restart();
      expect(bench.deliver(4, sayings(4, 6))).toEqual({ state: 'applied', head: 6 });
      expect(hearer.seqs()).toEqual([1, 2, 3, 4, 5, 6]);
    }));

  test('a gapped one changes nothing, and is answered with the place that is expected', () =>
    onGateway((bench) => {
      const hearer = bench.hearer(ann);
      bench.deliver(1, sayings(1, 2), attachedTo(0, [ann]));
      expect(bench.deliver(4, sayings(4, 5))).toEqual({ state: 'expected', from: 3 });
      expect(hearer.seqs()).toEqual([1, 2]);
      expect(bench.deliver(3, sayings(3, 5))).toEqual({ state: 'applied', head: 5 });
      expect(hearer.seqs()).toEqual([1, 2, 3, 4, 5]);
    }));

  test('many at once leave as one frame a socket', () =>
    onGateway((bench) => {
      const hearer = bench.hearer(ann);
      let sends = 0;
      const { send } = hearer.session.socket;
      hearer.session.socket.send = (text) => {
        sends += 1;
        send(text);
      };
      bench.deliver(1, sayings(1, 100), attachedTo(0, [ann]));
      expect(sends).toBe(1);
      expect(hearer.seqs()).toEqual(sayings(1, 100).map(({ seq }) => seq));
    }));

  test('the head is stored after hand-over: a throw between makes a repeat, not a loss', () =>
    onGateway((bench) => {
      const hearer = bench.hearer(ann);
      bench.deliver(1, [said(1)], attachedTo(0, [ann]));
      const { save } = bench.logs;
      bench.logs.save = () => {
        throw new Error('the disk');
      };
      expect(() => bench.deliver(2, [said(2), moved(3, bob, 'joined')])).toThrow('the disk');
      expect(hearer.seqs()).toEqual([1, 2, 3]);
      // Memory is what the rows say, not what was applied.
      expect(bench.logs.get(channelId)?.head).toBe(1);
      expect(bench.logs.has(bob, channelId)).toBe(false);
      bench.logs.save = save;
      bench.restart();
      expect(bench.deliver(2, [said(2), moved(3, bob, 'joined')])).toEqual({ state: 'applied', head: 3 });
      expect(hearer.seqs()).toEqual([1, 2, 3, 2, 3]);
      expect(bench.logs.has(bob, channelId)).toBe(true);
    }));

  test('a send that throws drops that socket alone', () =>
    onGateway((bench) => {
      const [closing, other, third] = [bench.hearer(ann), bench.hearer(ann), bench.hearer(bob)];
      bench.deliver(1, [said(1)], attachedTo(0, [ann, bob]));
      closing.breakDown();
      expect(bench.deliver(2, sayings(2, 3))).toEqual({ state: 'applied', head: 3 });
      expect([closing.seqs(), other.seqs(), third.seqs()]).toEqual([[1], [1, 2, 3], [1, 2, 3]]);
    }));

  test('a message costs one row, and a change of people two', () =>
    onGateway((bench) => {
      const changes = (): number => Number(bench.storage.sql.exec('select total_changes() as n').one()['n']);
      bench.deliver(1, [said(1)], attachedTo(0, [ann]));
      const before = changes();
      bench.deliver(2, sayings(2, 20));
      expect(changes() - before).toBe(1);
      bench.deliver(21, [moved(21, bob, 'joined')]);
      expect(changes() - before).toBe(3);
    }));
});

describe('attaching', () => {
  test('is the only way to a first head: without a row the state is asked for', () =>
    onGateway((bench) => {
      expect(bench.deliver(7, [said(7)])).toEqual({ state: 'attach' });
      expect(bench.logs.get(channelId)).toBeUndefined();
    }));

  test('as of the entry before the first person: who joined hears their joining, and nothing from before', () =>
    onGateway((bench) => {
      const hearer = bench.hearer(ann);
      const attach = attachedTo(4_999, [], false, { ordinal: 4_990 });
      expect(bench.deliver(5_000, [moved(5_000, ann, 'joined'), said(5_001)], attach)).toEqual({
        state: 'applied',
        head: 5_001,
      });
      expect(hearer.seqs()).toEqual([5_000, 5_001]);
      // Its answer was lost: the repeat shows nothing twice, and sets nothing back.
      bench.deliver(5_002, [moved(5_002, bob, 'joined')]);
      expect(bench.deliver(5_000, [moved(5_000, ann, 'joined')], attach)).toMatchObject({ head: 5_002 });
      expect(hearer.seqs()).toEqual([5_000, 5_001, 5_002]);
      expect(bench.logs.has(bob, channelId)).toBe(true);
    }));

  test('after a lost row is to the people and the head of now, and sockets are told to resume', () =>
    onGateway((bench) => {
      const [ready, fresh, other] = [
        bench.hearer(ann),
        bench.hearer(ann, { phase: 'new' }),
        bench.hearer(eve),
      ];
      bench.deliver(41, [], attachedTo(40, [ann], true));
      expect(ready.frames).toEqual([{ type: 'resume', channels: [channelId] }]);
      // Its hello will show the head of now.
      expect(fresh.frames).toEqual([]);
      expect(other.frames).toEqual([]);
      expect(bench.deliver(41, [said(41)])).toEqual({ state: 'applied', head: 41 });
      expect(ready.seqs().slice(1)).toEqual([41]);
    }));

  test('another generation is another log: its state is asked for, and replaces what was known', () =>
    onGateway((bench) => {
      bench.deliver(1, sayings(1, 9), attachedTo(0, [ann, bob]));
      expect(bench.deliver(10, [said(10)], { generation: 'two' })).toEqual({ state: 'attach' });
      bench.deliver(4, [], { generation: 'two', ...attachedTo(3, [bob], true) });
      expect(bench.logs.get(channelId)).toMatchObject({ generation: 'two', head: 3 });
      expect(bench.logs.has(ann, channelId)).toBe(false);
    }));
});

describe('people are those of the entry', () => {
  test('nobody hears what was ordered before they came or after their removal; the removed hears the removal', () =>
    onGateway((bench) => {
      const [stays, comes, goes] = [bench.hearer(ann), bench.hearer(bob), bench.hearer(eve)];
      const entries = [said(1), moved(2, bob, 'joined'), said(3), moved(4, eve, 'left'), said(5)];
      bench.deliver(1, entries, attachedTo(0, [ann, eve]));
      expect(stays.seqs()).toEqual([1, 2, 3, 4, 5]);
      expect(comes.seqs()).toEqual([2, 3, 4, 5]);
      expect(goes.seqs()).toEqual([1, 2, 3, 4]);
      bench.restart();
      bench.deliver(6, [said(6)]);
      expect(goes.seqs()).toEqual([1, 2, 3, 4]);
      expect(bench.logs.channelsOf(eve)).toEqual([]);
    }));

  test('when the last one of the shard leaves, both rows go', () =>
    onGateway((bench) => {
      const hearer = bench.hearer(ann);
      bench.deliver(1, [said(1), moved(2, ann, 'left')], attachedTo(0, [ann]));
      expect(hearer.seqs()).toEqual([1, 2]);
      const count = (table: string) =>
        bench.storage.sql.exec(`select count(*) as n from ${table}`).one()['n'];
      // A first delivery that ends so writes nothing at all.
      bench.deliver(3, [said(3), moved(4, bob, 'joined')], attachedTo(2, []));
      expect([count('heads'), count('rosters')]).toEqual([1, 1]);
      bench.deliver(5, [moved(5, bob, 'left')]);
      expect([count('heads'), count('rosters')]).toEqual([0, 0]);
      expect(bench.logs.get(channelId)).toBeUndefined();
      // Somebody who comes again finds a gateway that asks for the state of now.
      expect(bench.deliver(6, [moved(6, ann, 'joined')])).toEqual({ state: 'attach' });
    }));
});

describe('what a socket may see', () => {
  test('without the scope of an event it is skipped, and the next frame says after what', () =>
    onGateway((bench) => {
      const narrow = bench.hearer(ann, { scopes: ['channels:history'] });
      const wide = bench.hearer(ann);
      bench.deliver(
        1,
        [said(1), reacted(2), moved(3, bob, 'joined'), said(4), said(5)],
        attachedTo(0, [ann]),
      );
      bench.deliver(6, [reacted(6)]);
      bench.deliver(7, [said(7)]);
      expect(narrow.frames.map(({ seq, after }) => [seq, after])).toEqual([
        [1, undefined],
        [4, 1],
        [5, undefined],
        [7, 5],
      ]);
      expect(wide.frames.map(({ seq, after }) => [seq, after])).toEqual(
        [1, 2, 3, 4, 5, 6, 7].map((seq) => [seq, undefined]),
      );
    }));

  test('a guest is not told of what is for full members', () =>
    onGateway((bench) => {
      const guest = bench.hearer(ann, { role: 'guest' });
      const created = {
        seq: 1,
        event: { type: 'channel_created' } as AnyEventBody,
        audience: 'full_members',
      } as const;
      bench.deliver(1, [created, said(2)], attachedTo(0, [ann]));
      expect(guest.frames).toMatchObject([{ seq: 2, after: 0 }]);
    }));

  test('an event that is too large is named, and how the row is found', () => {
    const text = '\u{4e2d}'.repeat(frameBytesMax / 2);
    const posted = said(7, { event: { ...said(7).event, text } as AnyEventBody });
    const frame = JSON.parse(eventFrame(channelId, posted).text ?? '') as object;
    expect(frame).toEqual({ type: 'message', channel: channelId, seq: 7, ts: at(7), truncated: true });
    const changed = {
      type: 'message',
      subtype: 'message_changed',
      ts: at(8),
      message: { ts: at(7), text },
    } as unknown as AnyEventBody;
    const { text: named } = eventFrame(channelId, { seq: 8, event: changed });
    expect(JSON.parse(named ?? '')).toMatchObject({ channel: channelId, seq: 8, ts: at(7), truncated: true });
    // Just below it goes whole, and with `after` it is still JSON.
    const small = eventFrame(
      channelId,
      said(9, { event: { ...said(9).event, text: 'x'.repeat(80_000) } as AnyEventBody }),
    );
    expect((JSON.parse(small.text ?? '') as { text: string }).text).toHaveLength(80_000);
  });
});

describe('what is known of a log for unread', () => {
  const log = () => Followed.attached('one', attachedTo(0, [ann]).attach);

  test('deleted places are the newest 1,000, each once', () => {
    const followed = log();
    for (let seq = 1; seq <= 1_200; seq += 1) followed.apply(said(seq, { deletedOrdinal: seq }));
    followed.apply(said(1_201, { deletedOrdinal: 1_200 }));
    expect(followed.deletedOrdinals).toHaveLength(1_000);
    expect([followed.deletedOrdinals[0], followed.deletedOrdinals.at(-1)]).toEqual([1_200, 201]);
  });

  test('calls of everybody are the newest 100; one whose message is deleted or edited calls nobody', () => {
    const followed = log();
    for (let seq = 1; seq <= 120; seq += 1) followed.apply(said(seq, { callsEverybody: true }));
    expect(followed.everybodyOrdinals).toHaveLength(100);
    followed.apply({ ...reacted(121), deletedOrdinal: 120 });
    expect(followed.everybodyOrdinals[0]).toBe(119);
    // Nor one that an edit took the call out of; an edit may call as well.
    followed.apply({ ...reacted(122), ordinal: 119, callsEverybody: false });
    expect(followed.everybodyOrdinals[0]).toBe(118);
    followed.apply({ ...reacted(123), ordinal: 119, callsEverybody: true });
    expect([followed.everybodyOrdinals[0], followed.ordinal]).toEqual([119, 120]);
  });

  test('a roster is stored as often as it changes, and no oftener', () => {
    const followed = log();
    followed.isRosterChanged = false;
    followed.apply(said(1));
    followed.apply(reacted(2));
    expect(followed.isRosterChanged).toBe(false);
    followed.apply(moved(3, bob, 'joined'));
    expect(followed.isRosterChanged).toBe(true);
  });
});

test('a socket whose state cannot be stored is ended alone: the others hear on', () =>
  onGateway(({ hearer, deliver: take }) => {
    const [full, other] = [hearer(ann), hearer(bob)];
    take(1, [], attachedTo(0, [ann, bob]));
    full.refuseToStore();
    full.session.save();
    expect(take(1, [said(1), said(2)])).toEqual({ state: 'applied', head: 2 });
    expect([full.isClosed(), full.seqs()]).toEqual([true, []]);
    expect([other.isClosed(), other.seqs()]).toEqual([false, [1, 2]]);
  }));

describe('a session', () => {
  const frameOf = (seq: number) => eventFrame(channelId, said(seq));

  test('holds what comes before its first frames, and gives what they do not show', () => {
    const { session, seqs } = hearerOf(ann, { phase: 'new' });
    for (const seq of [4, 5, 6]) session.offer(frameOf(seq));
    expect(seqs()).toEqual([]);
    session.ready(1, [], { shownHead: () => 5, mayHear: () => true });
    expect(seqs()).toEqual([6]);
  });

  test('holds the live frames of a log behind its missed ones, and no other log', () => {
    const { session, seqs } = hearerOf(ann);
    const other = mintId('C');
    session.hold([channelId]);
    session.offer(frameOf(9));
    session.offer(frameOf(10));
    session.offer(eventFrame(other, said(77)));
    session.put(frameOf(7));
    session.put(frameOf(8));
    session.put(frameOf(9));
    session.caughtUp(channelId, 9);
    session.offer(frameOf(11));
    expect(seqs()).toEqual([77, 7, 8, 9, 10, 11]);
    expect(session.state.isResuming).toBe(false);
  });

  test('takes a push at its turn, drops an older one, and says when one was lost', () => {
    const { session, frames } = hearerOf(ann);
    const push = (version: number) =>
      session.offerPush({
        teamId,
        userId: ann,
        version,
        event: { type: 'channel_marked', channel: channelId, ts: at(1), ordinal: 1, mentions: 0, version },
      });
    expect([push(1), push(1), push(3), push(2)]).toEqual([true, true, false, true]);
    expect(frames).toMatchObject([{ version: 1 }, { version: 2 }]);
  });
});
