import { expect, test } from 'vitest';
import { decideProfile } from './decide-profile.ts';
import { profileOf } from './profile-facts.ts';

const ada = profileOf('Ada Lovelace', 'ada@example.com');
const decide = (fields: Record<string, unknown>, facts = ada) => {
  const decided = decideProfile(facts, fields);
  return decided.ok ? decided.facts : decided.error;
};
const busy = { ...ada, statusText: 'Busy', statusEmoji: ':bee:', statusExpiration: 1_800_000_000 };

test('a full name sets its parts, and a part sets the full name', () => {
  expect(decide({ real_name: ' Grace Hopper ' })).toMatchObject({
    realName: 'Grace Hopper',
    lastName: 'Hopper',
  });
  expect(decide({ first_name: 'Augusta' })).toMatchObject({ realName: 'Augusta Lovelace' });
  expect(decide({ display_name: '' })).toMatchObject({ displayName: '' });
});

test('what is wrong has its code, and what is unknown is ignored', () => {
  expect(decide({ title: 7 })).toBe('invalid_profile');
  expect(decide({ real_name: ' ' })).toBe('invalid_profile');
  expect(decide({ tz: 'Mars/Olympus' })).toBe('invalid_profile');
  expect(decide({ status_expiration: -1 })).toBe('invalid_profile');
  expect(decide({ status_text: 'x'.repeat(101) })).toBe('too_long');
  expect(decide({ display_name: '@Channel' })).toBe('reserved_name');
  expect(decide({ first_name: 'here' })).toBe('reserved_name');
  expect(decide({ fields: { Xf1: 'a' }, email: 'eve@example.com', hobby: 1 })).toEqual(ada);
});

test('a status is cleared whole; words without a picture get one', () => {
  const both = 'must_clear_both_status_text_and_status_emoji';
  expect(decide({ status_text: '' }, busy)).toBe(both);
  expect(decide({ status_emoji: '' }, busy)).toBe(both);
  expect(decide({ status_text: '', status_emoji: '' }, busy)).toMatchObject({
    statusText: '',
    statusEmoji: '',
    statusExpiration: 0,
  });
  expect(decide({ status_text: 'Lunch' })).toMatchObject({
    statusEmoji: ':speech_balloon:',
    statusExpiration: 0,
  });
  expect(decide({ status_expiration: '1700000000' }, busy)).toMatchObject({
    statusExpiration: 1_700_000_000,
  });
  expect(decide({ title: 'Cook' }, busy)).toMatchObject({ statusExpiration: 1_800_000_000 });
});
