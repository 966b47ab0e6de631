import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'ready'; readonly value: Value };

export type Read<Value> = () => Promise<
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: string }
>;

/** Asks the server once for each `key`, and again by `reload`: what is shown stays until the new answer is there. */
export function useLoaded<Value>(key: string, read: Read<Value>) {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const round = useRef(0);
  const latest = useRef(read);
  latest.current = read;
  const reload = useCallback(async (): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    const answer = await latest.current();
    if (mine !== round.current) return;
    setLoaded((before) => {
      if (answer.ok) return { state: 'ready', value: answer.value };
      // Old rows are worth more than none.
      return before.state === 'ready' && answer.error === 'unreachable'
        ? before
        : { state: 'failed', error: answer.error };
    });
  }, []);
  useEffect(() => {
    setLoaded({ state: 'loading' });
    void reload();
    return () => {
      round.current += 1;
    };
  }, [key, reload]);
  return { loaded, reload };
}
