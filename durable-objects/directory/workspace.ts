import { shardOf } from '../../domain/shard.ts';
import type { Objects } from '../../platform/objects.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Micros } from '../../protocol/timestamp.ts';
import { Alarm } from '../log/alarm.ts';
import { Fanout } from '../log/fanout.ts';
import { Schema } from '../log/schema.ts';
import { ChannelsStore } from './channels-store.ts';
import { EmojiStore } from './emoji-store.ts';
import { attachmentOf, readEntries } from './entries.ts';
import { InvitationsStore } from './invitations-store.ts';
import { LogStore } from './log-store.ts';
import type { EntryKind, TeamFacts } from './log-store.ts';
import type { MakeOutcome } from './make-channel.ts';
import { PeopleStore } from './people-store.ts';
import { RenamesStore } from './renames-store.ts';
import type { PersonRow } from './people-store.ts';
import { directoryMigrations } from './schema.ts';
import { Tables } from './tables.ts';
import { UsergroupsStore } from './usergroups-store.ts';
import { WasteStore } from './waste-store.ts';

/** A change being written: its entries take places in the log inside the transaction that stores it. */
export interface Appending {
  /** The entry names the row of `subject`; the row's `rev` is the answer. */
  append(kind: EntryKind, subject: string, detail?: object): number;
  /** What memory learns once the rows are written; a throw in the transaction leaves it as it was. */
  afterCommit(effect: () => void): void;
}

/** Whom a Directory talks to. */
type Others = Pick<Objects, 'channel' | 'gateway' | 'member'>;

/** When a log entry wants the alarm: late enough for the delivery that follows it, in nearly every case. */
const drainCheckMs = 1_000;

/**
 * A workspace as the verbs of its Directory see it: the stores, the log with its gateways, and what is under way.
 * Nothing of it was written before `found`.
 */
export class Workspace {
  readonly people: PeopleStore;
  readonly channels: ChannelsStore;
  readonly renames: RenamesStore;
  readonly invitations: InvitationsStore;
  readonly usergroups: UsergroupsStore;
  readonly emoji: EmojiStore;
  readonly waste: WasteStore;
  readonly log: LogStore;
  readonly objects: Others;
  readonly alarm: Alarm;
  readonly fanout: Fanout;
  readonly now: () => number;
  /** Calls under way, so that a repeat waits for the first instead of racing it. Memory alone: each is safe to repeat. */
  readonly making = new Map<ChannelId, Promise<MakeOutcome>>();
  readonly renaming = new Map<ChannelId, Promise<unknown>>();
  readonly completing = new Map<UserId, Promise<boolean>>();
  readonly #storage: DurableObjectStorage;
  readonly #schema: Schema;
  #team: TeamFacts | undefined;
  #head: { seq: number; micros: Micros } = { seq: 0, micros: 0 };

  constructor(storage: DurableObjectStorage, objects: Others, now: () => number) {
    this.#storage = storage;
    this.objects = objects;
    this.now = now;
    this.#schema = new Schema(storage, directoryMigrations);
    const tables = new Tables(storage.sql, this.#schema);
    this.people = new PeopleStore(tables);
    this.channels = new ChannelsStore(tables);
    this.renames = new RenamesStore(tables);
    this.invitations = new InvitationsStore(tables);
    this.usergroups = new UsergroupsStore(tables);
    this.emoji = new EmojiStore(tables);
    this.waste = new WasteStore(tables);
    this.log = new LogStore(tables);
    this.alarm = new Alarm(storage);
    this.fanout = new Fanout({
      identity: () => {
        const { id, generation, shards } = this.requireTeam();
        return { logId: id, teamId: id, generation, epoch: shards.epoch };
      },
      head: () => this.#head.seq,
      entries: (from) => readEntries(this, from),
      attachment: (shard, head) => attachmentOf(this, shard, head),
      gateway: (shard) => objects.gateway(this.requireTeam().id, shard),
      shardOf: (userId) => this.shardOf(userId),
      now,
      arm: (atMs) => {
        this.alarm.armBy(atMs);
      },
      // A shard of a workspace stays: its people come and go, the workspace's log is everybody's.
      delivered: () => undefined,
    });
    this.#load();
  }

  get team(): TeamFacts | undefined {
    return this.#team;
  }

  get head(): number {
    return this.#head.seq;
  }

  requireTeam(): TeamFacts {
    if (this.#team === undefined) throw new Error('the workspace was not founded');
    return this.#team;
  }

  /** Whoever acts, as this object knows them: what a Member's copy said may be old by now. */
  activePerson(actor: Actor): PersonRow | undefined {
    const row = this.people.byId(actor.userId);
    return row?.isActive === true && actor.teamId === this.#team?.id ? row : undefined;
  }

  /** By a person or a user group: what stands behind an `@` names one thing. */
  isHandleTaken(handle: string): boolean {
    return this.people.isHandleTaken(handle) || this.usergroups.byHandle(handle) !== undefined;
  }

  shardOf(userId: UserId): number {
    return shardOf(userId, this.requireTeam().shards.count);
  }

  /**
   * One change, one synchronous transaction, and in the same turn the alarm for what is now to be done. Then the
   * gateways are set off; nothing of it is awaited.
   */
  transact<T>(write: (log: Appending) => T): T {
    const nowMs = this.now();
    this.#schema.ensure();
    const before = this.#head;
    let head = before;
    const afterCommit: (() => void)[] = [];
    const log: Appending = {
      append: (kind, subject, detail) => {
        // Time never stands still or runs back here, whatever the clock does.
        head = { seq: head.seq + 1, micros: Math.max(nowMs * 1_000, head.micros + 1) };
        const cursors = JSON.stringify(this.fanout.cursors());
        this.log.insert({
          seq: head.seq,
          kind,
          subject,
          at: head.micros,
          cursors,
          detail: detail === undefined ? null : JSON.stringify(detail),
        });
        return head.seq;
      },
      afterCommit: (effect) => {
        afterCommit.push(effect);
      },
    };
    const result = this.#storage.transactionSync(() => write(log));
    this.#head = head;
    for (const effect of afterCommit) effect();
    if (head !== before) this.alarm.armBy(nowMs + drainCheckMs);
    const dueTimes = [
      this.people.firstOwedAt(),
      this.channels.firstDueAt(),
      this.renames.firstDueAt(),
      this.waste.firstDueAt(),
      this.#team?.nameOwed?.due,
    ];
    for (const dueAt of dueTimes) {
      if (dueAt !== undefined) this.alarm.armBy(dueAt);
    }
    this.fanout.kick();
    return result;
  }

  /** In a transaction. */
  insertTeam(log: Appending, facts: TeamFacts): void {
    this.log.insertTeam(facts);
    log.afterCommit(() => {
      this.#team = facts;
    });
  }

  /** In a transaction. */
  saveTeam(log: Appending, facts: TeamFacts): void {
    this.log.saveTeam(facts);
    log.afterCommit(() => {
      this.#team = facts;
    });
  }

  /** In a transaction, with the entry that brings the person in: their shard's gateway follows from the one before. */
  openShardOf(log: Appending, userId: UserId, shardCount: number, seq: number): void {
    const shard = shardOf(userId, shardCount);
    if (this.fanout.has(shard)) return;
    this.log.openGateway(shard, seq - 1);
    log.afterCommit(() => {
      this.fanout.open(shard, seq - 1, true);
    });
  }

  #load(): void {
    this.#team = this.log.team();
    const newest = this.log.newest();
    if (newest === undefined) return;
    this.#head = { seq: newest.seq, micros: newest.at };
    const known = JSON.parse(newest.cursors) as Record<string, number>;
    for (const { shard, cursor } of this.log.gateways()) {
      const since = known[shard] ?? 0;
      this.fanout.open(shard, Math.max(cursor, since), since <= cursor);
    }
  }
}
