import type { ChannelId, UsergroupId, UserId } from '../../protocol/ids.ts';
import type { Tables } from './tables.ts';

/** `created`, `updated` and `disabled` in seconds; `disabled` is 0 while it is in use. */
export interface UsergroupRow {
  readonly id: UsergroupId;
  readonly handle: string;
  readonly name: string;
  readonly description: string;
  readonly channels: readonly ChannelId[];
  readonly creator: UserId;
  readonly updater: UserId;
  readonly disabler: UserId | undefined;
  readonly created: number;
  readonly updated: number;
  readonly disabled: number;
}

type Stored = {
  id: UsergroupId;
  handle: string;
  name: string;
  description: string;
  channels: string;
  creator: UserId;
  updater: UserId;
  disabler: UserId | null;
  created: number;
  updated: number;
  disabled: number;
};

/** SQL of user groups and of who is in them. */
export class UsergroupsStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  byId(id: UsergroupId): UsergroupRow | undefined {
    return this.#where('id = ?', id)[0];
  }

  byHandle(handle: string): UsergroupRow | undefined {
    return this.#where('handle = ?', handle)[0];
  }

  byName(name: string): UsergroupRow | undefined {
    return this.#where('folded = ?', name.toLowerCase())[0];
  }

  all(): UsergroupRow[] {
    return this.#where('1 = 1 order by handle');
  }

  save(row: UsergroupRow): void {
    this.#tables.write(
      `insert into usergroups
         (id, handle, name, folded, description, channels, creator, updater, disabler, created, updated, disabled)
       values (?,?,?,?,?,?,?,?,?,?,?,?)
       on conflict (id) do update set handle = excluded.handle, name = excluded.name, folded = excluded.folded,
         description = excluded.description, channels = excluded.channels, updater = excluded.updater,
         disabler = excluded.disabler, updated = excluded.updated, disabled = excluded.disabled`,
      row.id,
      row.handle,
      row.name,
      row.name.toLowerCase(),
      row.description,
      JSON.stringify(row.channels),
      row.creator,
      row.updater,
      row.disabler ?? null,
      row.created,
      row.updated,
      row.disabled,
    );
  }

  /** Those who are active, in the order of their ids. */
  people(id: UsergroupId): UserId[] {
    return this.#tables
      .all<{ user: UserId }>(
        `select p.user from usergroup_people p join people on people.id = p.user
         where p.usergroup = ? and people.is_active = 1 order by p.user`,
        id,
      )
      .map(({ user }) => user);
  }

  /** The same of every user group, for a list. */
  everybody(): Map<UsergroupId, UserId[]> {
    const found = new Map<UsergroupId, UserId[]>();
    const rows = this.#tables.all<{ usergroup: UsergroupId; user: UserId }>(
      `select p.usergroup, p.user from usergroup_people p join people on people.id = p.user
       where people.is_active = 1 order by p.usergroup, p.user`,
    );
    for (const { usergroup, user } of rows) {
      const users = found.get(usergroup) ?? [];
      users.push(user);
      found.set(usergroup, users);
    }
    return found;
  }

  /** These and no others. */
  savePeople(id: UsergroupId, users: readonly UserId[]): void {
    const list = JSON.stringify(users);
    this.#tables.write(
      'delete from usergroup_people where usergroup = ? and user not in (select value from json_each(?))',
      id,
      list,
    );
    this.#tables.write(
      'insert into usergroup_people (usergroup, user) select ?, value from json_each(?) where true on conflict do nothing',
      id,
      list,
    );
  }

  #where(condition: string, ...bindings: string[]): UsergroupRow[] {
    return this.#tables
      .all<Stored>(`select * from usergroups where ${condition}`, ...bindings)
      .map(({ channels, disabler, ...row }) => ({
        ...row,
        channels: JSON.parse(channels) as ChannelId[],
        disabler: disabler ?? undefined,
      }));
  }
}
