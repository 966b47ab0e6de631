import { atom } from 'nanostores';
import type { FocusEvent, PointerEvent } from 'react';

interface Shown {
  readonly target: Element;
  readonly text: string;
  readonly keys: string | undefined;
}
export const $tooltip = atom<Shown | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;
const delayMs = 400;

export function showTooltip(next: Shown | undefined, afterMs: number): void {
  clearTimeout(timer);
  if (next === undefined) $tooltip.set(undefined);
  else timer = setTimeout(() => $tooltip.set(next), $tooltip.get() === undefined ? afterMs : 0);
}

/** Handlers that show what a control is called, to those who see: a screen reader has the label already. */
export function useTooltip(says: string | (() => string), keys?: string) {
  const read = (): string => (typeof says === 'string' ? says : says());
  return {
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === 'mouse')
        showTooltip({ target: event.currentTarget, text: read(), keys }, delayMs);
    },
    onPointerLeave: () => showTooltip(undefined, 0),
    onPointerDown: () => showTooltip(undefined, 0),
    onFocus: (event: FocusEvent) => {
      if (event.currentTarget.matches(':focus-visible'))
        showTooltip({ target: event.currentTarget, text: read(), keys }, 0);
    },
    onBlur: () => showTooltip(undefined, 0),
  };
}
