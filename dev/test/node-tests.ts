import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureLine, withExitCode, type Count } from './count.ts';
import { runNode } from './run.ts';

/** Runs a file of node:test. */
export async function runNodeTests(file: string): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-test-'));
  const report = join(folder, 'report.tap');
  try {
    const exitCode = await runNode([
      '--test',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      file,
    ]);
    const text = readFileSync(report, 'utf8');
    const count = {
      passed: tally(text, 'pass'),
      failed: tally(text, 'fail'),
      skipped: tally(text, 'skipped'),
      failures: [...text.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name = '']) =>
        failureLine(`${file} › ${name}`, undefined),
      ),
    };
    return withExitCode(count, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tally = (text: string, name: string): number =>
  Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
