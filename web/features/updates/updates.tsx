import { useStore } from '@nanostores/react';
import RefreshCw from 'icon:refresh-cw';
import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Act } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { updateTexts } from './texts.ts';
import css from './updates.module.css';
import { watchVersions } from './watch.ts';
import type { Watch } from './watch.ts';

/** Says quietly that there is a new version. When to change to it is the person's choice. */
export function Updates() {
  const { $connection } = useWorkspace();
  const { state } = useStore($connection);
  const [change, setChange] = useState<() => void>();
  const watch = useRef<Watch>(undefined);
  useEffect(() => {
    let isGone = false;
    const begin = (): void => {
      if (!isGone) watch.current = watchVersions((ready) => setChange(() => ready));
    };
    // It fetches all of the client: not while there is something to show.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(begin, { timeout: 10_000 });
    else setTimeout(begin, 3_000);
    return () => {
      isGone = true;
      watch.current?.stop();
    };
  }, []);
  // A deploy drops every socket: who is back looks for what is new.
  useEffect(() => {
    if (state === 'live') watch.current?.look();
  }, [state]);
  return (
    <div className={css.place} role="status">
      {change === undefined || state !== 'live' ? null : (
        <p className={css.bar}>
          <Icon of={RefreshCw} />
          {updateTexts.ready}
          <Act onClick={change}>{updateTexts.reload}</Act>
        </p>
      )}
    </div>
  );
}
