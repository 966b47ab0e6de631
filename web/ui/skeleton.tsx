import { useEffect, useState } from 'react';
import css from './skeleton.module.css';

const delayMs = 300;

/** True once something has taken long enough that saying so is better than nothing. */
export function useSlow(isWaiting = true): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setSlow(true), delayMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isSlow;
}

/** Where messages will be. */
export function MessageSkeleton({ rows = 6, label }: { rows?: number; label: string }) {
  const isSlow = useSlow();
  return (
    <div role="status" aria-label={label}>
      {isSlow
        ? Array.from({ length: rows }, (_, index) => (
            <div key={index} className={css.row} aria-hidden>
              <span className={css.face} />
              <span>
                <span className={css.bar} style={{ width: `${96 + ((index * 37) % 60)}px` }} />
                <span className={css.bar} style={{ width: `${58 + ((index * 23) % 38)}%` }} />
              </span>
            </div>
          ))
        : null}
    </div>
  );
}
