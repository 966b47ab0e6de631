import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../../dev/client.ts';
import { lineOf } from '../measure/line.ts';
import { percentile } from '../measure/statistics.ts';
import { startEdgewise, type Edgewise } from '../servers/edgewise.ts';
import type { Scenario } from './scenario.ts';

/** How long all have to be scheduled before the first is due. */
const headStartSeconds = 5;
const pollMs = 200;
/** Of one author in a channel, in five minutes. */
const perChannel = 30;

export const scheduled: Scenario = {
  letter: 'S',
  title: 'scheduled messages: how late they are',
  async run(bench) {
    const people = bench.isQuick ? 4 : 40;
    const edgewise = await startEdgewise({ people });
    const spread = await latenesses(edgewise, bench.isQuick ? 5 : perChannel, (index) => index);
    const atOnce = await latenesses(edgewise, bench.isQuick ? 5 : perChannel, () => 0);
    await edgewise.kill();
    return [
      ...linesOf(`${people} authors, each one a second`, spread),
      ...linesOf(`${people} authors, all at one second`, atOnce),
    ];
  },
};

/** No goals: it is the time from the second that was asked for to the message's `ts`, and depends on the machine. */
const linesOf = (how: string, millis: readonly number[]) =>
  ([0.5, 0.99] as const).map((share) =>
    lineOf('S', `${how}: p${share * 100}`, 'ms', { Edgewise: [percentile(millis, share)] }),
  );

/** Each author schedules `count` in a channel of their own. */
async function latenesses(
  edgewise: Edgewise,
  count: number,
  secondOf: (index: number) => number,
): Promise<number[]> {
  const url = `http://127.0.0.1:${edgewise.port}`;
  const rooms = await Promise.all(
    edgewise.people.map(async (person, index) => ({
      token: person.token,
      channel: await edgewise.channel(`later-${Date.now()}-${index}`, [person], 0),
    })),
  );
  const first = Math.ceil(Date.now() / 1_000) + headStartSeconds + count;
  for (let index = 0; index < count; index += 1) {
    const args = { text: String(index), post_at: first + secondOf(index) };
    await Promise.all(
      rooms.map(({ token, channel }) => ask(url, 'chat.scheduleMessage', token, { channel, ...args })),
    );
  }
  const millis: number[] = [];
  for (const { token, channel } of rooms) {
    for (;;) {
      const { messages } = await ask(url, 'conversations.history', token, { channel, limit: 200 });
      const sent = messages.filter(({ client_msg_id: id = '' }) => id.startsWith('Q'));
      if (sent.length === count) {
        millis.push(...sent.map(({ ts, text }) => (Number(ts) - first - secondOf(Number(text))) * 1_000));
        break;
      }
      await wait(pollMs);
    }
  }
  return millis;
}
