import { lineOf, type Samples } from '../measure/line.ts';
import { Generator } from '../generator/generator.ts';
import type { Recovery, Target } from '../generator/commands.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { startEdgewise } from '../servers/edgewise.ts';
import { startWs } from '../servers/peers.ts';
import type { Server } from '../servers/server.ts';
import type { Bench, Scenario } from './scenario.ts';

const socketsOfOne = 5;
const channelSize = 20;

export const killed: Scenario = {
  letter: 'G',
  title: '2,000 sockets, writers on, server killed',
  async run(bench) {
    const sockets = bench.isQuick ? 60 : 2_000;
    const people = sockets / socketsOfOne;
    const edgewise = await startEdgewise({ people, shards: 2 });
    const channels: string[] = [];
    for (let from = 0; from < people; from += channelSize) {
      const members = edgewise.people.slice(from, from + channelSize);
      channels.push(await edgewise.channel(`team-${from}`, members, 0));
    }
    const everybody = edgewise.people.flatMap((person) =>
      Array.from({ length: socketsOfOne }, () => edgewise.addressOf(person)),
    );
    // Channels have other members; the owner, who made them, is in all.
    const writers = Array.from({ length: 5 }, () => edgewise.people[0]?.token ?? '');
    const ws = await startWs();
    const bare = Array.from({ length: sockets }, () => ({ url: `ws://127.0.0.1:${ws.port}` }));

    const runs: { own: Recovery; bare: Recovery }[] = [];
    const rounds = Math.min(bench.rounds, 3);
    for (let round = 0; round < rounds; round += 1) {
      bench.say(`round ${round + 1}: Edgewise`);
      const own = await cut(bench, edgewise, { wire: 'edgewise', addresses: everybody }, (generator) =>
        generator.ask('write', {
          api: `http://127.0.0.1:${edgewise.port}`,
          tokens: writers,
          channels,
          perSecond: 20,
        }),
      );
      bench.say(`round ${round + 1}: ws`);
      runs.push({ own, bare: await cut(bench, ws, { wire: 'plain', addresses: bare }) });
    }
    await edgewise.kill();
    await ws.kill();
    const both = (of: (recovery: Recovery) => number): Samples => ({
      Edgewise: runs.map(({ own }) => of(own)),
      ws: runs.map(({ bare }) => of(bare)),
    });
    const count = (what: string, of: (recovery: Recovery) => number, atMost?: number) =>
      lineOf(
        'G',
        what,
        '',
        { Edgewise: [runs.reduce((sum, { own }) => sum + of(own), 0)] },
        atMost === undefined ? [] : [{ of: 'value', atMost }],
      );
    return [
      lineOf(
        'G',
        'kill → all caught up',
        's',
        both(({ caughtUpMs }) => caughtUpMs / 1_000),
        [
          { of: 'value', atMost: 6 },
          { of: 'ws', atMost: 3 },
        ],
      ),
      lineOf(
        'G',
        'of it, until the port answers',
        's',
        both(({ answeredMs }) => answeredMs / 1_000),
      ),
      count('gaps', ({ gaps }) => gaps, 0),
      count('doubles', ({ doubles }) => doubles, 0),
      count('acknowledged and lost', ({ lost }) => lost, 0),
      count('acknowledged', ({ acknowledged }) => acknowledged),
      count('frames passed over', ({ repeats }) => repeats),
      count('resets', ({ resets }) => resets, 0),
    ];
  },
};

async function cut(
  { cores }: Bench,
  server: Server,
  target: Target,
  write: (generator: Generator) => Promise<unknown> = async () => undefined,
): Promise<Recovery> {
  const generator = new Generator(cores);
  await generator.ask('follow', target);
  await write(generator);
  await wait(2_000);
  const cutAt = Date.now();
  await server.kill();
  const recovered = generator.ask('recovered', { cutAt });
  await server.start();
  const recovery = await recovered;
  generator.stop();
  return recovery;
}
