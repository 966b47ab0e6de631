export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The names of those that failed, each with the first line of its reason. */
  readonly failures: readonly string[];
  /** What it runs in is not on this machine. */
  readonly isNotRun?: boolean;
}

export const noTests: Count = { passed: 0, failed: 0, skipped: 0, failures: [] };

export const added = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

/** A failure that is no test's own. */
export const failedOnce = (reason: string): Count => ({ ...noTests, failed: 1, failures: [reason] });

/** A runner that ended badly without a failed test (an error that no test awaited, a crash) has failed once. */
export const withExitCode = (count: Count, exitCode: number): Count =>
  exitCode !== 0 && count.failed === 0
    ? added(
        count,
        failedOnce(`its runner ended with ${exitCode} though no test failed: see its output above`),
      )
    : count;

/** @returns what failed, in one line: its name and the first line of why */
export function failureLine(name: string, reason: string | undefined): string {
  // Colours are for a terminal; this line is for a record.
  // eslint-disable-next-line no-control-regex
  const first = (reason ?? '').replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n')[0] ?? '';
  return first === '' ? name : `${name}: ${first.slice(0, 200)}`;
}

/** Of a part's tests, how many may have needed their second try (docs/decisions/0015 and 0016). */
const secondTriesMax = 2;

/** Names the tests that passed at their second try only; too many of them have failed. */
export function withSecondTries(count: Count, flaky: readonly string[]): Count {
  if (flaky.length === 0) return count;
  console.log(`\nPassed at the second try only (at most ${secondTriesMax} may):`);
  for (const name of flaky) console.log(`- ${name}`);
  if (flaky.length <= secondTriesMax) return count;
  return {
    ...count,
    passed: count.passed - flaky.length,
    failed: count.failed + flaky.length,
    failures: [
      ...count.failures,
      ...flaky.map((name) => `${name}: passed at the second try only, as too many did`),
    ],
  };
}
