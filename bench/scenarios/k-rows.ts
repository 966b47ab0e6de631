import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../../dev/client.ts';
import { Generator } from '../generator/generator.ts';
import { lineOf, type Line } from '../measure/line.ts';
import { startEdgewise, type Edgewise } from '../servers/edgewise.ts';
import type { Scenario } from './scenario.ts';

const kinds = ['Channel', 'Gateway', 'Member', 'Directory'] as const;
/** Alarms and cursors of a message are written within this. */
const settledMs = 3_000;
/** $1 for a million rows; a person's month is 30 days of so many. */
const messagesOfDay = 40;
const marksOfDay = 60;
const priceMax = 0.011;

export const rows: Scenario = {
  letter: 'K',
  title: 'rows written and objects called, per message',
  async run(bench) {
    const edgewise = await startEdgewise({ people: 10, metered: true });
    const generator = new Generator(bench.cores);
    const target = {
      wire: 'edgewise',
      addresses: edgewise.people.map((person) => edgewise.addressOf(person)),
      channel: edgewise.generalId,
    } as const;
    await generator.ask('open', target);
    const alone = await counted(edgewise, bench.isQuick ? 2 : 8, async (count) => {
      for (let sent = 0; sent < count; sent += 1) {
        await generator.ask('pace', { perSecond: 1, count: 1 });
        await wait(settledMs);
      }
    });
    const stream = await counted(edgewise, bench.isQuick ? 50 : 400, (count) =>
      generator.ask('pace', { perSecond: 20, count }),
    );
    const burst = await counted(edgewise, bench.isQuick ? 100 : 600, (count) =>
      generator.ask('pace', { perSecond: 200, count }),
    );
    const writers = edgewise.people.slice(0, -1);
    const byHttp = await counted(edgewise, bench.isQuick ? 5 : 40, (count) =>
      postByHttp(edgewise, writers, count),
    );
    const marks = await counted(edgewise, bench.isQuick ? 5 : 40, (count) => markAll(edgewise, count));
    generator.stop();
    await edgewise.kill();
    const month = ((messagesOfDay * total(alone) + marksOfDay * total(marks)) * 30) / 1e6;
    return [
      ...linesOf('alone', alone, 4),
      ...linesOf('in a stream of 20 a second', stream, 3),
      ...linesOf('in a burst of 200 a second', burst, 3),
      line('calls of objects, by a socket', '', stream.calls, { atMost: 5 }),
      line('calls of objects, by HTTP', '', byHttp.calls, { atMost: 5 }),
      line('rows of a mark', '', total(marks), { atMost: 1 }),
      line('a person’s month of rows, all alone', '$', month, { atMost: priceMax }),
    ];
  },
};

interface Counted {
  readonly rows: Readonly<Record<string, number>>;
  readonly read: number;
  readonly calls: number;
}

const total = ({ rows }: Counted): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

function linesOf(how: string, counted: Counted, channelMost: number): Line[] {
  return [
    ...kinds.map((kind) =>
      line(
        `rows ${how}: ${kind}`,
        '',
        counted.rows[kind] ?? 0,
        kind === 'Channel' ? { atMost: channelMost } : {},
      ),
    ),
    line(`rows ${how}: all`, '', total(counted), { atMost: 8 }),
    line(`rows read ${how}`, '', counted.read),
  ];
}

const line = (what: string, unit: string, value: number, goal: { atMost?: number } = {}): Line =>
  lineOf('K', what, unit, { Edgewise: [value] }, goal.atMost === undefined ? [] : [{ of: 'value', ...goal }]);

/** What the objects wrote and were called for it, for each of `count`. */
async function counted(
  edgewise: Edgewise,
  count: number,
  work: (count: number) => Promise<unknown>,
): Promise<Counted> {
  await wait(settledMs);
  const before = await edgewise.meter();
  await work(count);
  await wait(settledMs);
  const after = await edgewise.meter();
  const sum = (of: Record<string, number>): number => Object.values(of).reduce((all, one) => all + one, 0);
  // A frame of a socket and an alarm are no call of one object by another.
  const isCall = (name: string): boolean => !/\.(webSocket\w+|alarm)$/.test(name);
  const callsIn = (calls: Record<string, number>): number =>
    sum(Object.fromEntries(Object.entries(calls).filter(([name]) => isCall(name))));
  return {
    rows: Object.fromEntries(
      Object.entries(after.rows).map(([kind, written]) => [
        kind,
        (written - (before.rows[kind] ?? 0)) / count,
      ]),
    ),
    read: (sum(after.rowsRead) - sum(before.rowsRead)) / count,
    calls: (callsIn(after.calls) - callsIn(before.calls)) / count,
  };
}

async function postByHttp(
  { port, generalId: channel }: Edgewise,
  writers: Edgewise['people'],
  count: number,
): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    const { token } = writers[sent % writers.length] ?? {};
    await ask(`http://127.0.0.1:${port}`, 'chat.postMessage', token, { channel, text: `by HTTP ${sent}` });
    await wait(50);
  }
}

/** By one who did not write them: on, message by message. */
async function markAll({ port, people, generalId: channel }: Edgewise, count: number): Promise<void> {
  const url = `http://127.0.0.1:${port}`;
  const token = people.at(-1)?.token;
  const { messages } = await ask(url, 'conversations.history', token, { channel, limit: count });
  for (const { ts } of messages.toReversed()) await ask(url, 'conversations.mark', token, { channel, ts });
}
