import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../platform/env.ts';
import { objectsOf } from '../../platform/objects.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import type { ChannelId, CredentialId } from '../../protocol/ids.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import type { CredentialRequest, MemberObject, PersonCopy } from '../../protocol/objects/member.ts';
import { authenticate } from './authenticate.ts';
import { boot } from './boot.ts';
import { endSessionsOf, openCredential, revokeCredential, revokeEverything } from './credentials.ts';
import { mark } from './mark.ts';
import { Person } from './person.ts';
import { receive } from './receive.ts';
import { setPerson } from './set-person.ts';
import { issueTicket, redeemTicket } from './tickets.ts';

/** One person in one workspace. Only the switchboard: each verb has its file. */
export class Member extends DurableObject<Env> implements MemberObject {
  readonly #person: Person;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#person = new Person({
      storage: ctx.storage,
      objects: objectsOf(env),
      limits: rateLimitsOf(env),
      now: () => Date.now(),
      waitUntil: (work) => {
        ctx.waitUntil(work);
      },
    });
  }

  async setPerson(copy: PersonCopy) {
    setPerson(this.#person, copy);
  }

  async authenticate(request: CredentialRequest) {
    return authenticate(this.#person, request);
  }

  async openCredential(request: Parameters<MemberObject['openCredential']>[0]) {
    return openCredential(this.#person, request);
  }

  async revokeCredential(credentialId: CredentialId) {
    return revokeCredential(this.#person, credentialId);
  }

  async revokeEverything() {
    revokeEverything(this.#person);
  }

  async endSessionsOf(accountSessionIds: readonly string[] | 'all') {
    endSessionsOf(this.#person, accountSessionIds);
  }

  async memberships() {
    return this.#person.memberships();
  }

  async membership(channelId: ChannelId) {
    return this.#person.membership(channelId);
  }

  async mark(channelId: ChannelId, position: { ordinal: number; ts: string }) {
    return mark(this.#person, channelId, position);
  }

  async receive(delivery: MemberDelivery) {
    receive(this.#person, delivery);
  }

  async boot(credentialId: CredentialId) {
    return boot(this.#person, credentialId);
  }

  async issueTicket(credentialId: CredentialId) {
    return issueTicket(this.#person, credentialId);
  }

  async redeemTicket(ticket: string) {
    return redeemTicket(this.#person, ticket);
  }
}
