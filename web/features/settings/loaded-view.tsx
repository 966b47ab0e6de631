import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { MessageSkeleton } from '../../ui/skeleton.tsx';
import css from './settings.module.css';
import { commonProblem, settingsTexts } from './texts.ts';
import type { Loaded } from './use-loaded.ts';

/** What was loaded, or why not and a way to try again. */
export function LoadedView<Value>({ loaded, reload, rows = 3, children }: LoadedViewProps<Value>) {
  switch (loaded.state) {
    case 'loading':
      return <MessageSkeleton rows={rows} label={settingsTexts.loading} />;
    case 'failed':
      return (
        <div className={css.failed} role="alert">
          <p>{commonProblem(loaded.error)}</p>
          <Button onClick={() => void reload()}>{settingsTexts.retry}</Button>
        </div>
      );
    case 'ready':
      return children(loaded.value);
  }
}
interface LoadedViewProps<Value> {
  readonly loaded: Loaded<Value>;
  readonly reload: () => Promise<void>;
  readonly rows?: number;
  readonly children: (value: Value) => ReactNode;
}
