import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patiently } from './patiently.ts';

let isServerThere = false;
beforeEach(() => {
  vi.useFakeTimers();
  isServerThere = false;
  vi.stubGlobal('fetch', async () => {
    if (!isServerThere) throw new TypeError('Failed to fetch');
    return new Response();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const failing = (times: number) => {
  let tries = 0;
  return async (): Promise<number> => {
    tries += 1;
    if (tries <= times) throw new TypeError('Failed to fetch dynamically imported module');
    return tries;
  };
};

test('a piece is asked for until the server is back', async () => {
  const piece = patiently(failing(5));
  await vi.advanceTimersByTimeAsync(2_000 * 5);
  expect(await piece).toBe(6);
});

test('a server that answers is asked once more, and a piece that it does not have is none', async () => {
  isServerThere = true;
  expect(await patiently(failing(1))).toBe(2);
  await expect(patiently(failing(2))).rejects.toThrow('dynamically imported');
});
