import { expect, test } from 'vitest';
import { decideChannelName } from './channel-name.ts';
import { freeHandle, handleOf } from './handle.ts';
import { joinRealName, normalizeName, splitRealName } from './real-name.ts';

test('a channel name follows Slack’s rule, and each fault has its code', () => {
  const answer = (name: string) => {
    const decided = decideChannelName(name);
    return decided.ok ? decided.name : decided.error;
  };
  for (const name of ['general', 'a', '2024_plans-b', 'équipe', '企画', 'x'.repeat(80)]) {
    expect(answer(name)).toBe(name.normalize('NFC'));
  }
  expect(answer('équipe'.normalize('NFD'))).toBe('équipe'.normalize('NFC'));
  expect(answer('')).toBe('invalid_name_required');
  expect(answer('x'.repeat(81))).toBe('invalid_name_maxlength');
  for (const name of ['-', '__', '...', '!?']) expect(answer(name)).toBe('invalid_name_punctuation');
  for (const name of ['General', 'two words', '#general', 'a.b', 'a/b', 'a🙂']) {
    expect(answer(name)).toBe('invalid_name_specials');
  }
  for (const name of ['a\u200bb', 'a\u0000b', 'a\u202eb', 'a\ud800'])
    expect(answer(name)).toBe('invalid_name');
});

test('a handle comes of the name, at most 21 long, and whole characters', () => {
  expect(handleOf('Ada Lovelace')).toBe('ada.lovelace');
  expect(handleOf('  Zoë  O’Hara-Ångström ')).toBe('zoe.o.hara.angstrom');
  expect(handleOf('王小明')).toBe('王小明');
  expect(handleOf('𠮷'.repeat(15))).toBe('𠮷'.repeat(10));
  expect(handleOf('🙂')).toBe('user');
  expect(handleOf('Maximiliana Featherstonehaugh')).toBe('maximiliana.featherst');
});

test('a taken handle gets the first free number', () => {
  const taken = new Set(['ada', 'ada2', 'maximiliana.featherst']);
  expect(freeHandle('Ada', (handle) => taken.has(handle))).toBe('ada3');
  expect(freeHandle('Bob', (handle) => taken.has(handle))).toBe('bob');
  expect(freeHandle('Maximiliana Featherstonehaugh', (handle) => taken.has(handle))).toBe(
    'maximiliana.feathers2',
  );
});

test('a real name has two parts, and a form that a keyboard has', () => {
  expect(splitRealName('Ada King Lovelace')).toEqual({ firstName: 'Ada King', lastName: 'Lovelace' });
  expect(splitRealName('Ada')).toEqual({ firstName: 'Ada', lastName: '' });
  expect(joinRealName('Ada', '')).toBe('Ada');
  expect(normalizeName('Zoë Ångström がぎ')).toBe('Zoe Angstrom がぎ'.normalize('NFC'));
});
