import { expect, test } from 'vitest';
import { teamDomainOf } from './team-domain.ts';

test.each([
  ['Ada & Friends', 'ada-friends'],
  ['  Café Noir  ', 'cafe-noir'],
  ['日本', 'team'],
  ['---', 'team'],
  ['A name that is longer than a short name may be', 'a-name-that-is-longer'],
  ['abcdefghijklmnopqrst uvw', 'abcdefghijklmnopqrst'],
])('%s is %s in addresses', (name, domain) => {
  expect(teamDomainOf(name)).toBe(domain);
});
