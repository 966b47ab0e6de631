import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { News, Workspace } from '../../store/contract.ts';

export interface Live<Value> {
  /** Undefined until the first answer. */
  readonly value: Value | undefined;
  /** The last answer was a refusal; what was there before it stays. */
  readonly error: string | undefined;
  readonly reload: () => void;
  /** A page more than before. */
  readonly showMore: () => void;
}
/** Reads that many pages, from the first on. */
type Read<Value> = (
  pages: number,
) => Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: string }>;

/** Several changes at once are read once. */
const gatherUsualMs = 200;
const kept = new WeakMap<Workspace, Map<string, unknown>>();

/**
 * A list that the server keeps: read when it is shown, and again when news touch it. What was read before is shown at
 * once. Whoever shows another `key` is another component.
 */
export function useLive<Value>(
  key: string,
  read: Read<Value>,
  isTouched: (news: News) => boolean,
  gatherMs = gatherUsualMs,
  isUrgent: (news: News) => boolean = never,
): Live<Value> {
  const workspace = useWorkspace();
  const memory = memoryOf(workspace);
  const [state, setState] = useState({
    value: memory.get(key) as Value | undefined,
    error: undefined as string | undefined,
  });
  const latest = useRef({ read, isTouched, isUrgent });
  latest.current = { read, isTouched, isUrgent };
  const pagesKey = `${key}:pages`;
  const pages = useRef((memory.get(pagesKey) as number | undefined) ?? 1);
  const round = useRef(0);
  const reload = useCallback(async (): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    const answer = await latest.current.read(pages.current);
    if (mine !== round.current) return;
    if (answer.ok) memory.set(key, answer.value);
    setState(({ value }) =>
      answer.ok ? { value: answer.value, error: undefined } : { value, error: answer.error },
    );
  }, [memory, key]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void reload();
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void reload();
      }, gatherMs);
    };
    const stop = workspace.follow((news) => {
      if (latest.current.isUrgent(news)) {
        clearTimeout(timer);
        timer = undefined;
        void reload();
      } else if (latest.current.isTouched(news)) later();
    });
    // What was told meanwhile was missed.
    const stopWatching = workspace.$connection.listen(({ state: now }) => {
      if (now === 'live') later();
    });
    return () => {
      stop();
      stopWatching();
      clearTimeout(timer);
      round.current += 1;
    };
  }, [workspace, reload, gatherMs]);
  const showMore = (): void => {
    pages.current += 1;
    memory.set(pagesKey, pages.current);
    void reload();
  };
  return { ...state, reload: () => void reload(), showMore };
}

const never = (): boolean => false;

function memoryOf(workspace: Workspace): Map<string, unknown> {
  const known = kept.get(workspace) ?? new Map<string, unknown>();
  kept.set(workspace, known);
  return known;
}
