import { readConfiguration } from '../../tests/support/read-configuration.ts';
import type { HouseOptions } from '../../tests/support/house-options.ts';
import type { Verbs } from '../worker/worker.ts';
import type { Address } from '../generator/commands.ts';
import { startServer, type Server } from './server.ts';
import { edgewiseScript } from './worker-script.ts';

type Person = Awaited<ReturnType<Verbs['people']>>[number];

/** Edgewise under raw Miniflare, with a workspace in it. */
export interface Edgewise extends Server {
  readonly generalId: string;
  /** The owner is the first. All are in #general. */
  readonly people: readonly Person[];
  addressOf(person: Pick<Person, 'token'>): Address;
  channel(name: string, people: readonly Person[], posts: number): Promise<string>;
  meter(): Promise<Awaited<ReturnType<Verbs['meter']>>>;
}

export interface EdgewiseSettings {
  readonly people: number;
  readonly shards?: number;
  /** Counts rows and calls, which costs time. */
  readonly metered?: boolean;
}

const many = { perSecond: 1_000_000, burst: 1_000_000 };
/** Of one credential and one channel: a bench is many people's worth from few. */
const withoutLimits = JSON.stringify({
  tier3: many,
  tier4: many,
  posting: many,
  channelPostsPerSecond: 1_000_000,
});
const peopleAtOnce = 100;

export async function startEdgewise(settings: EdgewiseSettings): Promise<Edgewise> {
  const script = await edgewiseScript();
  const server = await startServer({
    name: 'Edgewise',
    entry: new URL('../../tests/support/house-process.ts', import.meta.url),
    options: (port, dataDir): HouseOptions => ({
      script,
      port,
      dataDir,
      configuration: readConfiguration('wrangler.toml'),
      bindings: {
        AUTH_SECRET: 'a secret of the bench, longer than thirty-two',
        RATE_LIMITS: withoutLimits,
        BENCH_METER: settings.metered === true ? '1' : '0',
      },
    }),
  });
  const say = async <Verb extends keyof Verbs>(
    verb: Verb,
    input: unknown,
  ): Promise<Awaited<ReturnType<Verbs[Verb]>>> => {
    const body = JSON.stringify(input);
    const response = await fetch(`http://127.0.0.1:${server.port}/bench/${verb}`, { method: 'POST', body });
    if (!response.ok) throw new Error(`bench/${verb} answered ${response.status}`);
    return (await response.json()) as Awaited<ReturnType<Verbs[Verb]>>;
  };
  const { teamId, generalId, people } = await say('workspace', { shards: settings.shards ?? 1 });
  const owner = { teamId, userId: people[0]?.userId, role: 'owner' };
  const all = [...people];
  while (all.length < settings.people) {
    const count = Math.min(peopleAtOnce, settings.people - all.length);
    all.push(...(await say('people', { owner, count })));
  }
  return {
    ...server,
    generalId,
    people: all,
    addressOf: ({ token }) => ({ url: `ws://127.0.0.1:${server.port}/gateway`, token }),
    channel: (name, members, posts) =>
      say('channel', { owner, name, userIds: members.map(({ userId }) => userId), posts }),
    meter: () => say('meter', {}),
  };
}
