import { useStore } from '@nanostores/react';
import { useEffect, useRef } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';

/**
 * Tells the store whether the newest message is seen: at the end, in a window that is visible and has the focus. For a
 * person who reads by Esc alone, looking is not seeing.
 */
export function useLooking(isAtEnd: boolean, tell: (isLooking: boolean) => void): void {
  const isReading = useStore(useWorkspace().$wishes).read_by !== 'escape' && isAtEnd;
  const say = useRef(tell);
  say.current = tell;
  useEffect(() => {
    const look = (): void =>
      say.current(isReading && document.visibilityState === 'visible' && document.hasFocus());
    look();
    globalThis.addEventListener('focus', look);
    globalThis.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      globalThis.removeEventListener('focus', look);
      globalThis.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isReading]);
  useEffect(() => () => say.current(false), []);
}
