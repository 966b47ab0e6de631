import { DurableObject } from 'cloudflare:workers';
import type { Accounts } from '../../platform/auth/port.ts';
import { isMigrated } from '../../platform/database/migrate-embedded.ts';
import { Buckets } from '../../platform/rate-limits/buckets.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import type { RateTier } from '../../protocol/methods/method.ts';
import type { StoreObject } from '../../protocol/objects/store.ts';
import { refuse } from '../../protocol/refusal.ts';
import type { Bindings } from './open-accounts.ts';

type Request<Verb extends keyof StoreObject> = Parameters<StoreObject[Verb]>[0];

/** The embedded database: accounts and the list of workspaces, in one object for the deployment. */
export class Store extends DurableObject<Bindings> implements StoreObject {
  #accounts: Accounts | undefined;
  #buckets: Buckets | undefined;

  async requestCode(request: Request<'requestCode'>) {
    return (await this.#open()).requestCode(request);
  }

  async signIn(request: Request<'signIn'>) {
    return (await this.#open()).signIn(request);
  }

  async sessions(token: string) {
    // As for getAccount.
    if (!isMigrated(this.ctx.storage)) return refuse('invalid_auth');
    return (await this.#open()).sessions(token);
  }

  async endSessions(request: Request<'endSessions'>) {
    return (await this.#open()).endSessions(request);
  }

  async setPassword(request: Request<'setPassword'>) {
    return (await this.#open()).setPassword(request);
  }

  async getAccount(token: string, tier?: RateTier) {
    // Asked by anybody with any token: an object that was never written to stays empty.
    if (!isMigrated(this.ctx.storage)) return refuse('invalid_auth');
    const found = await (await this.#open()).getAccount(token);
    if (!found.ok || tier === undefined) return found;
    this.#buckets ??= new Buckets(rateLimitsOf(this.env));
    const retryAfterSeconds = this.#buckets.take(found.account.id, tier, Date.now());
    return retryAfterSeconds === undefined ? found : refuse('ratelimited', { retryAfterSeconds });
  }

  async acceptWithPassword(request: Request<'acceptWithPassword'>) {
    return (await this.#open()).acceptWithPassword(request);
  }

  async getSetUp(secret: string) {
    return (await this.#open()).getSetUp(secret);
  }

  async setUpOnce(request: Request<'setUpOnce'>) {
    return (await this.#open()).setUpOnce(request);
  }

  async recordWorkspace(workspace: Request<'recordWorkspace'>) {
    return (await this.#open()).recordWorkspace(workspace);
  }

  async linkWorkspace(link: Request<'linkWorkspace'>) {
    return (await this.#open()).linkWorkspace(link);
  }

  async settlePlace(place: Request<'settlePlace'>) {
    return (await this.#open()).settlePlace(place);
  }

  /** Their libraries are half of the script: what signs nobody in comes to life without running them. */
  async #open(): Promise<Accounts> {
    const { openAccounts } = await import('./open-accounts.ts');
    return (this.#accounts ??= openAccounts(this.ctx, this.env));
  }
}
