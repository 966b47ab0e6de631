import type { ChannelId, InvitationId, UserId } from '../../protocol/ids.ts';
import type { Role } from '../../protocol/roles.ts';
import type { Tables } from './tables.ts';

/** Times in seconds. */
export interface InvitationRow {
  readonly id: InvitationId;
  readonly hash: string;
  readonly role: Role;
  readonly channels: readonly ChannelId[];
  readonly email: string | undefined;
  readonly usesMax: number;
  readonly uses: number;
  readonly expires: number;
  readonly revoked: number | undefined;
  readonly inviter: UserId;
}

type Stored = {
  id: InvitationId;
  hash: string;
  role: Role;
  channels: string;
  email: string | null;
  uses_max: number;
  uses: number;
  expires: number;
  revoked: number | null;
  inviter: UserId;
};

/** SQL of invitations and of who used them. */
export class InvitationsStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  byHash(hash: string): InvitationRow | undefined {
    return this.#where('hash = ?', hash)[0];
  }

  byId(id: InvitationId): InvitationRow | undefined {
    return this.#where('id = ?', id)[0];
  }

  /** That were not taken back, by id, rising; of one inviter or of all. */
  after(id: string, inviter: UserId | undefined): InvitationRow[] {
    return this.#where(
      'id > ? and revoked is null and inviter = coalesce(?, inviter) order by id',
      id,
      inviter ?? null,
    );
  }

  revoke(id: InvitationId, revoked: number): void {
    this.#tables.write('update invitations set revoked = ? where id = ? and revoked is null', revoked, id);
  }

  insert(row: Omit<InvitationRow, 'uses' | 'revoked'>): void {
    this.#tables.write(
      `insert into invitations (id, hash, role, channels, email, uses_max, expires, inviter)
       values (?,?,?,?,?,?,?,?)`,
      row.id,
      row.hash,
      row.role,
      JSON.stringify(row.channels),
      row.email ?? null,
      row.usesMax,
      row.expires,
      row.inviter,
    );
  }

  isUsedBy(id: InvitationId, account: string): boolean {
    const query = 'select 1 as one from invitation_uses where invitation = ? and account = ?';
    return this.#tables.first(query, id, account) !== undefined;
  }

  use(id: InvitationId, account: string): void {
    this.#tables.write('insert into invitation_uses (invitation, account) values (?,?)', id, account);
  }

  #where(condition: string, ...bindings: (string | null)[]): InvitationRow[] {
    return this.#tables
      .all<Stored>(
        `select *, (select count(*) from invitation_uses where invitation = id) as uses
         from invitations where ${condition}`,
        ...bindings,
      )
      .map(invitationOf);
  }
}

const invitationOf = (row: Stored): InvitationRow => ({
  id: row.id,
  hash: row.hash,
  role: row.role,
  channels: JSON.parse(row.channels) as ChannelId[],
  email: row.email ?? undefined,
  usesMax: row.uses_max,
  uses: row.uses,
  expires: row.expires,
  revoked: row.revoked ?? undefined,
  inviter: row.inviter,
});
