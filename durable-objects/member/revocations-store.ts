import type { ChannelId, CredentialId } from '../../protocol/ids.ts';

/** Who holds open sockets of this person: their gateway, or a channel that they have one straight to. */
export type Holder = 'gateway' | ChannelId;

/** What a holder must still be told. `due` in milliseconds. */
export interface OwedRevocation {
  readonly holder: Holder;
  readonly credentialIds: readonly CredentialId[];
  /** Also the role, as it is when the holder is told. */
  readonly isRole: boolean;
  readonly due: number;
  readonly tries: number;
}

type OwedRow = { holder: Holder; credentials: string; is_role: number; due: number; tries: number };

/** SQL of what holders of sockets must be told, of where there are direct sockets, and of ended account sessions. */
export class RevocationsStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  owed(): OwedRevocation[] {
    return this.#sql.exec<OwedRow>('select * from owed_revocations').toArray().map(owedOf);
  }

  saveOwed({ holder, credentialIds, isRole, due, tries }: OwedRevocation): void {
    this.#sql.exec(
      `insert into owed_revocations (holder, credentials, is_role, due, tries) values (?,?,?,?,?)
       on conflict do update set credentials = excluded.credentials, is_role = excluded.is_role,
         due = excluded.due, tries = excluded.tries`,
      holder,
      JSON.stringify(credentialIds),
      isRole ? 1 : 0,
      due,
      tries,
    );
  }

  clearOwed(holder: Holder): void {
    this.#sql.exec('delete from owed_revocations where holder = ?', holder);
  }

  saveSocket(socketId: string, channelId: ChannelId, credentialId: CredentialId): void {
    this.#sql.exec(
      'insert into direct_sockets (socket, channel, credential) values (?,?,?) on conflict do nothing',
      socketId,
      channelId,
      credentialId,
    );
  }

  hasSocket(socketId: string): boolean {
    return this.#sql.exec('select 1 from direct_sockets where socket = ?', socketId).toArray().length > 0;
  }

  deleteSocket(socketId: string): void {
    this.#sql.exec('delete from direct_sockets where socket = ?', socketId);
  }

  deleteSocketsOf(credentialIds: readonly CredentialId[], channelId?: ChannelId): void {
    this.#sql.exec(
      `delete from direct_sockets where credential in (select value from json_each(?)) and channel = coalesce(?, channel)`,
      JSON.stringify(credentialIds),
      channelId ?? null,
    );
  }

  /** Channels that one of these credentials has a socket straight to; without them, that any has. */
  channelsWithSockets(credentialIds?: readonly CredentialId[]): ChannelId[] {
    const ofThese = credentialIds && JSON.stringify(credentialIds);
    return this.#sql
      .exec<{ channel: ChannelId }>(
        `select distinct channel from direct_sockets
         where ? is null or credential in (select value from json_each(?))`,
        ofThese ?? null,
        ofThese ?? '[]',
      )
      .toArray()
      .map(({ channel }) => channel);
  }

  hasEnded(accountSessionId: string): boolean {
    return (
      this.#sql.exec('select 1 from ended_account_sessions where id = ?', accountSessionId).toArray().length >
      0
    );
  }

  saveEnded(accountSessionIds: readonly string[], nowMs: number): void {
    for (const id of accountSessionIds) {
      this.#sql.exec(
        'insert into ended_account_sessions (id, ended) values (?,?) on conflict do nothing',
        id,
        nowMs,
      );
    }
  }

  deleteEndedBefore(beforeMs: number): void {
    this.#sql.exec('delete from ended_account_sessions where ended < ?', beforeMs);
  }
}

const owedOf = ({ holder, credentials, is_role, due, tries }: OwedRow): OwedRevocation => ({
  holder,
  credentialIds: JSON.parse(credentials) as CredentialId[],
  isRole: is_role === 1,
  due,
  tries,
});
