import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Where what had the focus is taken out of a pane, the focus goes to where the pane begins (`data-pane-focus`), not to
 * the whole page, from which every way by keys is long.
 */
export function useHeldFocus(): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    let last: Element | undefined;
    const remember = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : undefined;
    };
    const watch = new MutationObserver(() => {
      if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
      last = undefined;
      element.querySelector<HTMLElement>('[data-pane-focus]')?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', remember);
    watch.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, []);
  return pane;
}
