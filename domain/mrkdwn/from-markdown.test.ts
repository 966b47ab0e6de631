import { expect, test } from 'vitest';
import { fromMarkdown } from './from-markdown.ts';

test.each([
  ['**bold** and __bold__', '*bold* and *bold*'],
  ['*italic* and _italic_', '_italic_ and _italic_'],
  ['***both***', '*_both_*'],
  ['~~gone~~', '~gone~'],
  ['**bold with *italic* in it**', '*bold with _italic_ in it*'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['a `code *span*` and ``co`de``', 'a `code *span*` and `co`de`'],
  ['[Edgewise](https://example.com/a_b?x=1&y=2)', '<https://example.com/a_b?x=1&amp;y=2|Edgewise>'],
  ['![a cat](https://example.com/cat.png "Cat")', '<https://example.com/cat.png|a cat>'],
  ['[run](javascript:alert)', 'run (javascript:alert)'],
  [
    '<https://example.com> and https://example.com/a_b_c',
    '<https://example.com> and https://example.com/a_b_c',
  ],
  ['# A **big** heading #', '*A big heading*'],
  ['- one\n* two\n  + three\n1. four', '• one\n• two\n  • three\n1. four'],
  ['- [ ] open\n- [x] done', '☐ open\n☑ done'],
  ['> said **so**\n> > before', '&gt; said *so*\n&gt; &gt; before'],
  ['***\n---', '──────────\n──────────'],
  [
    '```ts\nconst a = "<b>" && **c**;\n```\nafter',
    '```\nconst a = "&lt;b&gt;" &amp;&amp; **c**;\n```\nafter',
  ],
  ['```\nnot closed', '```\nnot closed\n```'],
  ['\\*not italic\\*', '*not italic*'],
  ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
  ['hi <@U0123456789AB>, see <#C0123456789AB> <!here>', 'hi <@U0123456789AB>, see <#C0123456789AB> <!here>'],
  ['** not bold ** and **not closed', '** not bold ** and **not closed'],
  ['', ''],
])('%j is kept as %j', (markdown, mrkdwn) => {
  expect(fromMarkdown(markdown)).toBe(mrkdwn);
});

test.each(['*', '**', '_', '~~', '`', '[', '![', '**a ', '_a ', '`a``', '[a](', '<', '>', '> '])(
  '%j over and over costs no more than words',
  (sign) => {
    const started = performance.now();
    fromMarkdown(sign.repeat(Math.floor(12_000 / sign.length)));
    expect(performance.now() - started).toBeLessThan(1_500);
  },
);
