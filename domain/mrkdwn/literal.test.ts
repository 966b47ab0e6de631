import { expect, test } from 'vitest';
import { parseLiteral } from './literal.ts';

test('what is no mrkdwn stays as it was written; references are still what they are', () => {
  const text =
    '*b* _i_ ~s~ `c` :wave: https://example.com\n&gt; q &amp; <@U0123456789A> <https://example.com|x>\n```pre``` <b>';
  expect(parseLiteral(text)).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '*b* _i_ ~s~ `c` :wave: https://example.com\n> q & ' },
        { type: 'user', userId: 'U0123456789A', label: '' },
        { type: 'text', text: ' ' },
        { type: 'link', url: 'https://example.com', label: 'x' },
        { type: 'text', text: '\n```pre``` <b>' },
      ],
    },
  ]);
  expect(parseLiteral(' \n')).toEqual([]);
});

test('takes time in proportion to its length', () => {
  const startMs = performance.now();
  for (const piece of ['<', '<>', '<a', '&lt;<']) parseLiteral(piece.repeat(40_000));
  expect(performance.now() - startMs).toBeLessThan(2_000);
});
