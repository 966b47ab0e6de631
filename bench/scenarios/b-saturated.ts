import { lineOf } from '../measure/line.ts';
import { cpuOf, interleave, startSubjects, type Measured, type Subject } from './crowds.ts';
import type { Scenario } from './scenario.ts';

/** One message at a time is one frame each; from many at a time a hot channel makes batches. */
const oneByOne = 1;
const many = 64;

export const saturated: Scenario = {
  letter: "B'",
  title: '1,000 sockets in one channel, as much as goes',
  async run(bench) {
    const sockets = bench.isQuick ? 40 : 1_000;
    const seconds = bench.isQuick ? 1 : 5;
    // socket.io is asked for its latency alone: it stores nothing, and `ws` is the limit already.
    const subjects = await startSubjects(bench, { people: sockets, peers: ['room DO', 'ws'] });
    for (const { name, generator, targetOf } of subjects) {
      bench.say(`opening ${sockets} sockets: ${name}`);
      await generator.ask('open', targetOf(sockets));
    }
    const samples = await interleave(bench, subjects, async (subject) => {
      await subject.generator.ask('pace', { perSecond: 2, count: 3 });
      const slow = await saturate(subject, oneByOne, seconds);
      const hot = await saturate(subject, many, seconds);
      return {
        sends: slow['frames'] ?? 0,
        cpuOfSend: slow['cpu'] ?? 0,
        busySlow: slow['busy'] ?? 0,
        deliveries: hot['deliveries'] ?? 0,
        cpuOfDelivery: hot['cpu'] ?? 0,
        busyHot: hot['busy'] ?? 0,
      };
    });
    for (const subject of subjects) await subject.stop();
    return [
      lineOf("B'", 'sends, one message at a time', '1/s', samples('sends'), [
        { of: 'value', atLeast: 18_000 },
        { of: 'room DO', atLeast: 0.85 },
      ]),
      lineOf("B'", 'CPU per send', 'µs', samples('cpuOfSend')),
      lineOf("B'", 'generator busy', '%', samples('busySlow')),
      lineOf("B'", `deliveries, ${many} at a time`, '1/s', samples('deliveries'), [
        { of: 'value', atLeast: 50_000 },
        { of: 'room DO', atLeast: 2 },
      ]),
      lineOf("B'", 'CPU per delivery', 'µs', samples('cpuOfDelivery')),
      lineOf("B'", 'generator busy', '%', samples('busyHot')),
    ];
  },
};

async function saturate(subject: Subject, inFlight: number, seconds: number): Promise<Measured> {
  const { cpuMs, output } = await cpuOf(subject, () =>
    subject.generator.ask('saturate', { inFlight, seconds }),
  );
  return {
    frames: output.frames / output.seconds,
    deliveries: output.deliveries / output.seconds,
    cpu: (cpuMs * 1_000) / output.deliveries,
    busy: output.busy * 100,
  };
}
