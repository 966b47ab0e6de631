import type { Cores } from '../measure/machine.ts';
import type { Line } from '../measure/line.ts';

export interface Bench {
  readonly rounds: number;
  /** Tiny sizes, to see that it works: the numbers mean nothing. */
  readonly isQuick: boolean;
  readonly cores: Cores;
  say(text: string): void;
}

export interface Scenario {
  readonly letter: string;
  readonly title: string;
  run(bench: Bench): Promise<Line[]>;
}
