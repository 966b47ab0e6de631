import { vi } from 'vitest';

/** The lines of the log that `run` warns by, as the objects that they are. */
export async function warnings(run: () => Promise<unknown>): Promise<unknown[]> {
  const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  try {
    await run();
    return warned.mock.calls.map(([line]): unknown => JSON.parse(String(line)));
  } finally {
    warned.mockRestore();
  }
}
