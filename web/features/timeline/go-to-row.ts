import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

type Align = 'start' | 'center' | 'auto';

/**
 * Answers what scrolls to a row and finds it, whatever comes meanwhile: the list goes there within some frames, while
 * rows on the way are measured, by the row's number, which becomes another row's when older ones come.
 */
export function useGoToRow(
  list: Virtualizer<HTMLElement, HTMLElement>,
  keys: readonly string[],
): (index: number, align: Align) => void {
  const goal = useRef<{ key: string | undefined; index: number; align: Align }>(undefined);
  const go = (index: number, align: Align): void => {
    goal.current = { key: keys[index], index, align };
    list.scrollToIndex(index, { align });
  };
  useLayoutEffect(() => {
    const { key, index, align } = goal.current ?? {};
    if (key === undefined || align === undefined || !isUnderWayTo(list, index)) return;
    const now = keys.indexOf(key);
    if (now !== -1 && now !== index) go(now, align);
  }, [keys]);
  return go;
}

/** Its own state, for nothing that it offers says so; its end has a number, too. */
function isUnderWayTo(list: Virtualizer<HTMLElement, HTMLElement>, index: number | undefined): boolean {
  const state: unknown = list['scrollState'];
  if (typeof state !== 'object' || state === null || !('index' in state)) return false;
  return state.index === index && !('toEnd' in state && state.toEnd === true);
}
