import type { ChannelId, CredentialId } from '../ids.ts';
import type { RateTier, TokenKind } from '../methods/method.ts';
import type { Outcome } from '../refusal.ts';
import type { Scope } from '../scopes.ts';
import type { Actor, Caller } from './caller.ts';
import type { MemberDelivery } from './delivery.ts';

/** What a Member keeps of one channel that its person is in. */
export interface Membership {
  readonly channelId: ChannelId;
  readonly joinedSeq: number;
  /** The read mark: everything up to this top-level ordinal is read. */
  readonly markOrdinal: number;
  readonly markTs: string;
  readonly mentions: number;
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

export interface MemberBoot {
  readonly caller: Caller;
  readonly version: number;
  readonly memberships: Membership[];
}

/** One person in one workspace: sessions and tokens, read marks, own channels. */
export interface MemberObject {
  /** Called by the Directory: makes the person, or brings the copy up to date. */
  setPerson(copy: PersonCopy): Promise<void>;
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
  /** Exact: after the answer no call by it succeeds. */
  revokeCredential(credentialId: CredentialId): Promise<{ revoked: boolean }>;
  /**
   * Every session and token of this person, with the exactness of `revokeCredential`: the address of their account
   * was proved by someone who may be somebody else (Place.mustRevoke in store.ts). A repeat changes nothing.
   */
  revokeEverything(): Promise<void>;
  /** Sessions that an account session opened. */
  endSessionsOf(accountSessionIds: readonly string[] | 'all'): Promise<void>;

  memberships(): Promise<Membership[]>;
  membership(channelId: ChannelId): Promise<Membership | undefined>;
  /** Forward only: a mark behind the present one changes nothing. The person's gateway is told. */
  mark(
    channelId: ChannelId,
    position: { ordinal: number; ts: string },
  ): Promise<Outcome<object, 'not_in_channel'>>;
  /** From a Channel; safe to repeat. */
  receive(delivery: MemberDelivery): Promise<void>;
  /** For a socket's first frames: is the credential still good, and everything personal, at one version. */
  boot(
    credentialId: CredentialId,
  ): Promise<Outcome<MemberBoot, 'token_revoked' | 'account_inactive' | 'token_expired'>>;
  /** A ticket of one use, good for 30 s, for a socket that cannot send a header. In memory is not enough: it is a row. */
  issueTicket(credentialId: CredentialId): Promise<{ ticket: string }>;
  redeemTicket(ticket: string): Promise<Outcome<{ caller: Caller }, 'invalid_auth'>>;
}
