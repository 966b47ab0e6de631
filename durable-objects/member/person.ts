import {
  channelMarked,
  channelPreferences,
  opennessEvent,
  starEvent,
  threadEvent,
} from '../../domain/unread/personal-events.ts';
import type { ThreadEventName } from '../../domain/unread/personal-events.ts';
import type { Objects } from '../../platform/objects.ts';
import { Buckets } from '../../platform/rate-limits/buckets.ts';
import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';
import type { PersonalEvent } from '../../protocol/events.ts';
import type { ChannelId, CredentialId } from '../../protocol/ids.ts';
import type { Membership, PersonCopy } from '../../protocol/objects/member.ts';
import type { ThreadMark } from '../../protocol/objects/reading.ts';
import type { Star } from '../../protocol/objects/saving.ts';
import type { Preferences } from '../../protocol/preferences.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { Alarm } from '../log/alarm.ts';
import { Queues } from '../log/queues.ts';
import { Schema } from '../log/schema.ts';
import { PreferenceStore } from './preference-store.ts';
import { Pushes } from './pushes.ts';
import { ReactedStore } from './reacted-store.ts';
import type { ReactedRow } from './reacted-store.ts';
import { ReminderStore } from './reminder-store.ts';
import { RevocationsStore } from './revocations-store.ts';
import type { Holder, OwedRevocation } from './revocations-store.ts';
import { ScheduledStore } from './scheduled-store.ts';
import { memberMigrations } from './schema.ts';
import { isOpen, MemberStore } from './store.ts';
import type { Credential, MembershipRow } from './store.ts';
import { starOf, StarStore } from './star-store.ts';
import type { StarRow } from './star-store.ts';
import { markOf, ThreadStore } from './thread-store.ts';
import type { ThreadRow } from './thread-store.ts';

export interface PersonDeps {
  readonly storage: DurableObjectStorage;
  readonly objects: Pick<Objects, 'channel' | 'directory' | 'gateway'>;
  readonly limits: RateLimits;
  readonly now: () => number;
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/**
 * A person as the verbs of their Member see them. All of it is kept in memory, so that authenticating reads no
 * row; revocation is written here too, so the memory is exact.
 */
export class Person {
  readonly store: MemberStore;
  readonly revocations: RevocationsStore;
  readonly scheduled: ScheduledStore;
  readonly reminders: ReminderStore;
  readonly alarm: Alarm;
  readonly buckets: Buckets;
  readonly now: () => number;
  /** Calls under way, so that a repeat waits for the first instead of racing it. */
  readonly telling = new Map<Holder, Promise<boolean>>();
  /** What is posted at its time, each channel's in order. */
  readonly sending: Queues<ChannelId>;
  /** What Slackbot brings at its time. */
  readonly reminding: Queues<'reminders'>;
  readonly #deps: PersonDeps;
  readonly #schema: Schema;
  #copy: PersonCopy | undefined;
  readonly #credentials = new Map<CredentialId, Credential>();
  readonly #byHash = new Map<string, Credential>();
  readonly #memberships = new Map<ChannelId, MembershipRow>();
  readonly #mentions = new Map<ChannelId, number>();
  readonly #threads: ThreadStore;
  readonly #stars: StarStore;
  readonly #reacted: ReactedStore;
  readonly #preferenceStore: PreferenceStore;
  #preferences: Preferences = {};
  /** By channel, the messages that are starred; 0 is the channel itself. */
  readonly #starred = new Map<ChannelId, Set<number>>();
  readonly #pushes: Pushes;
  readonly #owed = new Map<Holder, OwedRevocation>();
  #version = 0;

  constructor(deps: PersonDeps) {
    this.#deps = deps;
    this.now = deps.now;
    this.store = new MemberStore(deps.storage.sql);
    this.revocations = new RevocationsStore(deps.storage.sql);
    this.scheduled = new ScheduledStore(deps.storage.sql);
    this.reminders = new ReminderStore(deps.storage.sql);
    this.#stars = new StarStore(deps.storage.sql);
    this.#reacted = new ReactedStore(deps.storage.sql);
    this.#preferenceStore = new PreferenceStore(deps.storage.sql);
    this.sending = new Queues(deps.now);
    this.reminding = new Queues(deps.now);
    this.alarm = new Alarm(deps.storage);
    this.#threads = new ThreadStore(deps.storage.sql);
    this.#pushes = new Pushes(deps);
    this.buckets = new Buckets(deps.limits);
    this.#schema = new Schema(deps.storage, memberMigrations);
    this.#load();
  }

  get objects(): PersonDeps['objects'] {
    return this.#deps.objects;
  }

  /** Whether anything was ever written: before that there is no table to read from. */
  get hasRows(): boolean {
    return this.#schema.exists;
  }

  get copy(): PersonCopy | undefined {
    return this.#copy;
  }

  /** Of marks, mentions, threads and preferences: rises by one with each change, and each is pushed. */
  get version(): number {
    return this.#version;
  }

  /** Of their clients; what they wish of one channel is in its membership. */
  get preferences(): Preferences {
    return this.#preferences;
  }

  credential(id: CredentialId): Credential | undefined {
    return this.#credentials.get(id);
  }

  credentialByHash(hash: string): Credential | undefined {
    return this.#byHash.get(hash);
  }

  credentials(): Credential[] {
    return [...this.#credentials.values()];
  }

  membershipRow(channelId: ChannelId): MembershipRow | undefined {
    return this.#memberships.get(channelId);
  }

  membership(channelId: ChannelId): Membership | undefined {
    const row = this.#memberships.get(channelId);
    if (row?.is_member !== 1) return undefined;
    return {
      channelId,
      joinedSeq: row.seq,
      markOrdinal: row.mark_ordinal,
      markTs: row.mark_ts,
      mentions: this.#mentionsOf(row),
      isMarkedUnread: row.is_marked_unread === 1,
      muted: row.muted === 1,
      level: row.level,
      isOpen: isOpen(row),
      isStarred: this.#starred.get(row.channel)?.has(0) === true,
      hasStars: [...(this.#starred.get(row.channel) ?? [])].some((seq) => seq > 0),
    };
  }

  memberships(): Membership[] {
    return [...this.#memberships.keys()]
      .map((id) => this.membership(id))
      .filter((found) => found !== undefined);
  }

  /**
   * One change, one synchronous transaction, then the pushes of it. A throw leaves nothing behind: memory is read
   * anew, since it may have learned what was not written.
   */
  transact<T>(write: () => T): T {
    this.#schema.ensure();
    const written = this.#write(write);
    this.#pushes.send(this.#copy);
    return written;
  }

  #write<T>(write: () => T): T {
    try {
      return this.#deps.storage.transactionSync(write);
    } catch (error) {
      this.#pushes.drop();
      this.#load();
      throw error;
    }
  }

  /** In a transaction. */
  saveCopy(copy: PersonCopy): void {
    this.store.savePerson(copy);
    this.#copy = copy;
  }

  /** In a transaction. */
  addCredential(credential: Credential): void {
    this.store.insertCredential(credential);
    this.#remember(credential);
  }

  /** In a transaction. From here on no call by them succeeds. */
  revoke(credentials: readonly Credential[]): void {
    const nowMs = this.now();
    this.store.revokeCredentials(
      credentials.map(({ id }) => id),
      nowMs,
    );
    for (const credential of credentials) this.#remember({ ...credential, revoked: nowMs });
  }

  /** In a transaction. */
  forget(credentials: readonly Credential[]): void {
    const ids = credentials.map(({ id }) => id);
    this.store.deleteCredentials(ids);
    this.revocations.deleteSocketsOf(ids);
    for (const { id, hash } of credentials) {
      this.#credentials.delete(id);
      this.#byHash.delete(hash);
    }
  }

  /** What a holder of sockets must still be told. */
  owed(holder: Holder): OwedRevocation | undefined {
    return this.#owed.get(holder);
  }

  allOwed(): OwedRevocation[] {
    return [...this.#owed.values()];
  }

  /** In a transaction, with the alarm that sees to it. */
  saveOwed(owed: OwedRevocation): void {
    this.revocations.saveOwed(owed);
    this.#owed.set(owed.holder, owed);
    this.alarm.armBy(owed.due);
  }

  /** In a transaction. */
  clearOwed(holder: Holder): void {
    this.revocations.clearOwed(holder);
    this.#owed.delete(holder);
  }

  /** In a transaction: a row that this person's sockets are not told of. */
  saveMembership(row: MembershipRow): void {
    this.store.saveMembership(row);
    this.#memberships.set(row.channel, row);
    this.#mentions.delete(row.channel);
  }

  /** In a transaction: a change of marks or mentions, at the next version. */
  saveMark(row: Omit<MembershipRow, 'version'>): void {
    this.#saveNext(row, channelMarked);
  }

  /** In a transaction: a change of what the person wants of a channel, at the next version. */
  savePreferences(row: Omit<MembershipRow, 'version'>): void {
    this.#saveNext(row, channelPreferences);
  }

  /** In a transaction: all of what the person wishes of their clients, at the next version. */
  saveOwnPreferences(preferences: Preferences): void {
    this.#version += 1;
    const version = this.#version;
    this.#preferenceStore.save({ preferences, version });
    this.#preferences = preferences;
    this.#pushes.add(() => ({ type: 'preferences_changed', preferences, version }));
  }

  /** In a transaction: in the person's list or out of it, at the next version. */
  saveOpenness(row: Omit<MembershipRow, 'version'>): void {
    this.#saveNext(row, (membership, version) =>
      opennessEvent(this.#requireCopy().userId, membership, version),
    );
  }

  /** In a transaction: a change of a thread, at the next version. It may take mentions back. */
  saveThread(row: Omit<ThreadRow, 'version'>, type: ThreadEventName): void {
    this.#version += 1;
    const version = this.#version;
    this.#threads.save({ ...row, version });
    this.#mentions.delete(row.channel);
    this.#pushes.add(() => {
      const mentions = this.membership(row.channel)?.mentions ?? 0;
      return threadEvent(type, markOf(row), mentions, version);
    });
  }

  /** In a transaction: what was said in a channel is no longer this person's. */
  forgetChannel(channelId: ChannelId): void {
    this.store.deleteMentionsOf(channelId);
    this.#threads.deleteOf(channelId);
    this.#mentions.delete(channelId);
  }

  /** Undefined before anything was ever written: there is no table to read from. */
  get stars(): StarStore | undefined {
    return this.#schema.exists ? this.#stars : undefined;
  }

  get reactions(): ReactedStore | undefined {
    return this.#schema.exists ? this.#reacted : undefined;
  }

  /** In a transaction: starred or no longer, at the next version. */
  saveStar(row: Omit<StarRow, 'version'>): void {
    this.#version += 1;
    const after = { ...row, version: this.#version };
    this.#stars.save(after);
    this.#rememberStar(after);
    this.#pushes.add(() => starEvent(this.#requireCopy().userId, starOf(after), after.version));
  }

  /** In a transaction: a copy, of which nobody is told. */
  saveReacted(row: ReactedRow): void {
    this.#reacted.save(row);
  }

  starsAfter(version: number): Star[] {
    return this.stars?.changedAfter(version).map((row) => starOf(row)) ?? [];
  }

  threadRow(channelId: ChannelId, threadTs: Timestamp): ThreadRow | undefined {
    return this.#schema.exists ? this.#threads.get(channelId, threadTs) : undefined;
  }

  threadRows(channelId: ChannelId, threads: readonly Timestamp[]): ThreadRow[] {
    return this.#schema.exists ? this.#threads.among(channelId, threads) : [];
  }

  followedThreads(limit: number): ThreadMark[] {
    return this.#schema.exists ? this.#threads.followed(limit).map((row) => markOf(row)) : [];
  }

  threadsAfter(version: number): ThreadMark[] {
    return this.#schema.exists ? this.#threads.changedAfter(version).map((row) => markOf(row)) : [];
  }

  #saveNext(
    row: Omit<MembershipRow, 'version'>,
    event: (membership: Membership, version: number) => PersonalEvent,
  ): void {
    this.#version += 1;
    const version = this.#version;
    this.saveMembership({ ...row, version });
    this.#pushes.add(() => event(this.#requireMembership(row.channel), version));
  }

  #requireCopy(): PersonCopy {
    if (this.#copy === undefined) throw new Error('the person was never made');
    return this.#copy;
  }

  #rememberStar({ channel, seq, deleted }: StarRow): void {
    const seqs = this.#starred.get(channel) ?? new Set();
    this.#starred.set(channel, seqs);
    if (deleted === 0) seqs.add(seq);
    else seqs.delete(seq);
  }

  #requireMembership(channelId: ChannelId): Membership {
    const membership = this.membership(channelId);
    if (membership === undefined) throw new Error(`the person is not in ${channelId}`);
    return membership;
  }

  #mentionsOf(row: MembershipRow): number {
    const known = this.#mentions.get(row.channel);
    if (known !== undefined) return known;
    const count = this.store.mentionsAbove(row);
    this.#mentions.set(row.channel, count);
    return count;
  }

  #remember(credential: Credential): void {
    this.#credentials.set(credential.id, credential);
    this.#byHash.set(credential.hash, credential);
  }

  #load(): void {
    for (const memory of [this.#credentials, this.#byHash, this.#memberships, this.#mentions]) memory.clear();
    this.#owed.clear();
    this.#starred.clear();
    this.#copy = undefined;
    this.#preferences = {};
    this.#version = 0;
    if (!this.#schema.exists) return;
    this.#copy = this.store.person();
    for (const credential of this.store.credentials()) this.#remember(credential);
    for (const owed of this.revocations.owed()) this.#owed.set(owed.holder, owed);
    for (const row of this.store.memberships()) {
      this.#memberships.set(row.channel, row);
      this.#version = Math.max(this.#version, row.version);
    }
    for (const row of this.#stars.standing()) this.#rememberStar(row);
    const { preferences, version } = this.#preferenceStore.read();
    this.#preferences = preferences;
    this.#version = Math.max(
      this.#version,
      version,
      this.#threads.newestVersion(),
      this.#stars.newestVersion(),
    );
  }
}
