import type { CDPSession, Page } from '@playwright/test';

export interface Footprint {
  readonly heapBytes: number;
  /** Elements of the page. */
  readonly elements: number;
  /** Nodes that are alive, those outside of the page too: what is kept of rows that went away. */
  readonly nodes: number;
}

/** What the page holds when all that is garbage is gone. */
export async function footprintOf(page: Page, debug: CDPSession): Promise<Footprint> {
  await debug.send('Performance.enable');
  // Twice: what a first round finalises a second one frees.
  await debug.send('HeapProfiler.collectGarbage');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 })));
  await debug.send('HeapProfiler.collectGarbage');
  const { usedSize } = await debug.send('Runtime.getHeapUsage');
  const { metrics } = await debug.send('Performance.getMetrics');
  return {
    heapBytes: usedSize,
    elements: await page.evaluate(() => document.querySelectorAll('*').length),
    nodes: metrics.find(({ name }) => name === 'Nodes')?.value ?? Number.NaN,
  };
}
