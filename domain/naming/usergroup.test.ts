import { expect, test } from 'vitest';
import { freeGroupHandle } from './handle.ts';
import { decideUsergroupWords } from './usergroup.ts';

const decide = (given: Parameters<typeof decideUsergroupWords>[0]) => {
  const decided = decideUsergroupWords(given);
  return decided.ok ? decided.words : decided.error;
};

test('words are trimmed, and a handle loses its sign; what does not come is not there', () => {
  expect(decide({ name: ' Marketing Team ', handle: '@marketing-team', description: ' gurus ' })).toEqual({
    name: 'Marketing Team',
    handle: 'marketing-team',
    description: 'gurus',
  });
  expect(decide({})).toEqual({});
});

test('what is wrong has its code', () => {
  expect(decide({ name: ' ' })).toBe('missing_subteam_name');
  expect(decide({ name: 'x'.repeat(81) })).toBe('name_too_long');
  expect(decide({ description: 'x'.repeat(251) })).toBe('description_too_long');
  for (const handle of ['', 'Crew', 'the crew', '...', 'crew!', 'x'.repeat(81)])
    expect(decide({ handle }), `the handle ${handle}`).toBe('bad_handle');
  for (const handle of ['here', '@channel', 'everyone']) expect(decide({ handle })).toBe('forbidden_handle');
});

test('a handle is made of the name, and numbered where somebody has it', () => {
  expect(freeGroupHandle('Marketing Team', () => false)).toBe('marketing-team');
  expect(freeGroupHandle('Marketing Team', (handle) => handle === 'marketing-team')).toBe('marketing-team2');
});
