import { shardOf } from '../../domain/shard.ts';
import type { Objects } from '../../platform/objects.ts';
import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';
import type { ChannelId, CredentialId } from '../../protocol/ids.ts';
import type { Membership, PersonCopy } from '../../protocol/objects/member.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { Schema } from '../log/schema.ts';
import { withinLimit } from '../log/time-limit.ts';
import { Buckets } from './buckets.ts';
import { memberMigrations } from './schema.ts';
import { MemberStore } from './store.ts';
import type { Credential, MembershipRow } from './store.ts';

export interface PersonDeps {
  readonly storage: DurableObjectStorage;
  readonly objects: Objects;
  readonly limits: RateLimits;
  readonly now: () => number;
  readonly waitUntil: (work: Promise<unknown>) => void;
}

const pushLimitMs = 5_000;

/**
 * A person as the verbs of their Member see them. All of it is kept in memory, so that authenticating reads no
 * row; revocation is written here too, so the memory is exact.
 */
export class Person {
  readonly store: MemberStore;
  readonly buckets: Buckets;
  readonly now: () => number;
  readonly #deps: PersonDeps;
  readonly #schema: Schema;
  #copy: PersonCopy | undefined;
  readonly #credentials = new Map<CredentialId, Credential>();
  readonly #byHash = new Map<string, Credential>();
  readonly #memberships = new Map<ChannelId, MembershipRow>();
  readonly #mentions = new Map<ChannelId, number>();
  #version = 0;

  constructor(deps: PersonDeps) {
    this.#deps = deps;
    this.now = deps.now;
    this.store = new MemberStore(deps.storage.sql);
    this.buckets = new Buckets(deps.limits);
    this.#schema = new Schema(deps.storage, memberMigrations);
    this.#load();
  }

  get copy(): PersonCopy | undefined {
    return this.#copy;
  }

  /** Of the marks and mentions: rises by one with each change, and each is pushed. */
  get version(): number {
    return this.#version;
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
    };
  }

  memberships(): Membership[] {
    return [...this.#memberships.keys()]
      .map((id) => this.membership(id))
      .filter((found) => found !== undefined);
  }

  /**
   * One change, one synchronous transaction. A throw leaves nothing behind: memory is read anew, since it may have
   * learned what was not written.
   */
  transact<T>(write: () => T): T {
    this.#schema.ensure();
    try {
      return this.#deps.storage.transactionSync(write);
    } catch (error) {
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
    this.store.deleteCredentials(credentials.map(({ id }) => id));
    for (const { id, hash } of credentials) {
      this.#credentials.delete(id);
      this.#byHash.delete(hash);
    }
  }

  /** In a transaction: a row that this person's sockets are not told of. */
  saveMembership(row: MembershipRow): void {
    this.store.saveMembership(row);
    this.#memberships.set(row.channel, row);
    this.#mentions.delete(row.channel);
  }

  /** In a transaction: a change of marks or mentions, at the next version. Afterwards `push` tells the sockets. */
  saveMark(row: Omit<MembershipRow, 'version'>): void {
    this.#version += 1;
    this.saveMembership({ ...row, version: this.#version });
  }

  /** After the commit, and not awaited: a push that is lost is noticed by its version. */
  push(channelId: ChannelId): void {
    const copy = this.#copy;
    const row = this.#memberships.get(channelId);
    if (copy === undefined || row === undefined) return;
    const { teamId, userId, shards } = copy;
    const event = {
      type: 'channel_marked' as const,
      channel: channelId,
      ts: row.mark_ts as Timestamp,
      ordinal: row.mark_ordinal,
      mentions: this.#mentionsOf(row),
      version: row.version,
    };
    const gateway = this.#deps.objects.gateway(teamId, shardOf(userId, shards.count));
    const pushed = gateway.push({ teamId, userId, version: row.version, event });
    this.#deps.waitUntil(withinLimit('push', pushLimitMs, pushed).catch(logPushFailure));
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
    this.#copy = undefined;
    this.#version = 0;
    if (!this.#schema.exists) return;
    this.#copy = this.store.person();
    for (const credential of this.store.credentials()) this.#remember(credential);
    for (const row of this.store.memberships()) {
      this.#memberships.set(row.channel, row);
      this.#version = Math.max(this.#version, row.version);
    }
  }
}

function logPushFailure(error: unknown): void {
  console.warn(JSON.stringify({ event: 'push_failed', reason: String(error) }));
}
