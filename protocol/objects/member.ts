import type { ChannelLevel } from '../channel-level.ts';
import type { ChannelId, CredentialId } from '../ids.ts';
import type { RateTier, TokenKind } from '../methods/method.ts';
import type { Preferences } from '../preferences.ts';
import type { Outcome } from '../refusal.ts';
import type { Scope } from '../scopes.ts';
import type { Actor, Caller } from './caller.ts';
import type { MemberDelivery } from './delivery.ts';
import type { Reading, ThreadMark } from './reading.ts';
import type { Reminding } from './reminding.ts';
import type { Saving, Star } from './saving.ts';
import type { Scheduling } from './scheduling.ts';

/** What a Member keeps of one channel that its person is in. */
export interface Membership {
  readonly channelId: ChannelId;
  readonly joinedSeq: number;
  /** The read mark: everything up to this top-level ordinal is read. */
  readonly markOrdinal: number;
  readonly markTs: string;
  readonly mentions: number;
  /** The person moved the mark back: nothing but an explicit mark moves it on. */
  readonly isMarkedUnread: boolean;
  readonly muted: boolean;
  readonly level: ChannelLevel;
  /** False of a direct channel or group that the person closed. */
  readonly isOpen: boolean;
  readonly isStarred: boolean;
  /** Whether a message in it is starred. */
  readonly hasStars: boolean;
}

/** A copy of what the Directory decides of this person; a lower `version` changes nothing. */
export interface PersonCopy extends Actor {
  readonly version: number;
  readonly isActive: boolean;
  readonly shards: { readonly count: number; readonly epoch: number };
}

export type CredentialError =
  | 'invalid_auth'
  | 'account_inactive'
  | 'token_revoked'
  | 'token_expired'
  | 'not_allowed_token_type'
  | 'missing_scope'
  | 'ratelimited';

export interface CredentialRequest {
  /** `xoxp-…`, `xoxb-…`, `xoxs-…`, whole. */
  readonly token: string;
  readonly allowed: readonly TokenKind[];
  readonly scope: Scope | undefined;
  /** Undefined: no token of the bucket is taken. */
  readonly tier: RateTier | undefined;
  /** A conversation whose membership the caller wants to know in the same call. */
  readonly channelId?: ChannelId;
}

/** Why a credential that was good no longer is. */
export type CredentialFault = 'account_inactive' | 'token_revoked' | 'token_expired';
/** It is stored; those who hold the open sockets did not confirm in time. A repeat of the call waits for them. */
type Late = 'service_unavailable';

/** A session or token as its person may see it. Times in milliseconds. */
export interface CredentialView {
  readonly id: CredentialId;
  readonly kind: 'session' | 'user' | 'bot';
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created: number;
  readonly expires?: number;
}

export interface MemberBoot {
  readonly caller: Caller;
  readonly version: number;
  readonly memberships: Membership[];
  /** Those that changed after the version that was asked for. */
  readonly threads: ThreadMark[];
  readonly stars: Star[];
  readonly preferences: Preferences;
}

/** One person in one workspace: sessions and tokens, read marks, own channels, what is to be sent for them later. */
export interface MemberObject extends Reading, Reminding, Saving, Scheduling {
  /**
   * Called by the Directory: makes the person, or brings the copy up to date. One who is deactivated loses every
   * session and token, and what was scheduled; that, and another role, is answered when their open sockets have it.
   */
  setPerson(copy: PersonCopy): Promise<Outcome<object, Late>>;
  /**
   * Authenticates, checks kind and scope, takes a token of the rate bucket, says whether the person is in the
   * channel: the one call that most API calls need. Never writes a row.
   */
  authenticate(
    request: CredentialRequest,
  ): Promise<Outcome<{ caller: Caller; membership: Membership | undefined }, CredentialError>>;
  /** The secret is in this answer and nowhere else. A session has every scope. */
  openCredential(request: {
    kind: 'session' | 'user' | 'bot';
    name: string;
    scopes: readonly Scope[];
    /** The account session that opened it: signing out of that ends this. */
    accountSessionId?: string;
  }): Promise<Outcome<{ credentialId: CredentialId; token: string }, 'invalid_auth'>>;
  /** Those that stand, oldest first. */
  credentials(): Promise<CredentialView[]>;
  /**
   * Exact: after the answer no call by it succeeds, and no frame comes on a socket that it opened. `of`: one of
   * another kind is not found. Late, no call succeeds either; the sockets end by the alarm, and a repeat waits for it.
   */
  revokeCredential(
    credentialId: CredentialId,
    of?: 'session' | 'token',
  ): Promise<Outcome<{ revoked: boolean }, Late>>;
  /**
   * Every session and token of this person, with the exactness of `revokeCredential`: the address of their account
   * was proved by someone who may be somebody else (Place.mustRevoke in store.ts). A repeat changes nothing.
   */
  revokeEverything(): Promise<Outcome<object, Late>>;
  /**
   * Sessions that these account sessions opened, with the exactness of `revokeCredential`; from here on they open
   * none. `everywhere`: whatever opened them.
   */
  endSessionsOf(accountSessionIds: readonly string[], everywhere?: boolean): Promise<Outcome<object, Late>>;
  /**
   * From a Channel, before a socket straight to it gets its first frame: where to look for it when its credential
   * is revoked. `socketId` is the Channel's own.
   */
  watch(socket: {
    readonly socketId: string;
    readonly channelId: ChannelId;
    readonly credentialId: CredentialId;
  }): Promise<Outcome<object, CredentialFault>>;
  /** It is closed. A call that is lost costs a row until its credential ends. */
  unwatch(socketId: string): Promise<void>;

  preferences(): Promise<Preferences>;
  /** Those that are named, each as a whole; answers all. What is so already is not written again. */
  changePreferences(changes: Preferences): Promise<Preferences>;

  memberships(): Promise<Membership[]>;
  membership(channelId: ChannelId): Promise<Membership | undefined>;
  /** Whether the person was in the channel once and is not now. */
  hasLeft(channelId: ChannelId): Promise<boolean>;
  /** From a Channel; safe to repeat. */
  receive(delivery: MemberDelivery): Promise<void>;
  /**
   * For a socket's first frames: is the credential still good, and everything personal, at one version. Threads and
   * stars only for one who says which version they have.
   */
  boot(credentialId: CredentialId, threadsAfter?: number): Promise<Outcome<MemberBoot, CredentialFault>>;
  /** A ticket of one use, good for 30 s, for a socket that cannot send a header. In memory is not enough: it is a row. */
  issueTicket(credentialId: CredentialId): Promise<{ ticket: string }>;
  redeemTicket(ticket: string): Promise<Outcome<{ caller: Caller }, 'invalid_auth'>>;
}
