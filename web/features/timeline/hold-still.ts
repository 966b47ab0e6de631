import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';

type List = Virtualizer<HTMLElement, HTMLElement>;

/**
 * Keeps what one reads where it is while rows above it turn out to be of another height than they were taken for: they
 * are measured in the commit that brings them, and the place is moved by the difference before anything is painted.
 * Left to itself the list measures a frame later whoever comes while one scrolls, takes what comes into sight at once
 * for something below, and what was seen before for known. Answers what a row is to be given as its `ref`.
 */
export function useHoldStill(list: List, keys: readonly string[]): (row: HTMLElement | null) => void {
  /** The topmost row of what was painted last. */
  const topmost = useRef<string>(undefined);
  list.shouldAdjustScrollPositionOnItemSizeChange = ({ key, index, start, end }) => {
    const top = list.scrollOffset ?? 0;
    const held = topmost.current === undefined ? -1 : keys.indexOf(topmost.current);
    const place = list.measurementsCache[held];
    if (place !== undefined && place.end > top && place.start < top + (list.scrollRect?.height ?? 0))
      return index < held;
    return list.itemSizeCache.has(key) ? end <= top : start < top;
  };
  useLayoutEffect(() => {
    topmost.current = keys[list.getVirtualItemForOffset(list.scrollOffset ?? 0)?.index ?? -1];
  });
  return useCallback(
    (row) => {
      const { isScrolling } = list;
      list.isScrolling = false;
      list.measureElement(row);
      list.isScrolling = isScrolling;
    },
    [list],
  );
}

/** As it is now, to the last part of a pixel: what is rounded for each of many rows adds up. */
export const heightOf = (row: HTMLElement): number =>
  Math.round(row.getBoundingClientRect().height * layoutUnits) / layoutUnits;
/** Of a pixel, in which browsers lay out. */
const layoutUnits = 64;
