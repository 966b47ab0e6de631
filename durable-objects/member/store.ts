import type { ChannelLevel } from '../../protocol/channel-level.ts';
import type { ChannelId, CredentialId } from '../../protocol/ids.ts';
import type { PersonCopy } from '../../protocol/objects/member.ts';
import type { Scope } from '../../protocol/scopes.ts';
import type { WorkspaceTokenKind } from '../../protocol/tokens.ts';

/** Times in milliseconds. Of a revoked credential the row stays for a while, so that its holder learns why. */
export interface Credential {
  readonly id: CredentialId;
  readonly kind: WorkspaceTokenKind;
  readonly name: string;
  readonly hash: string;
  readonly scopes: readonly Scope[];
  readonly accountSessionId: string | undefined;
  readonly created: number;
  readonly expires: number | undefined;
  readonly revoked: number | undefined;
}

export type MembershipRow = {
  channel: ChannelId;
  is_member: number;
  /** Of the entry that made it so: older ones change nothing. */
  seq: number;
  mark_ordinal: number;
  mark_ts: string;
  /** The person moved the mark back: nothing but an explicit mark moves it on. */
  is_marked_unread: number;
  muted: number;
  level: ChannelLevel;
  closed_seq: number;
  opened_seq: number;
  version: number;
};

/** In the person's list: never closed, or a message came since. */
export const isOpen = (row: Pick<MembershipRow, 'closed_seq' | 'opened_seq'>): boolean =>
  row.closed_seq === 0 || row.opened_seq > row.closed_seq;

export type MentionRow = {
  channel: ChannelId;
  seq: number;
  thread_ts: string;
  ordinal: number;
  ts: string;
  /** The channel's head when the delivery was read. */
  rev: number;
  deleted: 0 | 1;
};

type CredentialRow = {
  id: CredentialId;
  kind: WorkspaceTokenKind;
  name: string;
  hash: string;
  scopes: string;
  account_session_id: string | null;
  created: number;
  expires: number | null;
  revoked: number | null;
};

/** All SQL of a Member. */
export class MemberStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  person(): PersonCopy | undefined {
    const row = this.#sql.exec<{ copy: string }>('select copy from person').toArray()[0];
    return row && (JSON.parse(row.copy) as PersonCopy);
  }

  savePerson(copy: PersonCopy): void {
    this.#sql.exec(
      'insert into person (id, copy) values (1, ?) on conflict do update set copy = excluded.copy',
      JSON.stringify(copy),
    );
  }

  credentials(): Credential[] {
    return this.#sql.exec<CredentialRow>('select * from credentials').toArray().map(credentialOf);
  }

  insertCredential(credential: Credential): void {
    this.#sql.exec(
      `insert into credentials (id, kind, name, hash, scopes, account_session_id, created, expires)
       values (?,?,?,?,?,?,?,?)`,
      credential.id,
      credential.kind,
      credential.name,
      credential.hash,
      JSON.stringify(credential.scopes),
      credential.accountSessionId ?? null,
      credential.created,
      credential.expires ?? null,
    );
  }

  revokeCredentials(ids: readonly CredentialId[], nowMs: number): void {
    this.#sql.exec(
      'update credentials set revoked = ? where id in (select value from json_each(?))',
      nowMs,
      JSON.stringify(ids),
    );
  }

  deleteCredentials(ids: readonly CredentialId[]): void {
    this.#sql.exec(
      'delete from credentials where id in (select value from json_each(?))',
      JSON.stringify(ids),
    );
  }

  memberships(): MembershipRow[] {
    return this.#sql.exec<MembershipRow>('select * from memberships order by channel').toArray();
  }

  saveMembership(row: MembershipRow): void {
    this.#sql.exec(
      `insert into memberships
         (channel, is_member, seq, mark_ordinal, mark_ts, is_marked_unread, muted, level, closed_seq, opened_seq, version)
       values (?,?,?,?,?,?,?,?,?,?,?)
       on conflict do update set is_member = excluded.is_member, seq = excluded.seq,
         mark_ordinal = excluded.mark_ordinal, mark_ts = excluded.mark_ts,
         is_marked_unread = excluded.is_marked_unread, muted = excluded.muted, level = excluded.level,
         closed_seq = excluded.closed_seq, opened_seq = excluded.opened_seq, version = excluded.version`,
      row.channel,
      row.is_member,
      row.seq,
      row.mark_ordinal,
      row.mark_ts,
      row.is_marked_unread,
      row.muted,
      row.level,
      row.closed_seq,
      row.opened_seq,
      row.version,
    );
  }

  /** Mentions above the mark: of the channel's timeline above the channel's, in a thread above that thread's. */
  mentionsAbove(row: MembershipRow): number {
    return this.#sql
      .exec<{ count: number }>(
        `select count(*) as count from mentions left join threads using (channel, thread_ts)
         where channel = ? and deleted = 0
           and ordinal > case thread_ts when '' then ? else coalesce(threads.mark_ordinal, 0) end`,
        row.channel,
        row.mark_ordinal,
      )
      .one().count;
  }

  /** Of channels that the person is in, the newest first. */
  mentionsBefore(after: { ts: string; channel: string } | undefined, limit: number): MentionRow[] {
    return this.#sql
      .exec<MentionRow>(
        `select mentions.* from mentions join memberships using (channel)
         where is_member = 1 and deleted = 0 and (ts < ?1 or (ts = ?1 and channel > ?2))
         order by ts desc, channel limit ?3`,
        after?.ts ?? 'after all',
        after?.channel ?? '',
        limit,
      )
      .toArray();
  }

  /** What a newer delivery said of it stays, and what is so already is not written again. */
  saveMention(row: MentionRow): boolean {
    return (
      this.#sql.exec(
        `insert into mentions (channel, seq, thread_ts, ordinal, ts, rev, deleted) values (?,?,?,?,?,?,?)
         on conflict do update set thread_ts = excluded.thread_ts, ordinal = excluded.ordinal, ts = excluded.ts,
           rev = excluded.rev, deleted = excluded.deleted
         where excluded.rev >= mentions.rev and excluded.deleted <> mentions.deleted`,
        row.channel,
        row.seq,
        row.thread_ts,
        row.ordinal,
        row.ts,
        row.rev,
        row.deleted,
      ).rowsWritten > 0
    );
  }

  deleteMentionsOf(channel: ChannelId): void {
    this.#sql.exec('delete from mentions where channel = ?', channel);
  }

  insertTicket(hash: string, credential: CredentialId, expires: number): void {
    this.#sql.exec(
      'insert into tickets (hash, credential, expires) values (?,?,?)',
      hash,
      credential,
      expires,
    );
  }

  ticket(hash: string): { credential: CredentialId; expires: number } | undefined {
    return this.#sql
      .exec<{ credential: CredentialId; expires: number }>(
        'select credential, expires from tickets where hash = ?',
        hash,
      )
      .toArray()[0];
  }

  deleteTicket(hash: string): void {
    this.#sql.exec('delete from tickets where hash = ?', hash);
  }

  deleteTicketsExpired(nowMs: number): void {
    this.#sql.exec('delete from tickets where expires <= ?', nowMs);
  }
}

const credentialOf = (row: CredentialRow): Credential => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  hash: row.hash,
  scopes: JSON.parse(row.scopes) as Scope[],
  accountSessionId: row.account_session_id ?? undefined,
  created: row.created,
  expires: row.expires ?? undefined,
  revoked: row.revoked ?? undefined,
});
