import type { UserId } from '../../protocol/ids.ts';
import type { StoredSubtype } from '../../protocol/message-subtypes.ts';
import type { Micros } from '../../protocol/timestamp.ts';
import { messageOf, messageColumns } from './message-row.ts';
import type { MessageValues } from './message-row.ts';
import { PinStore } from './pin-store.ts';
import type { MessageRow, ReactionRow, ThreadRow } from './rows.ts';

const columns = messageColumns.join(', ');

/** SQL of messages, threads and reactions. */
export class MessageStore {
  readonly pins: PinStore;
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.pins = new PinStore(sql);
  }

  insert(row: MessageRow, cursors: string): void {
    this.#sql.exec(
      `insert into messages (${columns}, cursors) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
      row.seq,
      row.ts,
      row.user,
      row.subtype,
      row.text,
      row.content,
      row.bot,
      row.thread_seq,
      row.thread_ordinal,
      row.ordinal,
      row.everybody,
      row.unattended,
      row.client_msg_id,
      row.edited_by,
      row.edited_at,
      row.deleted,
      row.rev,
      cursors,
    );
  }

  bySeq(seq: number): MessageRow | undefined {
    return this.#rows('where seq = ?', seq)[0];
  }

  bySeqs(seqs: readonly number[]): MessageRow[] {
    if (seqs.length === 0) return [];
    return this.#rows('where seq in (select value from json_each(?))', JSON.stringify(seqs));
  }

  byClientMessageId(user: UserId, clientMessageId: string): MessageRow | undefined {
    return this.#rows('where user = ? and client_msg_id = ?', user, clientMessageId)[0];
  }

  byTs(ts: Micros): MessageRow | undefined {
    const row = this.firstFrom(ts);
    return row?.ts === ts ? row : undefined;
  }

  between(from: number, to: number): MessageRow[] {
    return this.#rows('where seq between ? and ? order by seq', from, to);
  }

  hasSubtypeOf(subtypes: readonly StoredSubtype[], from: number): boolean {
    return (
      this.#sql
        .exec(
          'select 1 from messages where seq >= ? and subtype in (select value from json_each(?)) limit 1',
          from,
          JSON.stringify(subtypes),
        )
        .toArray().length > 0
    );
  }

  newest(): MessageRow | undefined {
    return this.#rows('order by seq desc limit 1')[0];
  }

  newestCursors(): string | undefined {
    const row = this.#sql
      .exec<{ cursors: string }>('select cursors from messages order by seq desc limit 1')
      .toArray()[0];
    return row?.cursors;
  }

  /** The first message at or after `ts`: `ts` rises with `seq`, so halving the range of `seq` finds it. */
  firstFrom(ts: Micros): MessageRow | undefined {
    let low = 1;
    let high = (this.newest()?.seq ?? 0) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const probe = this.#sql
        .exec<{ seq: number; ts: number }>(
          'select seq, ts from messages where seq >= ? order by seq limit 1',
          middle,
        )
        .toArray()[0];
      if (probe === undefined || probe.ts >= ts) high = middle;
      else low = probe.seq + 1;
    }
    return this.#rows('where seq >= ? order by seq limit 1', low)[0];
  }

  /** Top-level rows below `beforeSeq` and at or above `fromSeq`, newest first. Deleted ones only with replies left. */
  page(fromSeq: number, beforeSeq: number, limit: number): MessageRow[] {
    return this.#rows(
      `where seq >= ? and seq < ? and (thread_seq is null or ordinal is not null or subtype = 'thread_broadcast')
         and (deleted = 0 or exists (select 1 from threads where threads.seq = messages.seq and reply_count > 0))
       order by seq desc limit ?`,
      fromSeq,
      beforeSeq,
      limit,
    );
  }

  repliesPage(threadSeq: number, fromSeq: number, beforeSeq: number, limit: number): MessageRow[] {
    return this.#rows(
      'where thread_seq = ? and seq >= ? and seq < ? and deleted = 0 order by seq limit ?',
      threadSeq,
      fromSeq,
      beforeSeq,
      limit,
    );
  }

  /** The highest ordinal at or below `seq`. */
  ordinalAt(seq: number): number {
    const row = this.#sql
      .exec<{ ordinal: number }>(
        'select ordinal from messages where seq <= ? and ordinal is not null order by seq desc limit 1',
        seq,
      )
      .toArray()[0];
    return row?.ordinal ?? 0;
  }

  /** The place of the newest reply that is not after `ts`. */
  threadOrdinalAt(threadSeq: number, ts: Micros): number {
    const row = this.#sql
      .exec<{ ordinal: number }>(
        `select thread_ordinal as ordinal from messages where thread_seq = ? and ts <= ?
         order by seq desc limit 1`,
        threadSeq,
        ts,
      )
      .toArray()[0];
    return row?.ordinal ?? 0;
  }

  deletedThreadOrdinals(threadSeq: number, limit: number): number[] {
    return this.#sql
      .exec<{ ordinal: number }>(
        `select thread_ordinal as ordinal from messages
         where thread_seq = ? and deleted = 1 and thread_seq is not null order by thread_ordinal desc limit ?`,
        threadSeq,
        limit,
      )
      .toArray()
      .map((row) => row.ordinal);
  }

  deletedOrdinals(limit: number): number[] {
    return this.#ordinals('deleted = 1 and ordinal is not null', limit);
  }

  everybodyOrdinals(limit: number): number[] {
    return this.#ordinals('everybody = 1 and ordinal is not null', limit);
  }

  edit(
    row: Pick<
      MessageRow,
      'seq' | 'subtype' | 'text' | 'content' | 'everybody' | 'edited_by' | 'edited_at' | 'rev'
    >,
  ): void {
    this.#sql.exec(
      `update messages set subtype = ?, text = ?, content = ?, everybody = ?, edited_by = ?, edited_at = ?, rev = ?
       where seq = ?`,
      row.subtype,
      row.text,
      row.content,
      row.everybody,
      row.edited_by,
      row.edited_at,
      row.rev,
      row.seq,
    );
  }

  /** The words go, the row stays as a tombstone: its place in the order and its key against repeats are still true. */
  scrub(seq: number, rev: number): void {
    this.#sql.exec(
      "update messages set text = '', content = null, everybody = 0, deleted = 1, rev = ? where seq = ?",
      rev,
      seq,
    );
    this.pins.remove(seq, rev);
    this.#sql.exec(
      'update reactions set deleted = 1, rev = ? where message_seq = ? and deleted = 0',
      rev,
      seq,
    );
  }

  threads(seqs: readonly number[]): Map<number, ThreadRow> {
    if (seqs.length === 0) return new Map();
    const rows = this.#sql
      .exec<ThreadRow>(
        `select seq, reply_count, last_ordinal, latest_ts, users, rev from threads
         where seq in (select value from json_each(?))`,
        JSON.stringify(seqs),
      )
      .toArray();
    return new Map(rows.map((row) => [row.seq, row]));
  }

  saveThread(row: ThreadRow): void {
    this.#sql.exec(
      `insert into threads (seq, reply_count, last_ordinal, latest_ts, users, rev) values (?,?,?,?,?,?)
       on conflict do update set reply_count = excluded.reply_count, last_ordinal = excluded.last_ordinal,
         latest_ts = excluded.latest_ts, users = excluded.users, rev = excluded.rev`,
      row.seq,
      row.reply_count,
      row.last_ordinal,
      row.latest_ts,
      row.users,
      row.rev,
    );
  }

  /** A thread counted anew, after a reply went. */
  recount(threadSeq: number): { replyCount: number; latestTs: number | null; users: UserId[] } {
    const rows = this.#sql
      .exec<{ user: UserId; count: number; latest: number; first: number }>(
        `select user, count(*) as count, max(ts) as latest, min(seq) as first from messages
         where thread_seq = ? and deleted = 0 group by user order by first`,
        threadSeq,
      )
      .toArray();
    return {
      replyCount: rows.reduce((sum, row) => sum + row.count, 0),
      latestTs: rows.length === 0 ? null : Math.max(...rows.map((row) => row.latest)),
      users: rows.map((row) => row.user),
    };
  }

  /** Reactions of these messages, in the order of their last change; those taken back too, for their `rev`. */
  reactions(seqs: readonly number[]): ReactionRow[] {
    if (seqs.length === 0) return [];
    return this.#sql
      .exec<ReactionRow>(
        `select message_seq, name, user, rev, deleted from reactions
         where message_seq in (select value from json_each(?)) order by rev`,
        JSON.stringify(seqs),
      )
      .toArray();
  }

  setReaction(row: ReactionRow): void {
    this.#sql.exec(
      `insert into reactions (message_seq, name, user, rev, deleted) values (?,?,?,?,?)
       on conflict do update set rev = excluded.rev, deleted = excluded.deleted`,
      row.message_seq,
      row.name,
      row.user,
      row.rev,
      row.deleted,
    );
  }

  #rows(where: string, ...bindings: (string | number)[]): MessageRow[] {
    const rows = this.#sql.exec(`select ${columns} from messages ${where}`, ...bindings);
    return Array.from(rows.raw<MessageValues>(), messageOf);
  }

  #ordinals(where: string, limit: number): number[] {
    return this.#sql
      .exec<{ ordinal: number }>(
        `select ordinal from messages where ${where} order by ordinal desc limit ?`,
        limit,
      )
      .toArray()
      .map((row) => row.ordinal);
  }
}
