import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
);
const importOf = /import (\w+) from '(\.[^']+\.module\.css)'/g;

/** Stylesheet → the classes that components name of it. */
const named = new Map<string, Set<string>>();
for (const name of sources) {
  const file = join(root, name);
  const whole = readFileSync(file, 'utf8');
  const text = whole.replaceAll(importOf, '');
  for (const [, local = '', path = ''] of whole.matchAll(importOf)) {
    const sheet = join(dirname(file), path);
    const classes = named.get(sheet) ?? new Set();
    for (const [, own = ''] of text.matchAll(new RegExp(`\\b${local}\\.(\\w+)\\b`, 'g'))) classes.add(own);
    // `css[width]`: which ones is not to be seen here.
    if (new RegExp(`\\b${local}\\[`).test(text)) classes.add('*');
    named.set(sheet, classes);
  }
}

const definedIn = (sheet: string): Set<string> =>
  new Set(
    [
      ...readFileSync(sheet, 'utf8')
        .replace(/url\([^)]*\)/g, '')
        .matchAll(/\.([a-z][\w-]*)(?=[^;{}]*\{)/gi),
    ].map(([, name = '']) => name),
  );

test('every class that a component names is in its stylesheet', () => {
  const missing = [...named].flatMap(([sheet, classes]) => {
    const defined = definedIn(sheet);
    return [...classes]
      .filter((name) => name !== '*' && !defined.has(name))
      .map((name) => `${sheet}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test('every class of a stylesheet is named by a component', () => {
  const unused = [...named].flatMap(([sheet, classes]) =>
    classes.has('*')
      ? []
      : [...definedIn(sheet)].filter((name) => !classes.has(name)).map((name) => `${sheet}: ${name}`),
  );
  expect(unused).toEqual([]);
});
