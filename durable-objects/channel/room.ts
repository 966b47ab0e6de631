import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { EventBody } from '../../protocol/events.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Micros } from '../../protocol/timestamp.ts';
import { shardOf } from '../../domain/shard.ts';
import type { Objects } from '../../platform/objects.ts';
import { Alarm } from '../log/alarm.ts';
import { Fanout } from '../log/fanout.ts';
import { Schema } from '../log/schema.ts';
import { AsideStore } from './aside-store.ts';
import { attachmentOf } from './attachment.ts';
import { BookmarkStore } from './bookmark-store.ts';
import { DirectoryConsumer } from './directory-consumer.ts';
import { readEntries } from './entries.ts';
import { warnOfFullness } from './fullness.ts';
import { MemberConsumer } from './member-consumer.ts';
import { MessageStore } from './message-store.ts';
import type { MemberRow } from './rows.ts';
import { channelMigrations } from './schema.ts';
import { ChannelStore } from './store.ts';
import type { Meta } from './store.ts';

/** The newest place of the log, and what the next entry is counted on from. */
interface Head {
  readonly seq: number;
  readonly micros: Micros;
  readonly ordinal: number;
}

/** An entry being written: it takes places in the log inside the transaction that stores it. */
export class Appending {
  #head: Head;
  readonly #afterCommit: (() => void)[] = [];
  readonly #nowMicros: Micros;

  constructor(head: Head, nowMs: number) {
    this.#head = head;
    this.#nowMicros = nowMs * 1_000;
  }

  get head(): Head {
    return this.#head;
  }

  /** The next place. Time never stands still or runs back here, whatever the clock does. */
  next(): { seq: number; micros: Micros } {
    const micros = Math.max(this.#nowMicros, this.#head.micros + 1);
    this.#head = { ...this.#head, seq: this.#head.seq + 1, micros };
    return { seq: this.#head.seq, micros };
  }

  nextOrdinal(): number {
    this.#head = { ...this.#head, ordinal: this.#head.ordinal + 1 };
    return this.#head.ordinal;
  }

  /** What memory learns once the rows are written; a throw in the transaction leaves it as it was. */
  afterCommit(effect: () => void): void {
    this.#afterCommit.push(effect);
  }

  committed(): void {
    for (const effect of this.#afterCommit) effect();
  }
}

/** When an append wants the alarm: late enough for the delivery that follows it to be done, in nearly every case. */
const drainCheckMs = 1_000;

/**
 * A channel as its verbs see it: the stores, what memory keeps of them, and the log with its consumers. Memory is
 * a cache: all of it is read anew after an eviction.
 */
export class Room {
  readonly messages: MessageStore;
  readonly store: ChannelStore;
  readonly bookmarks: BookmarkStore;
  readonly aside: AsideStore;
  readonly objects: Objects;
  readonly fanout: Fanout;
  readonly memberConsumer: MemberConsumer;
  readonly directoryConsumer: DirectoryConsumer;
  readonly alarm: Alarm;
  readonly now: () => number;
  /** After a commit, in its turn: sockets straight to this object are handed what is new. */
  onAppend: () => void = () => undefined;
  /** To sockets straight to this object: what is in no log. */
  onEphemeral: (event: EventBody<'message_ephemeral'>) => void = () => undefined;
  readonly #storage: DurableObjectStorage;
  readonly #schema: Schema;
  #meta: Meta | undefined;
  #isClosing = false;
  #isVoid = false;
  #head: Head = { seq: 0, micros: 0, ordinal: 0 };
  #members = new Map<UserId, MemberRow>();
  /** Shards whose sockets follow without being members, and until when. */
  readonly leases = new Map<number, number>();
  #consumersStored = '';
  #warnedPercent = 0;

  constructor(storage: DurableObjectStorage, objects: Objects, now: () => number) {
    this.#storage = storage;
    this.objects = objects;
    this.now = now;
    this.messages = new MessageStore(storage.sql);
    this.store = new ChannelStore(storage.sql);
    this.bookmarks = new BookmarkStore(storage.sql);
    this.aside = new AsideStore(storage.sql);
    this.#schema = new Schema(storage, channelMigrations);
    this.alarm = new Alarm(storage);
    const arm = (atMs: number): void => {
      this.alarm.armBy(atMs);
    };
    this.fanout = new Fanout({
      identity: () => {
        const meta = this.requireMeta();
        return { logId: meta.id, teamId: meta.teamId, generation: meta.generation, epoch: meta.shards.epoch };
      },
      head: () => this.#head.seq,
      entries: (from) => readEntries(this, from),
      attachment: (shard, head) => attachmentOf(this, shard, head),
      gateway: (shard) => objects.gateway(this.requireMeta().teamId, shard),
      shardOf: (userId) => this.shardOf(userId),
      now,
      arm,
      delivered: (shard) => {
        this.#closeIfEmpty(shard);
      },
    });
    this.memberConsumer = new MemberConsumer(this, arm);
    this.directoryConsumer = new DirectoryConsumer(this, arm);
    this.#load();
  }

  /** Of a channel that is there: one that is being deleted has none. */
  get meta(): Meta | undefined {
    return this.#isClosing ? undefined : this.#meta;
  }

  /** Of one that is being deleted: its log goes on until everybody has the last entry. */
  get closing(): Meta | undefined {
    return this.#isClosing ? this.#meta : undefined;
  }

  /** Where consumers stand when they have everything but the deletion, if there is one. */
  get lastSeen(): number {
    return this.#isClosing ? this.#head.seq - 1 : this.#head.seq;
  }

  get isVoid(): boolean {
    return this.#isVoid;
  }

  get head(): Head {
    return this.#head;
  }

  get members(): ReadonlyMap<UserId, MemberRow> {
    return this.#members;
  }

  requireMeta(): Meta {
    if (this.#meta === undefined) throw new Error('the channel was not created');
    return this.#meta;
  }

  summary(): ChannelSummary {
    const {
      teamId: _team,
      generation: _generation,
      shards: _shards,
      renames: _renames,
      ...meta
    } = this.requireMeta();
    const isDirect = meta.kind === 'direct' || meta.kind === 'group';
    return {
      ...meta,
      previousNames: [...meta.previousNames],
      memberCount: this.#members.size,
      rev: this.#head.seq,
      ...(isDirect ? { people: [...this.#members.keys()].toSorted() } : {}),
    };
  }

  /**
   * One change, one synchronous transaction: entries and the state that they describe, and the alarm that will
   * see them delivered. Then memory, then the consumers are set off; nothing of it is awaited.
   */
  transact<T>(write: (log: Appending) => T): T {
    const nowMs = this.now();
    this.#schema.ensure();
    const log = new Appending(this.#head, nowMs);
    const result = this.#storage.transactionSync(() => {
      const written = write(log);
      if (log.head.seq > this.#head.seq) this.alarm.armBy(nowMs + drainCheckMs);
      return written;
    });
    this.#head = log.head;
    log.committed();
    this.kick();
    return result;
  }

  /** In a transaction. */
  saveMeta(log: Appending, meta: Meta): void {
    this.store.saveMeta(meta);
    log.afterCommit(() => {
      this.#meta = meta;
    });
  }

  /** In a transaction, with the last entry of the log. Nobody may see the channel from here on. */
  startClosing(log: Appending, meta: Meta): void {
    this.store.saveClosing(meta);
    this.store.endLeases();
    log.afterCommit(() => {
      this.#isClosing = true;
      this.leases.clear();
    });
  }

  /** In a transaction: nothing is left of a channel that was deleted. */
  wipe(log: Appending): void {
    this.store.wipe();
    this.store.saveVoid();
    log.afterCommit(() => {
      this.#meta = undefined;
      this.#isClosing = false;
      this.#isVoid = true;
      this.#members.clear();
      this.#head = { seq: 0, micros: 0, ordinal: 0 };
    });
  }

  /** In a transaction: whoever follows without being here, does not any more. Their gateways get what was written until now. */
  endLeases(log: Appending): void {
    this.store.endLeases();
    log.afterCommit(() => {
      this.leases.clear();
    });
  }

  /** In a transaction: this channel never comes to be. */
  saveVoid(log: Appending): void {
    this.store.saveVoid();
    log.afterCommit(() => {
      this.#isVoid = true;
    });
  }

  /** In a transaction. The shard of a first person is opened with it, so that there is no member without a gateway. */
  seat(log: Appending, row: MemberRow, shardCount = this.requireMeta().shards.count): void {
    const shard = shardOf(row.user, shardCount);
    this.store.saveMember(row, false);
    this.store.openGateway(shard, row.rev - 1);
    log.afterCommit(() => {
      this.#members.set(row.user, row);
      if (!this.fanout.has(shard)) this.fanout.open(shard, row.rev - 1, true);
    });
  }

  /** In a transaction. The gateway stays until it has the entry. */
  unseat(log: Appending, row: MemberRow): void {
    this.store.saveMember(row, true);
    log.afterCommit(() => {
      this.#members.delete(row.user);
    });
  }

  lease(shard: number, untilMs: number): void {
    this.transact((log) => {
      this.store.saveLease(shard, untilMs);
      this.store.openGateway(shard, this.head.seq);
      this.alarm.armBy(untilMs);
      log.afterCommit(() => {
        this.leases.set(shard, untilMs);
        if (!this.fanout.has(shard)) this.fanout.open(shard, this.head.seq, true);
      });
    });
  }

  endLease(shard: number): void {
    if (!this.leases.has(shard)) return;
    this.store.endLease(shard);
    this.leases.delete(shard);
    if (this.fanout.cursorOf(shard) >= this.head.seq) this.#closeIfEmpty(shard);
  }

  shardOf(user: UserId): number {
    return shardOf(user, this.requireMeta().shards.count);
  }

  peopleOf(shard: number): MemberRow[] {
    return [...this.#members.values()].filter((member) => this.shardOf(member.user) === shard);
  }

  kick(): void {
    if (this.#meta === undefined) return;
    this.onAppend();
    this.fanout.kick();
    this.memberConsumer.pump.kick();
    this.directoryConsumer.pump.kick();
  }

  #hasPeople(shard: number): boolean {
    for (const user of this.#members.keys()) if (this.shardOf(user) === shard) return true;
    return false;
  }

  /** The others' cursors share one row, written when the alarm ran; so does of how full this object was said to be. */
  saveConsumers(): void {
    if (this.#meta === undefined) return;
    const { databaseSize } = this.#storage.sql;
    this.#warnedPercent = warnOfFullness(this.#meta.id, databaseSize, this.#warnedPercent);
    const cursors = {
      member: this.memberConsumer.pump.cursor,
      directory: this.directoryConsumer.pump.cursor,
      ...(this.#warnedPercent === 0 ? {} : { warnedPercent: this.#warnedPercent }),
    };
    const text = JSON.stringify(cursors);
    if (text === this.#consumersStored) return;
    this.store.saveConsumers(cursors);
    this.#consumersStored = text;
  }

  /** A channel's id, for logs and errors only. */
  get id(): ChannelId | undefined {
    return this.#meta?.id;
  }

  #closeIfEmpty(shard: number): void {
    // After each delivery: the first person who is still there settles it.
    const isWanted = this.leases.has(shard) || this.#hasPeople(shard);
    if (isWanted && !this.#isClosing) return;
    this.store.closeGateway(shard);
    this.fanout.close(shard);
  }

  #load(): void {
    if (!this.#schema.exists) return;
    const state = this.store.state();
    this.#isVoid = state?.state === 'void';
    if (state === undefined || state.state === 'void') return;
    this.#meta = state.meta;
    this.#isClosing = state.state === 'closing';
    const message = this.messages.newest();
    const entry = this.store.newestEntry();
    this.#head = {
      seq: Math.max(message?.seq ?? 0, entry?.seq ?? 0),
      micros: Math.max(message?.ts ?? 0, entry?.at ?? 0),
      ordinal: this.messages.ordinalAt(Number.MAX_SAFE_INTEGER),
    };
    this.#members = new Map(this.store.members().map((row) => [row.user, row]));
    for (const { shard, until } of this.store.leases()) this.leases.set(shard, until);
    const known = JSON.parse(this.messages.newestCursors() ?? '{}') as Record<string, number>;
    for (const { shard, cursor } of this.store.gateways()) {
      const since = known[shard] ?? 0;
      this.fanout.open(shard, Math.max(cursor, since), since <= cursor);
    }
    const consumers = this.store.consumers();
    this.#consumersStored = JSON.stringify(consumers);
    this.#warnedPercent = consumers.warnedPercent ?? 0;
    this.memberConsumer.load(consumers.member);
    this.directoryConsumer.load(consumers.directory);
  }
}
