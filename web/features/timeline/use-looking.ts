import { useEffect, useRef } from 'react';

/** Tells the store whether the newest message is seen: at the end, in a window that is visible and has the focus. */
export function useLooking(isAtEnd: boolean, tell: (isLooking: boolean) => void): void {
  const say = useRef(tell);
  say.current = tell;
  useEffect(() => {
    const look = (): void =>
      say.current(isAtEnd && document.visibilityState === 'visible' && document.hasFocus());
    look();
    globalThis.addEventListener('focus', look);
    globalThis.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      globalThis.removeEventListener('focus', look);
      globalThis.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isAtEnd]);
  useEffect(() => () => say.current(false), []);
}
