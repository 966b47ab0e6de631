import { expect, test } from 'vitest';
import { foldText } from './fold.ts';

test('what is short enough is not folded', () => {
  expect(foldText('hello')).toBeUndefined();
  expect(foldText('x'.repeat(1_600))).toBeUndefined();
});

test('forty thousand characters fold to a beginning that ends between words', () => {
  const folded = foldText('word '.repeat(8_000)) ?? '';
  expect(folded.length).toBeLessThan(1_500);
  expect(folded.endsWith('word')).toBe(true);
});

test('many lines fold after fifteen', () => {
  expect(
    foldText(Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n'))?.split('\n'),
  ).toHaveLength(15);
});

test('code that the fold cuts open is closed', () => {
  const folded = foldText(`look:\n\`\`\`\n${'a = 1\n'.repeat(400)}\`\`\``) ?? '';
  expect(folded.split('```').length - 1).toBe(2);
});

test('a link is never cut in half', () => {
  const text = `${'y'.repeat(1_380)} <https://example.com/${'z'.repeat(900)}|label>`;
  expect(foldText(text)).not.toContain('<');
});
