import { expect, test } from 'vitest';
import { addressSubject } from './address-subject.ts';
import { readTypes } from './conversation-types.ts';
import { readBounds } from './history-bounds.ts';
import { readReactionName } from './reaction-name.ts';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
])('%s is counted as %s', (address, subject) => {
  expect(addressSubject(address)).toBe(subject);
});

test('types are Slack’s words, each once', () => {
  expect(readTypes('public_channel, im,im')).toMatchObject({ kinds: ['public', 'direct'] });
  for (const wrong of ['', ',', 'channels', 'public_channel,toString']) {
    expect(readTypes(wrong)).toMatchObject({ error: 'invalid_types' });
  }
});

test('bounds of a page are taken as callers write them', () => {
  expect(readBounds({ oldest: '0', latest: '1700000000.5' })).toMatchObject({
    oldest: 0,
    latest: 1_700_000_000_500_000,
  });
  expect(readBounds({ latest: '1700000000.1234567' })).toMatchObject({ latest: 1_700_000_000_123_456 });
  expect(readBounds({ oldest: '' })).toEqual({ ok: true });
  expect(readBounds({ oldest: 'now' })).toMatchObject({ error: 'invalid_ts_oldest' });
  expect(readBounds({ latest: '-1' })).toMatchObject({ error: 'invalid_ts_latest' });
});

test.each([
  [':tada:', 'tada'],
  ['Tada', 'tada'],
  ['+1::skin-tone-3', '+1::skin-tone-3'],
  [':+1::skin-tone-3:', '+1::skin-tone-3'],
  ["pi'ñata", undefined],
  ['thumbs up', undefined],
  ['+1::skin-tone-9', undefined],
  ['::', undefined],
])('the reaction %j is %j', (given, name) => {
  expect(readReactionName(given)).toMatchObject(name === undefined ? { error: 'invalid_name' } : { name });
});
