import { fail } from './launcher/fail.mjs';
import { runBrowser } from './test/browser.ts';
import { runNodeTests } from './test/node-tests.ts';
import { withScratch } from './test/scratch.ts';
import { runVitest } from './test/vitest.ts';
import { added, failedOnce, noTests, type Count } from './test/count.ts';

/**
 * `npm test`: every part, and one line that adds them up. `npm test -- unit` runs one part; what follows it goes to
 * the runner (`npm run test:faults -- launcher`).
 */
const parts: Record<string, (args: readonly string[]) => Promise<Count>> = {
  architecture: () => runNodeTests('tests/architecture/imports.test.ts'),
  unit: (args) => runVitest('unit', args),
  worker: (args) => withScratch(() => runVitest('worker', args)),
  api: (args) => runVitest('api', args),
  faults: (args) => runVitest('faults', args),
  browser: (args) => withScratch(() => runBrowser(args)),
};

const [wanted, ...args] = process.argv.slice(2);
if (wanted !== undefined && !Object.hasOwn(parts, wanted))
  fail(`there is no part ${wanted}: choose one of ${Object.keys(parts).join(', ')}.`);

let total = noTests;
for (const [name, run] of Object.entries(parts)) {
  if (wanted !== undefined && name !== wanted) continue;
  const startedMs = Date.now();
  const count = await run(args);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
  console.log(`\n${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)\n`);
  if (count.passed + count.failed === 0 && count.isNotRun !== true) {
    // A part that finds no tests has lost them.
    total = added(total, failedOnce(`${name}: no test ran`));
  }
  total = added(total, count);
}
const { passed, failed, skipped, failures } = total;
// Once more, at the end: the runners' own words lie thousands of lines above.
if (failures.length > 0) console.log(`What failed:\n${failures.map((line) => `- ${line}`).join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
