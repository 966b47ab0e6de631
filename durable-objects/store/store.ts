import { DurableObject } from 'cloudflare:workers';
import { accountsMigrations } from '../../db/accounts/migrations.ts';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { accountsOn } from '../../platform/auth/accounts.ts';
import { authLibraryOn } from '../../platform/auth/better-auth.ts';
import type { Accounts } from '../../platform/auth/port.ts';
import { parseSignUpPolicy } from '../../platform/auth/sign-up-policy.ts';
import { embedded } from '../../platform/database/embedded.ts';
import { engineOf } from '../../platform/database/engine.ts';
import { isMigrated, migrateEmbedded } from '../../platform/database/migrate-embedded.ts';
import type { Env } from '../../platform/env.ts';
import { outboxMailer } from '../../platform/mail/outbox.ts';
import { Buckets } from '../../platform/rate-limits/buckets.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import type { RateTier } from '../../protocol/methods/method.ts';
import type { StoreObject } from '../../protocol/objects/store.ts';
import { refuse } from '../../protocol/refusal.ts';

type Bindings = Pick<
  Env,
  'AUTH_SECRET' | 'OUTBOX' | 'RATE_LIMITS' | 'SETUP_SECRET' | 'SIGN_UP_DOMAINS' | 'SIGN_UP_POLICY'
>;
type Request<Verb extends keyof StoreObject> = Parameters<StoreObject[Verb]>[0];

/** The embedded database: accounts and the list of workspaces, in one object for the deployment. */
export class Store extends DurableObject<Bindings> implements StoreObject {
  #accounts: Accounts | undefined;
  #buckets: Buckets | undefined;

  requestCode(request: Request<'requestCode'>) {
    return this.#open().requestCode(request);
  }

  signIn(request: Request<'signIn'>) {
    return this.#open().signIn(request);
  }

  async sessions(token: string) {
    // As for getAccount.
    if (!isMigrated(this.ctx.storage)) return refuse('invalid_auth');
    return this.#open().sessions(token);
  }

  endSessions(request: Request<'endSessions'>) {
    return this.#open().endSessions(request);
  }

  setPassword(request: Request<'setPassword'>) {
    return this.#open().setPassword(request);
  }

  async getAccount(token: string, tier?: RateTier) {
    // Asked by anybody with any token: an object that was never written to stays empty.
    if (!isMigrated(this.ctx.storage)) return refuse('invalid_auth');
    const found = await this.#open().getAccount(token);
    if (!found.ok || tier === undefined) return found;
    this.#buckets ??= new Buckets(rateLimitsOf(this.env));
    const retryAfterSeconds = this.#buckets.take(found.account.id, tier, Date.now());
    return retryAfterSeconds === undefined ? found : refuse('ratelimited', { retryAfterSeconds });
  }

  acceptWithPassword(request: Request<'acceptWithPassword'>) {
    return this.#open().acceptWithPassword(request);
  }

  getSetUp(secret: string) {
    return this.#open().getSetUp(secret);
  }

  setUpOnce(request: Request<'setUpOnce'>) {
    return this.#open().setUpOnce(request);
  }

  recordWorkspace(workspace: Request<'recordWorkspace'>) {
    return this.#open().recordWorkspace(workspace);
  }

  linkWorkspace(link: Request<'linkWorkspace'>) {
    return this.#open().linkWorkspace(link);
  }

  settlePlace(place: Request<'settlePlace'>) {
    return this.#open().settlePlace(place);
  }

  // Once for each instance: building better-auth costs more than most calls.
  #open(): Accounts {
    return (this.#accounts ??= this.#build());
  }

  #build(): Accounts {
    const { AUTH_SECRET, OUTBOX, SETUP_SECRET, SIGN_UP_DOMAINS, SIGN_UP_POLICY } = this.env;
    // A short one is guessed, and with it every code that the database holds.
    if (AUTH_SECRET.length < 32) throw new Error('AUTH_SECRET must have at least 32 characters');
    migrateEmbedded(this.ctx.storage, accountsMigrations);
    const db = embedded(engineOf(this.ctx.storage), accountsSchema);
    return accountsOn({
      db,
      library: authLibraryOn(db, AUTH_SECRET),
      policy: parseSignUpPolicy(SIGN_UP_POLICY, SIGN_UP_DOMAINS),
      mailer: OUTBOX && outboxMailer(OUTBOX),
      setupSecret: SETUP_SECRET,
      defer: (work) => this.ctx.waitUntil(work.catch(logLostMail)),
      now: () => new Date(),
    });
  }
}

// Nobody waits for it any more, so the log is the only place to say it.
function logLostMail(error: unknown): void {
  console.error('a mail was not taken', error);
}
