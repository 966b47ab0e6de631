import type { ChannelKind } from '../../protocol/channel-summary.ts';
import type { ChannelId, TeamId, UsergroupId, UserId } from '../../protocol/ids.ts';
import type { EntryKind, EntryRow, MemberRow } from './rows.ts';
import { channelTables } from './schema.ts';

interface Words {
  readonly value: string;
  readonly creator: string;
  readonly lastSet: number;
}

/** What a channel is, beside its messages and people. One row; it changes seldom. */
export interface Meta {
  readonly id: ChannelId;
  readonly teamId: TeamId;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly isGeneral: boolean;
  readonly isArchived: boolean;
  readonly creator: UserId;
  /** Seconds. */
  readonly created: number;
  readonly topic: Words;
  readonly purpose: Words;
  readonly previousNames: readonly string[];
  /** The number of the last rename, done or settled as never to be. */
  readonly renames?: number;
  readonly updatedMs: number;
  /** Another generation is another log: a restored backup gets a new one. */
  readonly generation: string;
  readonly shards: { readonly count: number; readonly epoch: number };
}

/** How far each is, and of how full the object was said to be. */
type Consumers = { member: number; directory: number; warnedPercent?: number };
type UnansweredCall = 'invite' | 'kick' | 'archive' | 'unarchive' | 'convert';
export type OwedRow = {
  user: UserId;
  from_seq: number;
  tries: number;
  refusals: number;
  next_at: number;
};

/** SQL of everything in a Channel that is not a message. */
export class ChannelStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** `closing`: deleted, and somebody is still to be told. `void`: it never was, or nothing is left of it. */
  state(): { state: 'open' | 'closing'; meta: Meta } | { state: 'void' } | undefined {
    const row = this.#sql
      .exec<{ state: 'open' | 'closing' | 'void'; meta: string }>('select state, meta from channel')
      .toArray()[0];
    if (row === undefined) return undefined;
    const { state } = row;
    return state === 'void' ? { state } : { state, meta: JSON.parse(row.meta) as Meta };
  }

  saveMeta(meta: Meta): void {
    this.#saveState('open', JSON.stringify(meta));
  }

  saveClosing(meta: Meta): void {
    this.#saveState('closing', JSON.stringify(meta));
  }

  saveVoid(): void {
    this.#saveState('void', '{}');
  }

  /** Every row of every table. */
  wipe(): void {
    for (const table of channelTables) this.#sql.exec(`delete from ${table}`);
  }

  members(): MemberRow[] {
    return this.#sql
      .exec<MemberRow>(
        'select user, is_guest, inviter, joined, rev from members where deleted = 0 order by user',
      )
      .toArray();
  }

  saveMember(row: MemberRow, deleted: boolean): void {
    this.#sql.exec(
      `insert into members (user, is_guest, inviter, joined, rev, deleted) values (?,?,?,?,?,?)
       on conflict do update set is_guest = excluded.is_guest, inviter = excluded.inviter, joined = excluded.joined,
         rev = excluded.rev, deleted = excluded.deleted`,
      row.user,
      row.is_guest,
      row.inviter,
      row.joined,
      row.rev,
      deleted ? 1 : 0,
    );
  }

  removedAt(user: UserId): number | undefined {
    const row = this.#sql
      .exec<{ rev: number }>('select rev from members where user = ? and deleted = 1', user)
      .toArray()[0];
    return row?.rev;
  }

  insertEntry(row: EntryRow): void {
    this.#sql.exec(
      'insert into entries (seq, kind, message_seq, user, detail, at) values (?,?,?,?,?,?)',
      row.seq,
      row.kind,
      row.message_seq,
      row.user,
      row.detail,
      row.at,
    );
  }

  entries(from: number, to: number): EntryRow[] {
    return this.#sql
      .exec<EntryRow>(
        'select seq, kind, message_seq, user, detail, at from entries where seq between ? and ? order by seq',
        from,
        to,
      )
      .toArray();
  }

  usergroupMentions(messageSeq: number): { usergroup: UsergroupId; users: UserId[] }[] {
    return this.#sql
      .exec<{ usergroup: UsergroupId; users: string }>(
        'select usergroup, users from usergroup_mentions where message_seq = ?',
        messageSeq,
      )
      .toArray()
      .map(({ usergroup, users }) => ({ usergroup, users: JSON.parse(users) as UserId[] }));
  }

  /** The first one stays. */
  saveUsergroupMention(messageSeq: number, usergroup: UsergroupId, users: readonly UserId[]): void {
    this.#sql.exec(
      'insert into usergroup_mentions (message_seq, usergroup, users) values (?,?,?) on conflict do nothing',
      messageSeq,
      usergroup,
      JSON.stringify(users),
    );
  }

  newestEntry(): EntryRow | undefined {
    return this.#sql
      .exec<EntryRow>(
        'select seq, kind, message_seq, user, detail, at from entries order by seq desc limit 1',
      )
      .toArray()[0];
  }

  hasEntryOf(kinds: readonly EntryKind[], from: number): boolean {
    return (
      this.#sql
        .exec(
          'select 1 from entries where seq >= ? and kind in (select value from json_each(?)) limit 1',
          from,
          JSON.stringify(kinds),
        )
        .toArray().length > 0
    );
  }

  gateways(): { shard: number; cursor: number }[] {
    return this.#sql.exec<{ shard: number; cursor: number }>('select shard, cursor from gateways').toArray();
  }

  openGateway(shard: number, cursor: number): void {
    this.#sql.exec('insert into gateways (shard, cursor) values (?,?) on conflict do nothing', shard, cursor);
  }

  closeGateway(shard: number): void {
    this.#sql.exec('delete from gateways where shard = ?', shard);
  }

  saveUnanswered(call: UnansweredCall, subject: string): void {
    this.#sql.exec(
      'insert into unanswered (call, subject) values (?,?) on conflict do nothing',
      call,
      subject,
    );
  }

  isUnanswered(call: UnansweredCall, subject: string): boolean {
    return (
      this.#sql.exec('select 1 from unanswered where call = ? and subject = ?', call, subject).toArray()
        .length > 0
    );
  }

  /** Writes nothing where nothing was unanswered. */
  clearUnanswered(call: UnansweredCall, subject: string): void {
    this.#sql.exec('delete from unanswered where call = ? and subject = ?', call, subject);
  }

  leases(): { shard: number; until: number }[] {
    return this.#sql.exec<{ shard: number; until: number }>('select shard, until from leases').toArray();
  }

  saveLease(shard: number, until: number): void {
    this.#sql.exec(
      'insert into leases (shard, until) values (?,?) on conflict do update set until = excluded.until',
      shard,
      until,
    );
  }

  endLease(shard: number): void {
    this.#sql.exec('delete from leases where shard = ?', shard);
  }

  endLeases(): void {
    this.#sql.exec('delete from leases');
  }

  consumers(): Consumers {
    const row = this.#sql.exec<{ cursors: string }>('select cursors from consumers').toArray()[0];
    return row ? (JSON.parse(row.cursors) as Consumers) : { member: 0, directory: 0 };
  }

  saveConsumers(cursors: Consumers): void {
    this.#sql.exec(
      'insert into consumers (id, cursors) values (1, ?) on conflict do update set cursors = excluded.cursors',
      JSON.stringify(cursors),
    );
  }

  owed(): OwedRow[] {
    return this.#sql.exec<OwedRow>('select user, from_seq, tries, refusals, next_at from owed').toArray();
  }

  /** Keeps the earliest place that the person is behind at. */
  saveOwed(row: OwedRow, reason: string): void {
    this.#sql.exec(
      `insert into owed (user, from_seq, tries, refusals, next_at, reason) values (?,?,?,?,?,?)
       on conflict do update set from_seq = min(from_seq, excluded.from_seq), tries = excluded.tries,
         refusals = excluded.refusals, next_at = excluded.next_at, reason = excluded.reason`,
      row.user,
      row.from_seq,
      row.tries,
      row.refusals,
      row.next_at,
      reason,
    );
  }

  clearOwed(user: UserId): void {
    this.#sql.exec('delete from owed where user = ?', user);
  }

  /** Who closed this direct channel or group, and at which `seq`. */
  closed(): { user: UserId; seq: number }[] {
    return this.#sql.exec<{ user: UserId; seq: number }>('select user, seq from closed').toArray();
  }

  saveClosed(user: UserId, seq: number): void {
    this.#sql.exec(
      'insert into closed (user, seq) values (?,?) on conflict do update set seq = max(seq, excluded.seq)',
      user,
      seq,
    );
  }

  /** Unless they closed it again since. */
  clearClosed(user: UserId, openedSeq: number): void {
    this.#sql.exec('delete from closed where user = ? and seq < ?', user, openedSeq);
  }

  #saveState(state: 'open' | 'closing' | 'void', meta: string): void {
    this.#sql.exec(
      'insert into channel (id, state, meta) values (1, ?, ?) on conflict do update set state = excluded.state, meta = excluded.meta',
      state,
      meta,
    );
  }
}
