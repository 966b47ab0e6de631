import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../dev/launcher/settings.mjs';
import { sourceFiles } from '../architecture/source-files.ts';

test('no test asks past the check: what calls without it is imported by ask.ts alone', () => {
  const plain = /^import (?!type)[^;]*\bdev\/client\.ts'/m;
  const files = sourceFiles(root, 'tests').filter((path) =>
    plain.test(readFileSync(`${root}/${path}`, 'utf8')),
  );
  expect(files).toEqual(['tests/support/ask.ts']);
});
