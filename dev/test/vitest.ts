import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failedOnce, withExitCode, withSecondTries, type Count } from './count.ts';
import { runNode } from './run.ts';
import type { VitestReport } from './vitest-report.ts';

/** Runs one project of vitest.config.ts. */
export async function runVitest(project: string, args: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-test-'));
  const file = join(folder, 'report.json');
  process.env['VITEST_REPORT'] = file;
  try {
    const exitCode = await runNode([
      'node_modules/vitest/vitest.mjs',
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=./dev/test/vitest-report.ts',
      ...args,
    ]);
    return withExitCode(readReport(project, file), exitCode);
  } finally {
    delete process.env['VITEST_REPORT'];
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(project: string, file: string): Count {
  let report: VitestReport;
  try {
    // What ReportWriter wrote a moment ago.
    report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return failedOnce(`${project}: vitest ended before it could report`);
  }
  const { flaky, ...count } = report;
  return withSecondTries(count, flaky);
}
