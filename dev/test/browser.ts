import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  added,
  failedOnce,
  failureLine,
  noTests,
  withExitCode,
  withSecondTries,
  type Count,
} from './count.ts';
import { runNode } from './run.ts';

interface Suite {
  readonly file: string;
  readonly specs: readonly Spec[];
  readonly suites?: readonly Suite[] | undefined;
}

/** Playwright's JSON report, as far as it counts. */
const Spec = v.object({
  title: v.string(),
  file: v.string(),
  tests: v.array(
    v.object({
      status: v.picklist(['expected', 'unexpected', 'flaky', 'skipped']),
      results: v.array(v.object({ error: v.optional(v.object({ message: v.optional(v.string()) })) })),
    }),
  ),
});
type Spec = v.InferOutput<typeof Spec>;
const Suite: v.GenericSchema<Suite> = v.object({
  file: v.string(),
  specs: v.array(Spec),
  suites: v.optional(v.array(v.lazy(() => Suite))),
});
const Report = v.object({
  suites: v.array(Suite),
  errors: v.array(v.object({ message: v.optional(v.string()) })),
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
      const none =
        process.env['CI'] === 'true'
          ? failedOnce('browser: no Chromium, and none could be installed')
          : noTests;
      return { ...none, isNotRun: true };
    }
    return withExitCode(readReport(file), exitCode);
  } finally {
    delete process.env['BROWSER_REPORT'];
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): Count {
  let report;
  try {
    report = v.parse(Report, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return failedOnce('browser: Playwright ended before it could report');
  }
  const specs = report.suites.flatMap(specsOf);
  const named = (status: Status): Spec[] =>
    specs.filter(({ tests }) => tests.some((test) => test.status === status));
  const count = {
    passed: named('expected').length + named('flaky').length,
    failed: named('unexpected').length,
    skipped: named('skipped').length,
    failures: named('unexpected').map((spec) => failureLine(nameOf(spec), reasonOf(spec))),
  };
  const outside = report.errors.map(({ message }) =>
    failedOnce(failureLine('browser outside its tests', message)),
  );
  return withSecondTries(outside.reduce(added, count), named('flaky').map(nameOf));
}

type Status = Spec['tests'][number]['status'];

const specsOf = ({ specs, suites = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsOf)];
const nameOf = ({ file, title }: Spec): string => `tests/browser/${file} › ${title}`;
const reasonOf = ({ tests }: Spec): string | undefined =>
  tests.flatMap(({ results }) => results).find(({ error }) => error !== undefined)?.error?.message;
