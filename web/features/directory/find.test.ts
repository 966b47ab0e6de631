import { expect, test } from 'vitest';
import { ann, user } from '../../gateway/testing/sample.ts';
import { findInDirectory } from './find.ts';

const one = (realName: string, given: Partial<ReturnType<typeof user>> = {}, title = '', status = '') => {
  const made = user(ann, realName);
  return {
    ...made,
    real_name: realName,
    ...given,
    profile: { ...made.profile, title, status_text: status, display_name: '' },
  };
};
const all = [
  one('Zoë Quay', {}, 'Harbour master'),
  one('Tom Rope', {}, '', 'on the water'),
  one('Old Salt', { deleted: true }),
];
const found = (query: string) => findInDirectory(all, query).map(({ real_name: name }) => name);

test('by name without accents, by what they do and by their status, every word of it', () => {
  expect(found('zoe')).toEqual(['Zoë Quay']);
  expect(found('harbour zo')).toEqual(['Zoë Quay']);
  expect(found('water')).toEqual(['Tom Rope']);
  expect(found('water zoe')).toEqual([]);
});

test('who was deactivated cannot be written to and is not there', () => {
  expect(found('')).toEqual(['Zoë Quay', 'Tom Rope']);
});
