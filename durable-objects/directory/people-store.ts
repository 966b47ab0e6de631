import type { ChannelId, BotId, UserId } from '../../protocol/ids.ts';
import type { Role } from '../../protocol/roles.ts';
import type { ProfileFacts } from '../../domain/profile/profile-facts.ts';
import type { Tables } from './tables.ts';

/** `updated` in seconds; `rev` is the `seq` of the row's last change. */
export interface PersonRow {
  readonly id: UserId;
  readonly handle: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly account: string | undefined;
  readonly bot: BotId | undefined;
  /** Of a bot: who made it. `unanswered`: they were not told yet that it is there. */
  readonly maker: UserId | undefined;
  readonly unanswered: boolean;
  readonly profile: ProfileFacts;
  readonly updated: number;
  readonly version: number;
  readonly copied: number;
  readonly rev: number;
}

type Stored = {
  id: UserId;
  handle: string;
  role: Role;
  is_active: number;
  account: string | null;
  bot: BotId | null;
  maker: UserId | null;
  unanswered: number;
  profile: string;
  updated: number;
  version: number;
  copied: number;
  rev: number;
};

export type SeatRow = { user: UserId; channel: ChannelId; inviter: UserId | null };
export type OwedRow = { user: UserId; due: number; tries: number };

/** SQL of people, and of what other objects must still be told of them. */
export class PeopleStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  byId(id: UserId): PersonRow | undefined {
    return this.#where('id = ?', id)[0];
  }

  byAccount(account: string): PersonRow | undefined {
    return this.#where('account = ?', account)[0];
  }

  /** The address in lower case, as accounts have it. */
  byEmail(email: string): PersonRow | undefined {
    return this.#where("json_extract(profile, '$.email') = ? and is_active = 1", email)[0];
  }

  byBot(bot: BotId): PersonRow | undefined {
    return this.#where('bot = ?', bot)[0];
  }

  byIds(ids: readonly UserId[]): Map<UserId, PersonRow> {
    const rows = this.#where('id in (select value from json_each(?))', JSON.stringify(ids));
    return new Map(rows.map((row) => [row.id, row]));
  }

  page(after: string, limit: number): PersonRow[] {
    return this.#where('id > ? order by id limit ?', after, limit);
  }

  /** A bot whose maker got no answer when they asked for it. */
  unansweredBot(maker: UserId, name: string): PersonRow | undefined {
    return this.#where('maker = ? and unanswered = 1', maker).find((row) => row.profile.realName === name);
  }

  active(): { id: UserId; role: Role }[] {
    return this.#tables.all<{ id: UserId; role: Role }>('select id, role from people where is_active = 1');
  }

  activeOwners(): number {
    const query = "select count(*) as count from people where role = 'owner' and is_active = 1";
    return this.#tables.first<{ count: number }>(query)?.count ?? 0;
  }

  isHandleTaken(handle: string): boolean {
    return this.#tables.first('select 1 as one from people where handle = ?', handle) !== undefined;
  }

  save(row: PersonRow): void {
    this.#tables.write(
      `insert into people
         (id, handle, role, is_active, account, bot, maker, unanswered, profile, updated, version, copied, rev)
       values (?,?,?,?,?,?,?,?,?,?,?,?,?)
       on conflict do update set handle = excluded.handle, role = excluded.role, is_active = excluded.is_active,
         unanswered = excluded.unanswered, profile = excluded.profile, updated = excluded.updated,
         version = excluded.version, rev = excluded.rev`,
      row.id,
      row.handle,
      row.role,
      row.isActive ? 1 : 0,
      row.account ?? null,
      row.bot ?? null,
      row.maker ?? null,
      row.unanswered ? 1 : 0,
      JSON.stringify(row.profile),
      row.updated,
      row.version,
      row.copied,
      row.rev,
    );
  }

  saveCopied(id: UserId, version: number): void {
    this.#tables.write('update people set copied = max(copied, ?) where id = ?', version, id);
  }

  saveAnswered(id: UserId): void {
    this.#tables.write('update people set unanswered = 0 where id = ? and unanswered = 1', id);
  }

  owe(user: UserId, due: number, tries = 0): void {
    this.#tables.write(
      'insert into owed (user, due, tries) values (?,?,?) on conflict do update set due = excluded.due, tries = excluded.tries',
      user,
      due,
      tries,
    );
  }

  owed(user: UserId): OwedRow | undefined {
    return this.#tables.first<OwedRow>('select user, due, tries from owed where user = ?', user);
  }

  /** Those that are due by now, or were set for a time after `latestMs`. */
  owedDue(nowMs: number, latestMs: number, limit: number): OwedRow[] {
    return this.#tables.all<OwedRow>(
      'select user, due, tries from owed where due <= ? or due > ? order by due limit ?',
      nowMs,
      latestMs,
      limit,
    );
  }

  firstOwedAt(): number | undefined {
    return this.#tables.first<{ due: number | null }>('select min(due) as due from owed')?.due ?? undefined;
  }

  clearOwed(user: UserId): void {
    this.#tables.write('delete from owed where user = ?', user);
  }

  /** Of somebody who became a guest: the channels that they stay in; of the others they must still be taken out. */
  stays(user: UserId): ChannelId[] | undefined {
    const query = 'select channels from stays where user = ?';
    const row = this.#tables.first<{ channels: string }>(query, user);
    return row && (JSON.parse(row.channels) as ChannelId[]);
  }

  saveStays(user: UserId, channels: readonly ChannelId[]): void {
    this.#tables.write(
      'insert into stays (user, channels) values (?,?) on conflict do update set channels = excluded.channels',
      user,
      JSON.stringify(channels),
    );
  }

  clearStays(user: UserId): void {
    this.#tables.write('delete from stays where user = ?', user);
  }

  saveSeat(row: SeatRow): void {
    this.#tables.write(
      'insert into seats (user, channel, inviter) values (?,?,?) on conflict do nothing',
      row.user,
      row.channel,
      row.inviter,
    );
  }

  seats(user: UserId): SeatRow[] {
    return this.#tables.all<SeatRow>('select user, channel, inviter from seats where user = ?', user);
  }

  clearSeat({ user, channel }: SeatRow): void {
    this.#tables.write('delete from seats where user = ? and channel = ?', user, channel);
  }

  #where(condition: string, ...bindings: (string | number)[]): PersonRow[] {
    return this.#tables.all<Stored>(`select * from people where ${condition}`, ...bindings).map(personOf);
  }
}

const personOf = (row: Stored): PersonRow => ({
  id: row.id,
  handle: row.handle,
  role: row.role,
  isActive: row.is_active === 1,
  account: row.account ?? undefined,
  bot: row.bot ?? undefined,
  maker: row.maker ?? undefined,
  unanswered: row.unanswered === 1,
  profile: JSON.parse(row.profile) as ProfileFacts,
  updated: row.updated,
  version: row.version,
  copied: row.copied,
  rev: row.rev,
});
