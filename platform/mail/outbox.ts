import type { Mailer } from './port.ts';

/** Mail into the outbox that a developer reads: one object, bound in development alone (dev/worker.ts). */
export function outboxMailer(namespace: DurableObjectNamespace): Mailer {
  return {
    // A stub is made for each mail: one that threw is spent.
    send: (mail) => (namespace.get(namespace.idFromName('outbox')) as unknown as Mailer).send(mail),
  };
}
