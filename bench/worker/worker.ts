import * as measured from '../../workers/main.ts';
import type { Env } from '../../platform/env.ts';
import { countCalls, meter, woke } from './meter.ts';
import { seedChannel, seedPeople, seedWorkspace } from './seed.ts';

export { Counter, Store } from '../../workers/main.ts';

type BenchEnv = Env & { readonly BENCH_METER?: string };

export class Channel extends measured.Channel {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    woke('Channel', ctx, env);
    countCalls('Channel', measured.Channel.prototype, env);
    super(ctx, env);
  }
}
export class Member extends measured.Member {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    woke('Member', ctx, env);
    countCalls('Member', measured.Member.prototype, env);
    super(ctx, env);
  }
}
export class Directory extends measured.Directory {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    woke('Directory', ctx, env);
    countCalls('Directory', measured.Directory.prototype, env);
    super(ctx, env);
  }
}
export class Gateway extends measured.Gateway {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    woke('Gateway', ctx, env);
    countCalls('Gateway', measured.Gateway.prototype, env);
    super(ctx, env);
  }
}

/** What the bench asks for besides. */
const verbs = {
  workspace: seedWorkspace,
  people: seedPeople,
  channel: seedChannel,
  meter: async () => meter,
} as const;
export type Verbs = typeof verbs;

/** What is deployed, with a side door through which a bench fills it and reads its meter. Never deployed itself. */
export default {
  async fetch(request: Request, env: BenchEnv, ctx: ExecutionContext): Promise<Response> {
    const [, door, verb = ''] = new URL(request.url).pathname.split('/');
    if (door !== 'bench') return measured.default.fetch(request, env, ctx);
    const run = (verbs as Record<string, (env: Env, input: never) => Promise<unknown>>)[verb];
    return run === undefined
      ? new Response('no such verb\n', { status: 404 })
      : Response.json(await run(env, await request.json<never>()));
  },
};
