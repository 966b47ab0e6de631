import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { root } from '../launcher/settings.mjs';
import { failureLine } from './count.ts';

/** What vitest.ts reads of a run. */
export interface VitestReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, in lines; a file that does not load and an error that no test awaited are lines, too. */
  readonly failures: readonly string[];
  /** Tests that passed at their second try only. */
  readonly flaky: readonly string[];
}

/** Writes a VitestReport into the file that VITEST_REPORT names. vitest's own JSON knows nothing of second tries. */
export default class ReportWriter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message?: string }[]): void {
    const file = process.env['VITEST_REPORT'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(reportOf(modules, errors)));
  }
}

function reportOf(
  modules: readonly TestModule[],
  errors: readonly { readonly message?: string }[],
): VitestReport {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const failed = tests.filter((test) => test.result().state === 'failed');
  const outside = [
    ...modules.flatMap((module) => outsideTests(module)),
    ...errors.map(({ message }) => failureLine('an error that no test awaited', message)),
  ];
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: failed.length + outside.length,
    skipped: tests.filter((test) => test.result().state === 'skipped').length,
    failures: [
      ...failed.map((test) => failureLine(nameOf(test), test.result().errors?.[0]?.message)),
      ...outside,
    ],
    flaky: tests.filter((test) => test.diagnostic()?.flaky === true).map(nameOf),
  };
}

/** What failed in a file outside its tests: its loading, a hook. */
function outsideTests(module: TestModule): string[] {
  const errors = [module, ...module.children.allSuites()].flatMap((part) => part.errors());
  return errors.map(({ message }) =>
    failureLine(`${relative(root, module.moduleId)} outside its tests`, message),
  );
}

const nameOf = (test: TestCase): string => `${relative(root, test.module.moduleId)} › ${test.fullName}`;
