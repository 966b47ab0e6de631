import { parseArgs } from 'node:util';

export interface Options {
  /** Of scenarios; empty means all. */
  readonly letters: readonly string[];
  readonly rounds: number;
  readonly isQuick: boolean;
  readonly json: string | undefined;
}

export function readOptions(args: readonly string[], roundsUsual = 5): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : roundsUsual));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a number of at least 1');
  // B′ by whatever stroke a keyboard has.
  const letters = positionals.map((letter) => letter.toUpperCase().replace(/[′’]|PRIME$/, "'"));
  return { letters, rounds, isQuick: values.quick, json: values.json };
}
