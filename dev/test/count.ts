export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What it runs in is not on this machine. */
  readonly isNotRun?: boolean;
}

export const added = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A runner that ended badly without a failed test (a file that does not load, a crash) has failed once. */
export const withExitCode = (count: Count, exitCode: number): Count =>
  exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
