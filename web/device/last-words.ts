import type { StoredDraft } from './device.ts';

/**
 * Drafts whose writing is under way, in localStorage, which writes at once: a page that is left ends before a
 * database has taken what it was given last.
 */
export function lastWordsOf(name: string) {
  const prefix = `${name}:draft:`;
  const store = storage();
  return {
    keep: ({ key, text }: StoredDraft): void => {
      try {
        store?.setItem(prefix + key, text);
      } catch {
        // Full: the database has to do.
      }
    },
    drop: ({ key, text }: StoredDraft): void => {
      if (store?.getItem(prefix + key) === text) store.removeItem(prefix + key);
    },
    all: (): StoredDraft[] =>
      Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => ({ key: key.slice(prefix.length), text: store?.getItem(key) ?? '' })),
  };
}

/** Undefined where the browser keeps nothing for us. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
