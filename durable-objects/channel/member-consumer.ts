import type { UserId } from '../../protocol/ids.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import { backoffMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { isPermanent } from '../log/permanent.ts';
import { Pump } from '../log/pump.ts';
import { TimeLimitError, withinLimit } from '../log/time-limit.ts';
import { deliveriesOf, noNews } from './member-deliveries.ts';
import type { Room } from './room.ts';
import { everybody } from './aside-store.ts';
import type { EntryKind } from './rows.ts';
import type { OwedRow } from './store.ts';
import { learnUsergroups, unknownUsergroups } from './usergroup-mentions.ts';

const entriesMax = 200;
const callLimitMs = 3_000;
const owedBackoffFactor = 4;
/** So often a Member refuses in a row, over some four minutes, before an entry is looked for that it does not take. */
const refusalsMax = 8;
/** Above it, it is not the entries: then what reads or takes them is broken, and they wait for it. */
const setAsideMax = 20;

const membershipKinds: readonly EntryKind[] = [
  'member_joined_channel',
  'member_left_channel',
  'channel_deleted',
];

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
  /** Who did not answer in time: until they do, what they are owed grows by the next batches, which wait for them no more. */
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
    const settled = await Promise.all(owed.map((row) => this.#settle(row, false)));
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
    return this.#settle(owed, false);
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
      await Promise.all(due.map((row) => this.#settle(row, true)));
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
    const { to, deliveries } = await this.#read(from, Math.min(this.#room.head.seq, from + entriesMax - 1));
    const owed = new Set(this.#room.store.owed().map(({ user }) => user));
    await Promise.all(
      [...deliveries].map(async ([user, delivery]) => {
        // It may overtake what they are owed, and says nothing to a Member that does not know yet that its person is
        // here: so it belongs to the debt, too.
        if (owed.has(user)) {
          this.#failedFrom.set(user, from);
          if (this.#silent.has(user)) return;
        }
        try {
          await this.#tell(user, delivery);
        } catch (error) {
          this.#failedFrom.set(user, from);
          this.#owe(user, from, { tries: 1, isCounted: false, error });
        }
      }),
    );
    return to;
  }

  /** What entries from `from` on mean for each person: up to `most`, or to before one that cannot be read. */
  async #read(from: number, most: number): Promise<{ to: number; deliveries: Map<UserId, MemberDelivery> }> {
    let to = most;
    for (;;) {
      // Deleted meanwhile: that is no fault of an entry.
      this.#room.requireMeta();
      let unknown;
      try {
        unknown = unknownUsergroups(this.#room, from, to);
        if (unknown.length === 0) return { to, deliveries: deliveriesOf(this.#room, from, to) };
      } catch (error) {
        if (to === from) {
          this.#setAside(everybody, from, error);
          return { to, deliveries: new Map() };
        }
        to = halfway(from, to);
        continue;
      }
      // Again after the await: an edit may name another one by then.
      await learnUsergroups(this.#room, unknown);
    }
  }

  async #settle(row: OwedRow, isCounted: boolean): Promise<boolean> {
    const { user, from_seq: from, tries } = row;
    try {
      const to = this.pump.cursor;
      for (let start = from; start <= to;) start = (await this.#settleFrom(start, to, row)) + 1;
      // By a replay they may be owed an older one by now.
      const isOlder = (this.#room.store.owed().find((one) => one.user === user)?.from_seq ?? from) < from;
      if (!isOlder && (this.#failedFrom.get(user) ?? 0) <= to) {
        this.#room.store.clearOwed(user);
        this.#failedFrom.delete(user);
      }
      return true;
    } catch (error) {
      this.#owe(user, from, { tries: tries + 1, isCounted, error });
      return false;
    }
  }

  /** Tells one person of a batch, and answers where it ends. A Member that goes on refusing it gets less and less. */
  async #settleFrom(start: number, to: number, { user, refusals }: OwedRow): Promise<number> {
    const aside = this.#room.aside.next(user, start);
    if (aside === start) return start;
    let most = Math.min(to, start + entriesMax - 1, (aside ?? Infinity) - 1);
    for (;;) {
      const read = await this.#read(start, most);
      const delivery = read.deliveries.get(user);
      try {
        if (delivery !== undefined) await this.#tell(user, delivery);
        return read.to;
      } catch (error) {
        if (refusals < refusalsMax || !isPermanent(error)) throw error;
        if (read.to > start) {
          most = halfway(start, read.to);
          continue;
        }
        // It takes other calls: one that is down refuses this, too, and then nothing is set aside.
        await this.#tell(user, noNews(this.#room));
        this.#setAside(user, start, error);
        return start;
      }
    }
  }

  /** Told again of one entry that was set aside, as its row stands now; a throw says why not. */
  async replay(consumer: UserId | typeof everybody, seq: number): Promise<void> {
    const unknown = unknownUsergroups(this.#room, seq, seq);
    if (unknown.length > 0) await learnUsergroups(this.#room, unknown);
    const deliveries = deliveriesOf(this.#room, seq, seq);
    await Promise.all(
      [...deliveries].map(async ([user, delivery]) => {
        if (consumer === everybody) {
          await this.#tell(user, delivery).catch((error: unknown) => {
            this.#failedFrom.set(user, seq);
            this.#owe(user, seq, { tries: 1, isCounted: false, error });
          });
        } else if (consumer === user) await this.#tell(user, delivery);
      }),
    );
  }

  /** Callers wait for a membership to be told, so one is never set aside. A throw: it is tried again, as ever. */
  #setAside(consumer: UserId | typeof everybody, seq: number, error: unknown): void {
    const { aside, store } = this.#room;
    const isMembership = store.entries(seq, seq).some(({ kind }) => membershipKinds.includes(kind));
    if (isMembership || aside.count(consumer) >= setAsideMax) throw error;
    const reason = String(error);
    aside.save({ consumer, seq, reason, at: this.#room.now() });
    console.error(
      JSON.stringify({ event: 'entry_set_aside', channel: this.#room.id, consumer, seq, reason }),
    );
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

  /** `isCounted`: a try in its own time; those of callers who wait may follow upon each other. */
  #owe(
    user: UserId,
    from: number,
    { tries, isCounted, error }: { tries: number; isCounted: boolean; error: unknown },
  ): void {
    // Deleted, and told by another try meanwhile.
    if (this.#room.isVoid) return;
    const known = this.#room.store.owed().find((row) => row.user === user)?.refusals ?? 0;
    const refusals = isPermanent(error) ? known + (isCounted ? 1 : 0) : 0;
    const nextAt = this.#room.now() + backoffMs(tries) * owedBackoffFactor;
    const row = { user, from_seq: from, tries, refusals, next_at: nextAt };
    this.#room.store.saveOwed(row, String(error));
    this.#arm(nextAt);
  }
}

const halfway = (from: number, to: number): number => from + Math.floor((to - from) / 2);
