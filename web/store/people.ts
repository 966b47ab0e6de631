import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { emptyWorkspace, withAddress, withPerson } from '../../domain/timeline/workspace.ts';
import type { Workspace as WorkspaceRows } from '../../domain/timeline/workspace.ts';
import type { User } from '../../protocol/entities.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Call } from '../api/call.ts';
import type { LogFrame } from '../gateway/frames.ts';
import type * as contract from './contract.ts';
import { fold } from './fold.ts';

const pageSize = 1_000;
const searchMostUsual = 12;

interface PeopleDeps {
  readonly call: Call;
  readonly soon: (run: () => void) => void;
}

/** Everybody of the workspace: read in pages once, kept right by the Directory's frames. */
export class People implements contract.People {
  readonly #deps: PeopleDeps;
  readonly #atoms = new Map<UserId, WritableAtom<User | undefined>>();
  readonly #everybody = atom<readonly User[]>([]);
  readonly #loaded = atom(false);
  #rows: WorkspaceRows = emptyWorkspace;
  /** Told by frames while pages are read: newer than what a page says. */
  #fresh = new Set<UserId>();
  #asked = new Set<UserId>();
  #isStale = false;
  #round = 0;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  get $all(): ReadableAtom<readonly User[]> {
    return this.#everybody;
  }

  get $isLoaded(): ReadableAtom<boolean> {
    return this.#loaded;
  }

  person(userId: UserId): ReadableAtom<User | undefined> {
    const known = this.#atoms.get(userId);
    if (known !== undefined) return known;
    const made = atom<User | undefined>(this.#rows.people.get(userId));
    this.#atoms.set(userId, made);
    if (made.get() === undefined && this.#loaded.get()) void this.#ask(userId);
    return made;
  }

  search(query: string, options: { first?: ReadonlySet<UserId>; limit?: number } = {}): User[] {
    const { first, limit = searchMostUsual } = options;
    const wanted = fold(query);
    const ranked: { user: User; rank: number }[] = [];
    for (const user of this.#everybody.get()) {
      if (user.deleted) continue;
      const rank = rankOf(user, wanted);
      if (rank !== undefined) ranked.push({ user, rank: rank + (first?.has(user.id) === false ? 10 : 0) });
    }
    return ranked
      .toSorted((one, other) => one.rank - other.rank)
      .slice(0, limit)
      .map(({ user }) => user);
  }

  /** Reads everybody; what is known stays until then. */
  async load(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#fresh = new Set();
    let cursor = '';
    do {
      const page = await this.#deps.call('users.list', { limit: pageSize, cursor });
      if (round !== this.#round) return;
      if (!page.ok) return;
      this.#take(page.members.map((read) => this.#newer(read)));
      cursor = page.response_metadata.next_cursor;
    } while (cursor !== '');
    this.#loaded.set(true);
    for (const [id, $person] of this.#atoms) if ($person.get() === undefined) void this.#ask(id);
  }

  /** A frame came while the page was read: it knows better, but for the address, which only the page tells. */
  #newer(read: User): User {
    const told = this.#fresh.has(read.id) ? this.#rows.people.get(read.id) : undefined;
    return told === undefined ? read : withAddress(told, read);
  }

  apply(frame: LogFrame): void {
    if (frame.type !== 'team_join' && frame.type !== 'user_change') return;
    this.#rows = withPerson(this.#rows, frame.user);
    this.#fresh.add(frame.user.id);
    this.#tell(this.#rows.people.get(frame.user.id) ?? frame.user);
  }

  take(...users: readonly User[]): void {
    this.#take(users);
  }

  #take(users: readonly User[]): void {
    const people = new Map(this.#rows.people);
    for (const user of users) people.set(user.id, user);
    this.#rows = { ...this.#rows, people };
    for (const user of users) this.#tell(user);
  }

  #tell(user: User): void {
    this.#atoms.get(user.id)?.set(user);
    if (this.#isStale) return;
    this.#isStale = true;
    this.#deps.soon(() => {
      this.#isStale = false;
      const collator = new Intl.Collator();
      this.#everybody.set(
        [...this.#rows.people.values()].toSorted((one, other) =>
          collator.compare(nameOf(one), nameOf(other)),
        ),
      );
    });
  }

  async #ask(userId: UserId): Promise<void> {
    if (this.#asked.has(userId)) return;
    this.#asked.add(userId);
    const answer = await this.#deps.call('users.info', { user: userId });
    if (answer.ok) this.#take([answer.user]);
    // It may be there later: a person who joined while the answer was under way.
    else if (answer.error === 'unreachable') this.#asked.delete(userId);
  }
}

export const nameOf = (user: User): string => user.profile.display_name || user.real_name || user.name;

/** 0 is best: a name that begins so, then a word of it, then anywhere. */
function rankOf(user: User, wanted: string): number | undefined {
  if (wanted === '') return 3;
  const names = [nameOf(user), user.real_name, user.name].map(fold);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.split(/[\s._-]+/).some((word) => word.startsWith(wanted)))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : undefined;
}
