import { slope } from './statistics.ts';

/** What a page held, when it had been through so much. */
export interface Held {
  /** Messages that it was told of so far. */
  readonly messages: number;
  readonly value: number;
}

export interface Growth {
  readonly first: number;
  readonly last: number;
  /** For each message, with its standard error: what samples scatter by is no growth. */
  readonly perMessage: number;
  readonly error: number;
  /**
   * After that many messages, if it goes on like this: at its least, twice the error below. Undefined where that is
   * far beyond what was seen: a window that fills and pieces of code that come would be taken for growth without end.
   */
  projected(messages: number): number | undefined;
}

/** Undefined while there are too few samples to tell growth from scatter. */
export function growthOf(all: readonly Held[]): Growth | undefined {
  // At first code is compiled and pieces of it come: that is no growth either.
  const samples = all.slice(Math.ceil(all.length * warmingUp));
  const [first, last] = [samples[0], samples.at(-1)];
  if (samples.length < samplesLeast || first === undefined || last === undefined) return undefined;
  const perMessage = slope(samples.map(({ messages, value }) => ({ x: messages, y: value })));
  const meanX = mean(samples.map(({ messages }) => messages));
  const meanY = mean(samples.map(({ value }) => value));
  const squares = samples.map(
    ({ messages, value }) => (value - meanY - perMessage * (messages - meanX)) ** 2,
  );
  const spread = samples.reduce((sum, { messages }) => sum + (messages - meanX) ** 2, 0);
  const error = Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / (samples.length - 2) / spread);
  const certain = Math.max(0, perMessage - 2 * error);
  return {
    first: first.value,
    last: last.value,
    perMessage,
    error,
    projected: (messages) =>
      messages > (last.messages - first.messages) * farthest
        ? undefined
        : last.value + certain * Math.max(0, messages - last.messages),
  };
}

const warmingUp = 0.2;
const samplesLeast = 5;
/** Times what the samples span. */
const farthest = 40;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
