import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiPage } from './api-page.ts';

test('docs/api.md is what the table of methods says', () => {
  const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
  expect(page === apiPage(), 'stale: run `npm run docs`, and commit docs/api.md').toBe(true);
});

test('every link of the page leads to a section of it', () => {
  const page = apiPage();
  const sections = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchorOf(title));
  const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = '']) => anchor);
  expect(links).not.toEqual([]);
  expect(links.filter((anchor) => !sections.includes(anchor))).toEqual([]);
});

const anchorOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
