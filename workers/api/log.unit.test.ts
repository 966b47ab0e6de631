import { afterEach, expect, test, vi } from 'vitest';
import { logFault } from './log.ts';

afterEach(() => vi.restoreAllMocks());

function logged(error: unknown): string {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  logFault({ requestId: 'r1', where: 'chat.postMessage' }, error);
  return lines.join('\n');
}

test('a fault is one line that names its request, its place and its kind', () => {
  const line = logged(new TypeError('x is not a function'));
  expect(JSON.parse(line)).toMatchObject({
    requestId: 'r1',
    where: 'chat.postMessage',
    name: 'TypeError',
    reason: 'x is not a function',
  });
  expect(line).toContain('log.unit.test');
});

test('what an object’s platform says is kept', () => {
  const error = Object.assign(new Error('Network connection lost.'), { retryable: true, remote: true });
  expect(JSON.parse(logged(error))).toMatchObject({ reason: 'Network connection lost.', retryable: true });
});

test('what may hold words or tokens is not', () => {
  const secret = 'xoxb-words-of-somebody';
  for (const error of [
    new Error(`Failed query: insert … params: ${secret}`),
    new SyntaxError(`Unexpected token 'x', "${secret}" is not valid JSON`),
    new Error(`first line\n  at ${secret} (a:1:2)`),
    secret,
    { message: secret },
  ]) {
    expect(logged(error)).not.toContain(secret);
  }
});
