import type { Address } from '../generator/commands.ts';
import { lineOf } from '../measure/line.ts';
import { percentile } from '../measure/statistics.ts';
import { startEdgewise } from '../servers/edgewise.ts';
import { startRoom } from '../servers/peers.ts';
import { cpuOf, interleave, servedBy, type Served } from './crowds.ts';
import type { Bench, Scenario } from './scenario.ts';

const page = 50;
const perSecond = 50;
/** As many as a busy server is asked by at once. */
const inFlight = 16;

/** What is read of a server. */
interface Read extends Served {
  readonly addresses: readonly Address[];
}

export const history: Scenario = {
  letter: 'D',
  title: `history: the newest ${page} messages of a channel, by HTTP`,
  async run(bench) {
    const posts = bench.isQuick ? 100 : 5_000;
    const count = bench.isQuick ? 20 : 300;
    const seconds = bench.isQuick ? 1 : 5;
    const subjects = [await edgewiseWith(bench, posts), await roomWith(bench, posts)];
    const samples = await interleave(bench, subjects, async (subject) => {
      const { addresses } = subject;
      // Wakes what slept while the others had their turn.
      await subject.generator.ask('read', { addresses, perSecond, count: 20 });
      const paced = await cpuOf(subject, () =>
        subject.generator.ask('read', { addresses, perSecond, count }),
      );
      const hard = await subject.generator.ask('readHard', { addresses, inFlight, seconds });
      return {
        p50: percentile(paced.output.millis, 0.5),
        p99: percentile(paced.output.millis, 0.99),
        cpu: paced.cpuMs / count,
        reads: hard.reads / hard.seconds,
        busy: hard.busy * 100,
      };
    });
    for (const subject of subjects) await subject.stop();
    return [
      lineOf('D', 'p50', 'ms', samples('p50'), [{ of: 'value', atMost: 3 }]),
      lineOf('D', 'p99', 'ms', samples('p99'), [{ of: 'value', atMost: 10 }]),
      lineOf('D', 'CPU per page', 'ms', samples('cpu')),
      lineOf('D', `pages, ${inFlight} at a time`, '1/s', samples('reads'), [{ of: 'value', atLeast: 1_000 }]),
      lineOf('D', 'generator busy', '%', samples('busy')),
    ];
  },
};

/** Ten people read a channel that all are in. */
async function edgewiseWith(bench: Bench, posts: number): Promise<Read> {
  const edgewise = await startEdgewise({ people: 10 });
  bench.say(`posting ${posts} messages: Edgewise`);
  const channel = await edgewise.channel('history', edgewise.people, posts);
  const url = `http://127.0.0.1:${edgewise.port}/api/conversations.history?channel=${channel}&limit=${page}`;
  const addresses = edgewise.people.map(({ token }) => ({ url, token }));
  return { ...servedBy(bench, edgewise), addresses };
}

/** As many rows with the same words, read by whoever asks. */
async function roomWith(bench: Bench, posts: number): Promise<Read> {
  const room = await startRoom();
  const url = `http://127.0.0.1:${room.port}/room`;
  const filled = await fetch(`${url}?count=${posts}`, { method: 'POST' });
  if (!filled.ok) throw new Error(`the room answered ${filled.status}`);
  return { ...servedBy(bench, room), addresses: [{ url: `${url}?limit=${page}` }] };
}
