/** Mulberry32: one seed, one run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/** 1, 2, 3 …; more of them by the variable SEEDS. */
export const seedsOf = (usual: number): number[] =>
  Array.from({ length: Number(process.env['SEEDS'] ?? usual) }, (_, index) => index + 1);
