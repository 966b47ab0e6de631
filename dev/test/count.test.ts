import { expect, test, vi } from 'vitest';
import { added, failedOnce, failureLine, noTests, withExitCode, withSecondTries } from './count.ts';

const count = { passed: 8, failed: 0, skipped: 1, failures: [] };

test('parts are added up with the names of what failed', () => {
  expect(added(count, failedOnce('a part'))).toEqual({
    passed: 8,
    failed: 1,
    skipped: 1,
    failures: ['a part'],
  });
});

test('a runner that ends badly without a failed test counts as one failure', () => {
  expect(withExitCode(count, 1)).toMatchObject({ passed: 8, failed: 1 });
  expect(withExitCode(count, 0)).toBe(count);
  const failed = { ...noTests, failed: 2, failures: ['a', 'b'] };
  expect(withExitCode(failed, 1)).toBe(failed);
});

test('two second tries pass and are named; three are three failures', () => {
  const said = vi.spyOn(console, 'log').mockReturnValue(undefined);
  expect(withSecondTries(count, ['a', 'b'])).toEqual(count);
  expect(said.mock.calls.flat()).toEqual(expect.arrayContaining(['- a', '- b']));
  expect(withSecondTries(count, ['a', 'b', 'c'])).toMatchObject({ passed: 5, failed: 3 });
  said.mockRestore();
});

test('a failure is one line without colours', () => {
  expect(failureLine('a test', '\u001b[31mexpected 1\u001b[39m to be 2\n    at here')).toBe(
    'a test: expected 1 to be 2',
  );
  expect(failureLine('a test', undefined)).toBe('a test');
});
