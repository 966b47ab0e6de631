import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { withExitCode, type Count } from './count.ts';
import { runNode } from './run.ts';

/** Playwright's JSON report, as far as it counts. */
const Report = v.object({
  stats: v.object({
    expected: v.number(),
    unexpected: v.number(),
    flaky: v.number(),
    skipped: v.number(),
  }),
});

/** What tests/browser/run.ts ends with where there is no browser and none can be brought. */
const notRunCode = 77;

/** The client in a real browser. Without one nothing runs, which only CI counts as a failure. */
export async function runBrowser(args: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-test-'));
  const file = join(folder, 'report.json');
  process.env['BROWSER_REPORT'] = file;
  try {
    const exitCode = await runNode(['tests/browser/run.ts', ...args]);
    if (exitCode === notRunCode) {
      const isFailure = process.env['CI'] === 'true';
      return { passed: 0, failed: isFailure ? 1 : 0, skipped: 0, isNotRun: true };
    }
    return withExitCode(readReport(file), exitCode);
  } finally {
    delete process.env['BROWSER_REPORT'];
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of all tests, how many may have needed their second try (docs/decisions/0015). */
const secondTriesMax = 2;

function countOf({ expected, unexpected, flaky, skipped }: v.InferOutput<typeof Report>['stats']): Count {
  if (flaky > 0) console.log(`\n${flaky} passed at the second try only; at most ${secondTriesMax} may.`);
  const tooMany = flaky > secondTriesMax ? flaky : 0;
  return { passed: expected + flaky - tooMany, failed: unexpected + tooMany, skipped };
}

function readReport(file: string): Count {
  try {
    const { stats } = v.parse(Report, JSON.parse(readFileSync(file, 'utf8')));
    return countOf(stats);
  } catch {
    // It ended before it could report.
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
