import { lineOf } from '../measure/line.ts';
import { percentile } from '../measure/statistics.ts';
import { cpuOf, interleave, startSubjects } from './crowds.ts';
import type { Scenario } from './scenario.ts';

const perSecond = 1;

export const crowd: Scenario = {
  letter: 'B',
  title: '1,000 sockets in one channel, 1 message a second: at the last one',
  async run(bench) {
    const sockets = bench.isQuick ? 40 : 1_000;
    const count = bench.isQuick ? 4 : 12;
    const subjects = await startSubjects(bench, { people: sockets });
    for (const { name, generator, targetOf } of subjects) {
      bench.say(`opening ${sockets} sockets: ${name}`);
      await generator.ask('open', targetOf(sockets));
    }
    const samples = await interleave(bench, subjects, async (subject) => {
      await subject.generator.ask('pace', { perSecond: 2, count: 3 });
      const { cpuMs, output } = await cpuOf(subject, () =>
        subject.generator.ask('pace', { perSecond, count }),
      );
      return {
        p50: percentile(output.millis, 0.5),
        p99: percentile(output.millis, 0.99),
        cpu: (cpuMs * 1_000) / (count * sockets),
      };
    });
    for (const subject of subjects) await subject.stop();
    const ratios = [
      { of: 'room DO', atMost: 1.3 },
      { of: 'ws', atMost: 2.2 },
    ] as const;
    return [
      lineOf('B', 'p50 of the last', 'ms', samples('p50'), [{ of: 'value', atMost: 60 }, ...ratios]),
      lineOf('B', 'p99 of the last', 'ms', samples('p99'), [{ of: 'value', atMost: 120 }, ...ratios]),
      lineOf('B', 'CPU per delivery', 'µs', samples('cpu')),
    ];
  },
};
