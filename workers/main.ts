import type { Env } from '../platform/env.ts';
import { app } from './app.ts';

export { Channel } from '../durable-objects/channel/channel.ts';
export { Counter } from '../durable-objects/counter/counter.ts';
export { Directory } from '../durable-objects/directory/directory.ts';
export { Gateway } from '../durable-objects/gateway/gateway.ts';
export { Member } from '../durable-objects/member/member.ts';
export { Store } from '../durable-objects/store/store.ts';

export default {
  fetch: (request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> =>
    app.fetch(request, env, ctx),
};
