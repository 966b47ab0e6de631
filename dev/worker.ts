import main from '../workers/main.ts';
import { isServedHost } from './outbox/guard.ts';
import { serveOutbox, type OutboxEnv } from './outbox/serve.ts';

export { Channel, Counter, Directory, Gateway, Member, Store } from '../workers/main.ts';
export { Outbox } from './outbox/outbox.ts';

type DevEnv = Parameters<typeof main.fetch>[1] & OutboxEnv & { readonly DEV_HOSTS?: string };

/** Development's entry: what is deployed, behind a guard of the host, with the outbox beside it. */
export default {
  ...main,
  fetch(request: Request, env: DevEnv, ctx: ExecutionContext): Response | Promise<Response> {
    if (!isServedHost(request, env.DEV_HOSTS ?? ''))
      return new Response('This development server does not answer to that host: set HOST to serve it.\n', {
        status: 421,
      });
    if (new URL(request.url).pathname === '/dev/outbox') return serveOutbox(request, env);
    return main.fetch(request, env, ctx);
  },
};
