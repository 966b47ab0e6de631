import { beforeEach, expect, test, vi } from 'vitest';
import { meantBy } from './custom.ts';
import type { AllEmoji, Emoji } from './emoji.ts';
import { gridOf } from './emoji-grid.ts';
import { searchEmoji } from './search-emoji.ts';
import { withCustom } from './with-custom.ts';

beforeEach(() => vi.stubGlobal('location', new URL('https://team.example/w/T1')));

const ferry: Emoji = { names: ['ferry'], unicode: '⛴️', group: 5, tags: ['boat'], toned: '' };
const standard: AllEmoji = { list: [ferry], byName: new Map([['ferry', ferry]]) };
const custom = new Map([
  ['light', 'https://team.example/emoji/T1/a'],
  ['lighthouse', 'alias:light'],
  ['beacon', 'alias:lighthouse'],
  ['boaty', 'alias:ferry'],
  ['loop', 'alias:pool'],
  ['pool', 'alias:loop'],
  ['elsewhere', 'https://other.example/x.png'],
]);

test('a name is a picture, or leads over its aliases to one or to a standard name', () => {
  expect(meantBy('light', custom)).toEqual({ name: 'light', url: 'https://team.example/emoji/T1/a' });
  expect(meantBy('beacon', custom)).toEqual({ name: 'light', url: 'https://team.example/emoji/T1/a' });
  expect(meantBy('boaty', custom)).toEqual({ name: 'ferry' });
  expect(meantBy('wave', custom)).toEqual({ name: 'wave' });
});

test('aliases in a circle end, and a picture of another site is none', () => {
  expect(meantBy('loop', custom).url).toBeUndefined();
  expect(meantBy('elsewhere', custom).url).toBeUndefined();
});

test('custom ones are found by all of their names, and standard ones by the aliases they have here', () => {
  const all = withCustom(standard, custom);
  const found = (query: string) => searchEmoji(query, all, 5).map(({ names }) => names[0]);
  expect(found('light')).toEqual(['light']);
  expect(found('beac')).toEqual(['light']);
  expect(found('boaty')).toEqual(['ferry']);
  expect(found('elsewhere')).toEqual([]);
});

test('the picker has a section of them, and forgets recent ones that are gone', () => {
  const rows = gridOf(withCustom(standard, custom), '', ['light', 'gone', 'ferry'], 1, 9);
  const titles = rows.flatMap((row) => (row.kind === 'title' ? [row.title] : []));
  expect(titles).toEqual(['Recent', 'Your workspace’s own', 'Travel']);
  expect(rows[1]).toEqual({ kind: 'emoji', names: ['light', 'ferry'], from: 0 });
  expect(rows[3]).toEqual({ kind: 'emoji', names: ['light'], from: 2 });
});
