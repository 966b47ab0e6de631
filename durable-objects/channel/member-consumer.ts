import { isDirectId } from '../../protocol/ids.ts';
import type { UsergroupId, UserId } from '../../protocol/ids.ts';
import { isSystemSubtype } from '../../protocol/message-subtypes.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import { timestampOf } from '../../protocol/timestamp.ts';
import { backoffMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { Pump } from '../log/pump.ts';
import { TimeLimitError, withinLimit } from '../log/time-limit.ts';
import { reactors } from './reactors.ts';
import type { Room } from './room.ts';
import { isByHand } from './rows.ts';
import type { EntryRow, MessageRow } from './rows.ts';
import type { OwedRow } from './store.ts';
import { threadReasons } from './thread-reasons.ts';
import { learnUsergroups, namedIn, peopleOf } from './usergroup-mentions.ts';

const entriesMax = 200;
const callLimitMs = 3_000;
const owedBackoffFactor = 4;

/**
 * Tells Members what this log means for their person: that they joined or left, that they are named, that their
 * own post was read by them, that a thread has become theirs, where they react. A person who cannot be told is owed it, and delays nobody else.
 */
export class MemberConsumer {
  readonly #room: Room;
  pump: Pump;
  readonly #arm: (atMs: number) => void;
  /** Where somebody could not be told: it may be behind what is being settled for them at this moment. */
  readonly #failedFrom = new Map<UserId, number>();
  /** Who did not answer in time: until they do, they are owed the next batches too, which wait for them no more. */
  readonly #silent = new Set<UserId>();

  constructor(room: Room, arm: (atMs: number) => void) {
    this.#room = room;
    this.#arm = arm;
    this.pump = this.#pumpFrom(0);
  }

  load(cursor: number): void {
    this.pump = this.#pumpFrom(cursor);
  }

  /** Everybody's, up to the head. */
  async toldAll(limitMs: number): Promise<boolean> {
    if (!(await this.pump.reached(this.#room.head.seq, limitMs))) return false;
    const owed = this.#room.store.owed();
    const settled = await Promise.all(owed.map((row) => this.#settle(row.user, row.from_seq, row.tries)));
    return settled.every(Boolean);
  }

  /** The same, as it stands. */
  get hasToldAll(): boolean {
    return this.pump.cursor >= this.#room.head.seq && this.#room.store.owed().length === 0;
  }

  /** Whether this person's Member has everything up to `seq`, waiting for it if need be. */
  async told(user: UserId, seq: number, limitMs: number): Promise<boolean> {
    if (!(await this.pump.reached(seq, limitMs))) return false;
    const owed = this.#room.store.owed().find((row) => row.user === user);
    if (owed === undefined || owed.from_seq > seq) return true;
    // A caller waits: worth a try now, whenever the next one is due.
    return this.#settle(owed.user, owed.from_seq, owed.tries);
  }

  hasTold(user: UserId, seq: number): boolean {
    if (this.pump.cursor < seq) return false;
    return !this.#room.store.owed().some((row) => row.user === user && row.from_seq <= seq);
  }

  readonly duty: Duty = {
    name: 'members',
    dueAt: () => this.pump.dueAt(),
    run: () => this.pump.run(),
  };

  readonly owedDuty: Duty = {
    name: 'owed members',
    dueAt: () => {
      if (this.#room.meta === undefined && this.#room.closing === undefined) return undefined;
      const times = this.#room.store.owed().map((row) => this.#dueAt(row));
      return times.length === 0 ? undefined : Math.min(...times);
    },
    run: async (nowMs) => {
      const due = this.#room.store.owed().filter((row) => this.#dueAt(row) <= nowMs);
      await Promise.all(due.map((row) => this.#settle(row.user, row.from_seq, row.tries)));
    },
  };

  #pumpFrom(cursor: number): Pump {
    return new Pump(
      'members',
      {
        head: () => this.#room.head.seq,
        now: () => this.#room.now(),
        arm: this.#arm,
        send: (from) => this.#send(from),
      },
      cursor,
    );
  }

  #dueAt({ next_at: nextAt }: OwedRow): number {
    return retryTime(nextAt, this.#room.now(), backoffMs(Infinity) * owedBackoffFactor);
  }

  async #send(from: number): Promise<number> {
    const to = Math.min(this.#room.head.seq, from + entriesMax - 1);
    await learnUsergroups(this.#room, from, to);
    const deliveries = deliveriesOf(this.#room, from, to);
    await Promise.all(
      [...deliveries].map(async ([user, delivery]) => {
        if (this.#silent.has(user)) {
          this.#failedFrom.set(user, from);
          return;
        }
        try {
          await this.#tell(user, delivery);
        } catch (error) {
          this.#failedFrom.set(user, from);
          this.#owe(user, from, 1, error);
        }
      }),
    );
    return to;
  }

  async #settle(user: UserId, from: number, tries: number): Promise<boolean> {
    try {
      const to = this.pump.cursor;
      for (let start = from; start <= to; start += entriesMax) {
        const end = Math.min(to, start + entriesMax - 1);
        await learnUsergroups(this.#room, start, end);
        const delivery = deliveriesOf(this.#room, start, end).get(user);
        if (delivery !== undefined) await this.#tell(user, delivery);
      }
      if ((this.#failedFrom.get(user) ?? 0) <= to) {
        this.#room.store.clearOwed(user);
        this.#failedFrom.delete(user);
      }
      return true;
    } catch (error) {
      this.#owe(user, from, tries + 1, error);
      return false;
    }
  }

  async #tell(user: UserId, delivery: MemberDelivery): Promise<void> {
    const member = this.#room.objects.member(this.#room.requireMeta().teamId, user);
    try {
      await withinLimit(`member ${user}`, callLimitMs, member.receive(delivery));
      this.#silent.delete(user);
      if (delivery.opened !== undefined) this.#room.store.clearClosed(user, delivery.opened);
    } catch (error) {
      if (error instanceof TimeLimitError) this.#silent.add(user);
      throw error;
    }
  }

  #owe(user: UserId, from: number, tries: number, error: unknown): void {
    // Deleted, and told by another try meanwhile.
    if (this.#room.isVoid) return;
    const nextAt = this.#room.now() + backoffMs(tries) * owedBackoffFactor;
    this.#room.store.saveOwed({ user, from_seq: from, tries, next_at: nextAt }, String(error));
    this.#arm(nextAt);
  }
}

/** What entries `from` to `to` mean for each person, from the rows as they stand now. */
function deliveriesOf(room: Room, from: number, to: number): Map<UserId, MemberDelivery> {
  const meta = room.requireMeta();
  const news = new Map<UserId, Writable<MemberDelivery>>();
  const newsOf = (user: UserId): Writable<MemberDelivery> => {
    const nothing = {
      channelId: meta.id,
      asOf: room.head.seq,
      memberships: [],
      mentions: [],
      unmentions: [],
    };
    const known = news.get(user) ?? nothing;
    news.set(user, known);
    return known;
  };
  const posted = room.messages.between(from, to);
  const named = room.store.entries(from, to);

  for (const entry of named) {
    for (const user of concerned(room, entry)) {
      newsOf(user).memberships.push({
        channelId: meta.id,
        seq: entry.seq,
        change: entry.kind === 'member_joined_channel' ? 'joined' : 'left',
        ordinal: room.messages.ordinalAt(entry.seq),
        ts: timestampOf(entry.at),
      });
    }
  }
  for (const row of posted) {
    if (isByHand(row) && row.ordinal !== null) {
      newsOf(row.user).ownPost = { ordinal: row.ordinal, ts: timestampOf(row.ts) };
    }
  }
  for (const { user, ...reason } of threadReasons(room, posted, named)) {
    const about = newsOf(user);
    about.threads = [...(about.threads ?? []), reason];
  }
  for (const { user, reacted } of reactors(room, named)) {
    const about = newsOf(user);
    about.reacted = [...(about.reacted ?? []), reacted];
  }
  if (isDirectId(meta.id)) addOpened(room, posted, newsOf);
  else addMentions(room, posted, named, newsOf);
  return news;
}

/** Who comes or goes by an entry: with the channel itself everybody who is in it. */
function concerned(room: Room, { kind, user }: EntryRow): Iterable<UserId> {
  if (kind === 'channel_deleted') return room.members.keys();
  return kind === 'member_joined_channel' || kind === 'member_left_channel' ? [user] : [];
}

/** Who closed the conversation finds it open again with the next message. */
function addOpened(
  room: Room,
  posted: readonly MessageRow[],
  newsOf: (user: UserId) => Writable<MemberDelivery>,
): void {
  const newest = posted.findLast(({ ordinal }) => ordinal !== null);
  if (newest === undefined) return;
  for (const { user, seq } of room.store.closed()) if (newest.seq > seq) newsOf(user).opened = newest.seq;
}

function addMentions(
  room: Room,
  posted: readonly MessageRow[],
  named: readonly EntryRow[],
  newsOf: (user: UserId) => Writable<MemberDelivery>,
): void {
  const formerly = new Map<number, Set<UserId>>();
  for (const entry of named) {
    if (entry.kind !== 'message_changed' && entry.kind !== 'message_deleted') continue;
    const seq = entry.message_seq ?? 0;
    const { unmentioned = [], unmentionedGroups = [] } = JSON.parse(entry.detail ?? '{}') as {
      unmentioned?: UserId[];
      unmentionedGroups?: UsergroupId[];
    };
    const users = [...unmentioned, ...peopleOf(room, seq, unmentionedGroups)];
    formerly.set(seq, new Set([...(formerly.get(seq) ?? []), ...users]));
  }
  const rows = new Map(
    [...posted, ...room.messages.bySeqs([...formerly.keys()])].map((row) => [row.seq, row]),
  );
  for (const row of rows.values()) {
    // A topic that names somebody calls nobody.
    const isSilent = row.deleted === 1 || isSystemSubtype(row.subtype);
    const mentioned = isSilent ? [] : namedIn(room, row).filter((user) => user !== row.user);
    const isOnlyInThread = row.ordinal === null && row.thread_seq !== null;
    for (const user of mentioned.filter((one) => room.members.has(one))) {
      newsOf(user).mentions.push({
        seq: row.seq,
        ordinal: row.ordinal ?? row.thread_ordinal ?? 0,
        threadTs: isOnlyInThread ? threadTs(room, row.thread_seq ?? 0) : '',
        ts: timestampOf(row.ts),
      });
    }
    for (const user of formerly.get(row.seq) ?? []) {
      if (!mentioned.includes(user)) newsOf(user).unmentions.push(row.seq);
    }
  }
}

const threadTs = (room: Room, threadSeq: number): string => {
  const root = room.messages.bySeq(threadSeq);
  return root === undefined ? '' : timestampOf(root.ts);
};

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };
