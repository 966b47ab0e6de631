/** What is asked for at any moment comes once nothing else is going on. */
export function prefetchWhenIdle(): void {
  const fetchAll = async (): Promise<void> => {
    const { pieces } = await import('./pieces.ts');
    await Promise.allSettled(pieces.map((piece) => piece()));
  };
  // Offline: each is asked for again when it is needed.
  const start = (): void => void fetchAll().catch(() => undefined);
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 2_000 });
  else setTimeout(start, 1_000);
}
