import { deletedOrdinalsMax, everybodyOrdinalsMax } from '../../domain/unread/unread.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Attachment, LogEntry } from '../../protocol/objects/delivery.ts';

/** What changes seldom: kept in a row of its own. */
export interface Roster {
  readonly people: [userId: UserId, isGuest: boolean][];
  readonly deletedOrdinals: number[];
  readonly everybodyOrdinals: number[];
  readonly summary?: ChannelSummary;
}

/** A log as this gateway follows it: a numbered replica of what its sockets need. */
export class Followed {
  readonly generation: string;
  head: number;
  ordinal: number;
  readonly people: Map<UserId, { isGuest: boolean }>;
  deletedOrdinals: number[];
  everybodyOrdinals: number[];
  summary: ChannelSummary | undefined;
  /** Newest posts of people as themselves: they have read up to there, also before their Member is told. */
  readonly ownPosts = new Map<UserId, number>();
  isRosterChanged = false;
  /** The channel was deleted. */
  isOver = false;

  constructor(generation: string, head: number, ordinal: number, roster: Roster) {
    this.generation = generation;
    this.head = head;
    this.ordinal = ordinal;
    this.people = new Map(roster.people.map(([userId, isGuest]) => [userId, { isGuest }]));
    this.deletedOrdinals = [...roster.deletedOrdinals];
    this.everybodyOrdinals = [...roster.everybodyOrdinals];
    this.summary = roster.summary;
  }

  static attached(generation: string, attachment: Attachment): Followed {
    const followed = new Followed(generation, attachment.head, attachment.ordinal, {
      people: attachment.people.map(({ userId, isGuest }) => [userId, isGuest]),
      deletedOrdinals: [...attachment.deletedOrdinals],
      everybodyOrdinals: [...attachment.everybodyOrdinals],
      ...(attachment.summary === undefined ? {} : { summary: attachment.summary }),
    });
    followed.isRosterChanged = true;
    return followed;
  }

  get roster(): Roster {
    return {
      people: [...this.people].map(([userId, { isGuest }]) => [userId, isGuest]),
      deletedOrdinals: this.deletedOrdinals,
      everybodyOrdinals: this.everybodyOrdinals,
      ...(this.summary === undefined ? {} : { summary: this.summary }),
    };
  }

  /** Takes the next entry in. Answers who hears it: those who were here at it, and one whom it removes. */
  apply(entry: LogEntry): Iterable<UserId> {
    this.head = entry.seq;
    if (entry.ordinal !== undefined) this.ordinal = Math.max(this.ordinal, entry.ordinal);
    if (entry.author !== undefined && entry.ordinal !== undefined)
      this.ownPosts.set(entry.author, entry.ordinal);
    this.#countCalls(entry);
    if (entry.deletedOrdinal !== undefined)
      this.#remember('deletedOrdinals', entry.deletedOrdinal, deletedOrdinalsMax);
    this.#summarise(entry);
    return this.#changePeople(entry);
  }

  #changePeople(entry: LogEntry): Iterable<UserId> {
    const { membership } = entry;
    if (entry.isLast === true) return this.#end();
    if (membership === undefined) return this.people.keys();
    this.isRosterChanged = true;
    if (membership.change === 'joined') {
      this.people.set(membership.userId, { isGuest: membership.isGuest });
      return this.people.keys();
    }
    const hearers = [...this.people.keys()];
    this.people.delete(membership.userId);
    return hearers;
  }

  #end(): Iterable<UserId> {
    const hearers = [...this.people.keys()];
    this.people.clear();
    this.isOver = true;
    this.isRosterChanged = true;
    return hearers;
  }

  /** Who deletes a message, or edits the call out of it, calls nobody any more. */
  #countCalls({ ordinal, callsEverybody, deletedOrdinal }: LogEntry): void {
    if (ordinal !== undefined && callsEverybody === true) {
      this.#remember('everybodyOrdinals', ordinal, everybodyOrdinalsMax);
    }
    const withdrawn = callsEverybody === false ? ordinal : deletedOrdinal;
    if (withdrawn === undefined || !this.everybodyOrdinals.includes(withdrawn)) return;
    this.everybodyOrdinals = this.everybodyOrdinals.filter((place) => place !== withdrawn);
    this.isRosterChanged = true;
  }

  #remember(list: 'deletedOrdinals' | 'everybodyOrdinals', ordinal: number, most: number): void {
    if (this[list].includes(ordinal)) return;
    this[list] = [ordinal, ...this[list]].toSorted((one, other) => other - one).slice(0, most);
    this.isRosterChanged = true;
  }

  #summarise({ event, summary }: LogEntry): void {
    const told = event?.type === 'member_joined_channel' ? event.summary : summary;
    if (told === undefined) return;
    this.summary = newer(this.summary, told);
    this.isRosterChanged = true;
  }
}

export function newer(one: ChannelSummary | undefined, other: ChannelSummary): ChannelSummary {
  return one !== undefined && one.rev > other.rev ? one : other;
}
