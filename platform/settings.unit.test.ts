import { expect, test } from 'vitest';
import { faultsOfSettings } from './settings.ts';

const right = { AUTH_SECRET: 'x'.repeat(32) };

test('a deployment with a secret alone is right', () => {
  expect(faultsOfSettings(right)).toEqual([]);
  const all = {
    ...right,
    PUBLIC_URL: 'https://chat.example.com/',
    SIGN_UP_POLICY: 'domain',
    SIGN_UP_DOMAINS: 'example.com',
    SIGN_UP_LIMIT_FACTOR: '1000',
    GATEWAY_SHARDS: '4',
    RATE_LIMITS: '{"tier1":{"perSecond":1,"burst":2}}',
  };
  expect(faultsOfSettings(all)).toEqual([]);
});

test.each([
  ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'chat.example.com' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://example.com/chat' }],
  ['SIGN_UP_POLICY', { SIGN_UP_POLICY: 'opne' }],
  ['SIGN_UP_DOMAINS', { SIGN_UP_POLICY: 'domain', SIGN_UP_DOMAINS: ' ' }],
  ['SIGN_UP_LIMIT_FACTOR', { SIGN_UP_LIMIT_FACTOR: '0' }],
  ['GATEWAY_SHARDS', { GATEWAY_SHARDS: 'two' }],
  ['RATE_LIMITS', { RATE_LIMITS: '{"tier1":' }],
  ['RATE_LIMITS', { RATE_LIMITS: '{"tier1":{"perSecond":-1,"burst":2}}' }],
])('%s that is wrong is named, and nothing else is: %j', (name, wrong) => {
  const faults = faultsOfSettings({ ...right, ...wrong });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${name} must`));
});
