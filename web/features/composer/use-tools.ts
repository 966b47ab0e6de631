import { useEffect, useState } from 'react';
import { patiently } from '../../app/patiently.ts';
import type * as Format from './format.ts';
import type * as Suggesting from './suggest.ts';
import type * as Triggering from './trigger.ts';

/** What a field needs beyond typing. */
export interface Tools {
  readonly format: typeof Format;
  readonly suggesting: typeof Suggesting;
  readonly triggering: typeof Triggering;
}

/** Fetched with the field, after the first paint; undefined until then. */
export function useTools(): Tools | undefined {
  const [tools, setTools] = useState<Tools>();
  useEffect(() => {
    void patiently(loadTools).then(setTools);
  }, []);
  return tools;
}

export async function loadTools(): Promise<Tools> {
  const [format, suggesting, triggering] = await Promise.all([
    import('./format.ts'),
    import('./suggest.ts'),
    import('./trigger.ts'),
  ]);
  return { format, suggesting, triggering };
}
