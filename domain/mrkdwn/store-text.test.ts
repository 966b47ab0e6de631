import { expect, test } from 'vitest';
import { linkNames, namesIn } from './link-names.ts';
import { literalText, storedText } from './store-text.ts';

test.each([
  ['a & b', 'a &amp; b'],
  ['a &amp; b &lt;c&gt;', 'a &amp; b &lt;c&gt;'],
  ['1 < 2 > 0', '1 &lt; 2 &gt; 0'],
  ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
  ['<@U012AB3CD> and <@U012AB3CD|ann>', '<@U012AB3CD> and <@U012AB3CD|ann>'],
  ['<#C012AB3CD|general> <!here> <!channel|x>', '<#C012AB3CD|general> <!here> <!channel|x>'],
  ['<!subteam^S012AB3CD|@devs>', '<!subteam^S012AB3CD|@devs>'],
  ['<https://x.example/?a=1&b=2|it> & more', '<https://x.example/?a=1&b=2|it> &amp; more'],
  ['<mailto:a@x.example|a>', '<mailto:a@x.example|a>'],
  ['<@nobody> <#general>', '&lt;@nobody&gt; &lt;#general&gt;'],
  ['> quoted', '&gt; quoted'],
])('%j is kept as %j, and stays so', (given, stored) => {
  expect(storedText(given)).toBe(stored);
  expect(storedText(stored)).toBe(stored);
});

test('in full, nothing that was sent is markup', () => {
  expect(literalText('<@U012AB3CD> & <!here>')).toBe('&lt;@U012AB3CD&gt; &amp; &lt;!here&gt;');
});

test('names are found as people write them, and linked where they are known', () => {
  const text = 'see #general, ask @devs. and @nobody; a@devs.example #1 @here! <#C1|#general> x/#general';
  expect(namesIn(text)).toEqual({ channels: ['general', '1'], handles: ['devs', 'nobody'] });
  const known = {
    channels: new Map([['general', '<#C1|general>']]),
    handles: new Map([['devs', '<!subteam^S1|@devs>']]),
  };
  expect(linkNames(text, known)).toBe(
    'see <#C1|general>, ask <!subteam^S1|@devs>. and @nobody; a@devs.example #1 <!here>! <#C1|#general> x/#general',
  );
});

test('tens of thousands of signs take no longer than other text', () => {
  for (const sign of ['<', '<@U', '&', '#a', '<http:', '@here ']) {
    const text = sign.repeat(40_000 / sign.length);
    const startMs = performance.now();
    linkNames(storedText(text), { channels: new Map(), handles: new Map() });
    expect(performance.now() - startMs).toBeLessThan(500);
  }
});
