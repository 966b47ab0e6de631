import { parseArgs } from 'node:util';

export interface SoakOptions {
  readonly minutes: number;
  /** Decides what is done; when it happens the machine decides. */
  readonly seed: number;
}

const minutesUsual = 10;

export function readSoakOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: 'string' }, seed: { type: 'string' } },
  });
  const minutes = Number(values.minutes ?? minutesUsual);
  if (!(minutes > 0)) throw new Error('--minutes wants a number above 0');
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!Number.isInteger(seed)) throw new Error('--seed wants a whole number');
  return { minutes, seed };
}
