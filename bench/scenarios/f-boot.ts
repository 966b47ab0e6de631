import { gzipSync } from 'node:zlib';
import { ask } from '../../dev/client.ts';
import { Generator } from '../generator/generator.ts';
import { lineOf, type Goal, type Line } from '../measure/line.ts';
import { percentile } from '../measure/statistics.ts';
import { startEdgewise, type Edgewise } from '../servers/edgewise.ts';
import type { Bench, Scenario } from './scenario.ts';

const words = [
  'release',
  'design',
  'harbour',
  'support',
  'billing',
  'events',
  'hiring',
  'kitchen',
  'lunch',
  'infra',
];

export const boot: Scenario = {
  letter: 'F',
  title: 'boot: the list of 500 channels',
  async run(bench) {
    const timed = await filled(bench, false);
    const generator = new Generator(bench.cores);
    const address = timed.addressOf(reader(timed));
    const times = bench.isQuick ? 5 : 40;
    const rounds = { hello50: [], hello99: [], connect50: [], bytes: [], gzipped: [] } as Record<
      string,
      number[]
    >;
    await generator.ask('boot', { address, times: 5 });
    for (let round = 0; round < bench.rounds; round += 1) {
      const booted = await generator.ask('boot', { address, times });
      rounds['hello50']?.push(percentile(booted.helloMillis, 0.5));
      rounds['hello99']?.push(percentile(booted.helloMillis, 0.99));
      rounds['connect50']?.push(percentile(booted.connectMillis, 0.5));
      rounds['bytes']?.push(booted.bytes / 1_000);
      rounds['gzipped']?.push(booted.gzipped / 1_000);
    }
    const slack = await slackShaped(timed);
    await timed.kill();
    const objects = await objectsAsked(bench, generator);
    generator.stop();
    const own = (metric: string): readonly number[] => rounds[metric] ?? [];
    const gzipped = own('gzipped');
    const line = (
      what: string,
      unit: string,
      values: readonly number[],
      ...goals: readonly Omit<Goal, 'of'>[]
    ): Line =>
      lineOf(
        'F',
        what,
        unit,
        { Edgewise: values },
        goals.map((goal) => ({ of: 'value', ...goal })),
      );
    return [
      line('hello p50, after its frame', 'ms', own('hello50'), { atMost: 15 }),
      line('hello p99', 'ms', own('hello99'), { atMost: 50 }),
      line('p50, from connecting', 'ms', own('connect50')),
      line('hello', 'kB', own('bytes')),
      line('hello, gzip', 'kB', gzipped, { atMost: 12 }),
      line('the same in Slack’s objects, gzip', 'kB', [slack]),
      line(
        'how much smaller',
        '×',
        gzipped.map((size) => slack / size),
        { atLeast: 10 },
      ),
      line('objects asked', '', [objects], { atMost: 3 }),
    ];
  },
};

const reader = ({ people }: Edgewise) => people[0] ?? { token: '' };

interface Filled extends Edgewise {
  readonly channels: readonly string[];
}

async function filled(bench: Bench, metered: boolean): Promise<Filled> {
  const count = bench.isQuick ? 30 : 500;
  const edgewise = await startEdgewise({ people: 2, metered });
  bench.say(`making ${count} channels`);
  const channels: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const name = `${words[made % words.length] ?? ''}-${words[(made * 7 + 3) % words.length] ?? ''}-${made}`;
    // In every third one something is unread.
    const posts = made % 3 === 0 ? 1 + (made % 7) : 0;
    channels.push(await edgewise.channel(name, edgewise.people, posts));
  }
  return { ...edgewise, channels };
}

/**
 * What clients of Slack's API ask for instead: each channel's object, and its newest message, which tells whether it is
 * unread. In our own answers, which have fewer fields than Slack's.
 */
async function slackShaped(edgewise: Filled): Promise<number> {
  const url = `http://127.0.0.1:${edgewise.port}`;
  const { token } = reader(edgewise);
  const answers: object[] = [];
  for (const channel of edgewise.channels) {
    const { channel: object } = await ask(url, 'conversations.info', token, { channel });
    const { messages } = await ask(url, 'conversations.history', token, { channel, limit: 1 });
    answers.push({ ...object, latest: messages[0] });
  }
  return gzipSync(JSON.stringify(answers)).length / 1_000;
}

/** Calls that objects took for one socket, beside the frames of the socket itself. */
async function objectsAsked(bench: Bench, generator: Generator): Promise<number> {
  const edgewise = await filled({ ...bench, isQuick: true }, true);
  const address = edgewise.addressOf(reader(edgewise));
  await generator.ask('boot', { address, times: 1 });
  const before = (await edgewise.meter()).calls;
  await generator.ask('boot', { address, times: 1 });
  const { calls } = await edgewise.meter();
  await edgewise.kill();
  const called = Object.keys(calls).filter((name) => calls[name] !== before[name]);
  return new Set(called.map((name) => name.split('.')[0])).size;
}
