import { lineOf } from '../measure/line.ts';
import { percentile } from '../measure/statistics.ts';
import { cpuOf, interleave, startSubjects } from './crowds.ts';
import type { Scenario } from './scenario.ts';

const perSecond = 10;

export const twoIdle: Scenario = {
  letter: 'A',
  title: 'two users, idle: sent → stored → at both',
  async run(bench) {
    const count = bench.isQuick ? 20 : 100;
    const subjects = await startSubjects(bench, { people: 2 });
    for (const { generator, targetOf } of subjects) await generator.ask('open', targetOf(2));
    const samples = await interleave(bench, subjects, async (subject) => {
      // Wakes what slept while the others had their turn.
      await subject.generator.ask('pace', { perSecond, count: 10 });
      const { cpuMs, output } = await cpuOf(subject, () =>
        subject.generator.ask('pace', { perSecond, count }),
      );
      return {
        p50: percentile(output.millis, 0.5),
        p99: percentile(output.millis, 0.99),
        cpu: cpuMs / count,
      };
    });
    for (const subject of subjects) await subject.stop();
    return [
      lineOf('A', 'p50', 'ms', samples('p50'), [
        { of: 'value', atMost: 4 },
        { of: 'room DO', atMost: 1.5 },
      ]),
      lineOf('A', 'p99', 'ms', samples('p99'), [
        { of: 'value', atMost: 12 },
        { of: 'room DO', atMost: 1.5 },
      ]),
      lineOf('A', 'CPU per message', 'ms', samples('cpu')),
    ];
  },
};
