import { useEffect, useRef } from 'react';
import type { Place } from './place.ts';
import { actOn } from './shortcuts.ts';
import { useWorkspace } from './workspace-context.ts';

/** What keys do anywhere in the room. What a field or a menu handles itself stops there. */
export function useShortcuts(place: Place): void {
  const workspace = useWorkspace();
  const now = useRef(place);
  now.current = place;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (actOn(event, now.current, workspace)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [workspace]);
}
