import type { TeamId, UserId } from '../ids.ts';
import type { RateTier } from '../methods/method.ts';
import type { Outcome } from '../refusal.ts';

export interface Account {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  /** Somebody read a code that was sent to this address. */
  readonly isProved: boolean;
  readonly mayCreateWorkspaces: boolean;
}

/** Who an account is in one workspace. */
export interface Place {
  readonly teamId: TeamId;
  readonly userId: UserId;
  readonly name: string;
  readonly domain: string;
  /**
   * The address was proved after this account came here, so that whoever came may have been someone else. Every
   * session and token of this person must be revoked, then `settlePlace` called, before anything is given to
   * the one who signs in. It stays set until then, whatever dies between.
   */
  readonly mustRevoke: boolean;
}

export interface AccountState {
  readonly account: Account;
  /** Of the account session that asks: a workspace session remembers by which one it was opened. */
  readonly sessionId: string;
  readonly places: readonly Place[];
}

/** `token` is `ewa-…`, shown here alone. */
export interface SignedIn extends AccountState {
  readonly token: string;
}

export type SignInRequest = { readonly email: string } & (
  { readonly code: string } | { readonly password: string }
);
export interface PasswordRequest {
  readonly email: string;
  readonly password: string;
}
/** A session of an account, as its holder may see it. Times in milliseconds. */
export interface AccountSession {
  readonly id: string;
  readonly created: number;
  readonly expires: number;
}

/** `sign_up_closed`: the policy takes nobody new, also not by an invitation. */
type PasswordError = 'invalid_email' | 'invalid_password' | 'account_exists' | 'sign_up_closed';
type SetUpError = 'invitation_not_found' | 'invitation_used';

/**
 * Accounts and which workspaces they are in. Whoever calls has counted the call first (Counter): a password costs
 * 60 ms of the object. An answer never tells whether an address has an account, but for `account_exists`, which
 * only the holder of an invitation gets.
 */
export interface StoreObject {
  /**
   * Mails a code of six digits for ten minutes, if the policy lets this address in. The answer is the same if not.
   * `mail_not_configured` says nothing about the address.
   */
  requestCode(request: {
    readonly email: string;
  }): Promise<Outcome<object, 'invalid_email' | 'mail_not_configured'>>;

  /**
   * With a code: proves the address, and makes the account if the policy lets strangers in. The first proof drops
   * every password and session from before it, and marks its places `mustRevoke`. `code_expired` also stands for
   * too many tries. With a password: `invalid_credentials`, whatever of the two was wrong.
   */
  signIn(
    request: SignInRequest,
  ): Promise<Outcome<SignedIn, 'invalid_code' | 'code_expired' | 'invalid_credentials'>>;

  /** The sessions of this one's account, oldest first, itself among them. */
  sessions(token: string): Promise<Outcome<{ sessions: AccountSession[] }, 'invalid_auth'>>;

  /**
   * Ends these sessions of this one's account; others are passed over. Workspace sessions are the Members' to end:
   * first those, then these, so that a caller who got no answer can still repeat it.
   */
  endSessions(request: {
    readonly token: string;
    readonly sessionIds: readonly string[];
  }): Promise<Outcome<object, 'invalid_auth'>>;

  /**
   * Sets or changes the password, in a session that proved the address by a code or came by the invitation that made
   * the account; any other is `session_not_proved`. Other sessions stay.
   */
  setPassword(request: {
    readonly token: string;
    readonly password: string;
  }): Promise<Outcome<object, 'invalid_auth' | 'invalid_password' | 'session_not_proved'>>;

  /** Whose session this is. With `tier` one call of that rate is taken, of the account's own, in memory. */
  getAccount(token: string, tier?: RateTier): Promise<Outcome<AccountState, 'invalid_auth' | 'ratelimited'>>;

  /**
   * For the holder of a valid invitation, which the caller has checked: makes the account with this password, not
   * proved, or signs in where it exists with this password. `account_exists`: another password; sign in first.
   * A repeat is safe.
   */
  acceptWithPassword(request: PasswordRequest): Promise<Outcome<SignedIn, PasswordError>>;

  /** Whether the one-time link of this deployment's owner has this secret and is still good. */
  getSetUp(secret: string): Promise<Outcome<object, SetUpError>>;

  /** As `acceptWithPassword`, by the owner's link, once: this account may create workspaces. */
  setUpOnce(
    request: PasswordRequest & { readonly secret: string },
  ): Promise<Outcome<SignedIn, PasswordError | SetUpError>>;

  /** Records a workspace for listings. A repeat changes name and domain. */
  recordWorkspace(workspace: {
    readonly teamId: TeamId;
    readonly name: string;
    readonly domain: string;
  }): Promise<Outcome<object, 'domain_taken'>>;

  /**
   * Records who an account is in a workspace. The first one stands: the answer is the person's id as it stands, so
   * call it with a fresh id before the person is made, and a repeat makes no second person.
   */
  linkWorkspace(link: {
    readonly accountId: string;
    readonly teamId: TeamId;
    readonly userId: UserId;
  }): Promise<{ readonly userId: UserId }>;

  /** After every session and token of a `mustRevoke` place was revoked. */
  settlePlace(place: { readonly teamId: TeamId; readonly userId: UserId }): Promise<void>;
}
