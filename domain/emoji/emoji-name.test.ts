import { expect, test } from 'vitest';
import { bareEmojiName, decideEmojiName } from './emoji-name.ts';
import { isStandardEmoji } from './standard.ts';

const decide = (given: string): string => {
  const decided = decideEmojiName(given);
  return decided.ok ? decided.name : decided.error;
};

test('colons and white space around a name are no part of it', () => {
  expect(decide(' :party-ferry: ')).toBe('party-ferry');
  expect(bareEmojiName('::a_b::')).toBe('a_b');
});

test('what is wrong has its code', () => {
  expect(decide(' :: ')).toBe('error_missing_name');
  expect(decide('Ferry')).toBe('error_lower_case_names_only');
  for (const name of ['two words', 'a:b', 'brücke', 'x'.repeat(101)])
    expect(decide(name)).toBe('error_bad_name_i18n');
  for (const name of ['tada', 'ferry', 'skin-tone-2']) expect(decide(name)).toBe('error_name_taken_i18n');
});

test('standard ones go by each of Slack’s names', () => {
  for (const name of ['+1', 'thumbsup', 'tada', 'flag-ch', 'man-tipping-hand', 'simple_smile'])
    expect(isStandardEmoji(name)).toBe(name !== 'simple_smile');
});
