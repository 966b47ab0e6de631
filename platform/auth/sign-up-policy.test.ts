import { expect, test } from 'vitest';
import { isLetIn, parseSignUpPolicy } from './sign-up-policy.ts';

test('what is unset or misspelt opens nothing', () => {
  for (const kind of [undefined, '', 'Open', 'opne']) {
    expect(parseSignUpPolicy(kind, 'example.com')).toEqual({ kind: 'invite' });
  }
});

test('only whole domains that are listed are let in', () => {
  const policy = parseSignUpPolicy('domain', ' Example.com, @acme.org,,');
  expect(policy).toEqual({ kind: 'domain', domains: ['example.com', 'acme.org'] });
  expect(isLetIn(policy, 'ada@example.com')).toBe(true);
  for (const email of ['ada@evil-example.com', 'ada@sub.example.com', 'ada@example.com.evil.org']) {
    expect(isLetIn(policy, email)).toBe(false);
  }
  expect(isLetIn(parseSignUpPolicy('domain', undefined), 'ada@example.com')).toBe(false);
});
