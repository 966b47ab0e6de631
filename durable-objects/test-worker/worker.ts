import { DurableObject } from 'cloudflare:workers';

export { Counter } from '../counter/counter.ts';
export { Store } from '../store/store.ts';

/** What development's outbox is to the Store. */
export class Outbox extends DurableObject {
  readonly #mails: { readonly to: string }[] = [];

  send(mail: { readonly to: string }): void {
    this.#mails.unshift(mail);
  }

  list(to: string): unknown[] {
    return this.#mails.filter((mail) => mail.to === to);
  }
}

export default { fetch: () => new Response(null, { status: 404 }) };
