import type { Reading, Shown } from './read-timeline.ts';

export interface Difference {
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  /** Shown, and not stored. */
  readonly unknown: readonly string[];
  readonly misplaced: readonly string[];
  /** The right message with other words, reactions or counts. */
  readonly stale: readonly string[];
}

/** What a browser shows against what is stored, both oldest first. Of a reading that stops midway the rest is not judged. */
export function compare(
  stored: readonly Shown[],
  { rows, reachesBeginning }: Pick<Reading, 'rows' | 'reachesBeginning'>,
): Difference {
  const ids = stored.map(idOf);
  const shownIds = rows.map(idOf);
  const start = reachesBeginning ? 0 : Math.max(0, ids.indexOf(shownIds[0] ?? ''));
  const wanted = ids.slice(start);
  const known = new Set(ids);
  const shownOnce = new Set(shownIds);
  const states = new Map(stored.map((row) => [idOf(row), row]));
  const common = wanted.filter((id) => shownOnce.has(id));
  const commonShown = [...shownOnce].filter((id) => known.has(id));
  return {
    missing: wanted.filter((id) => !shownOnce.has(id)),
    doubled: shownIds.filter((id, index) => shownIds.indexOf(id) !== index),
    unknown: [...shownOnce].filter((id) => !known.has(id)),
    misplaced: commonShown.filter((id, index) => common[index] !== id),
    stale: rows.filter((row) => known.has(idOf(row)) && states.get(idOf(row)) !== row),
  };
}

/** Writer and number: what stays when a message is edited. */
export const idOf = (row: Shown): string => /^\w-\d+/.exec(row)?.[0] ?? '';

export const isSame = (difference: Difference): boolean =>
  Object.values(difference).every((faults: readonly string[]) => faults.length === 0);
