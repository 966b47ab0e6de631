import { expect, test } from 'vitest';
import { readConfiguration } from '../support/read-configuration.ts';

const deployed = readConfiguration('wrangler.toml');
const development = readConfiguration('dev/wrangler.toml');

test('development runs what is deployed: the same date, flags and objects, with the outbox beside', () => {
  expect(development.compatibilityDate).toBe(deployed.compatibilityDate);
  expect(development.compatibilityFlags).toEqual(deployed.compatibilityFlags);
  expect(development.objects).toEqual({ ...deployed.objects, OUTBOX: 'Outbox' });
  expect(development.buckets).toEqual(deployed.buckets);
  expect(development.images).toBe(deployed.images);
});

test('a deployment lets in who was invited, and counts every sign-up', () => {
  expect(deployed.vars).toMatchObject({ SIGN_UP_POLICY: 'invite', SIGN_UP_LIMIT_FACTOR: '1' });
  expect(development.vars).toMatchObject({ SIGN_UP_POLICY: 'open', SIGN_UP_LIMIT_FACTOR: '1000' });
});
