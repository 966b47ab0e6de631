import { describe, expect, test } from 'vitest';
import { escapeText } from './entities.ts';
import { parseMrkdwn } from './parse.ts';
import { plainText } from './plain-text.ts';
import type { Block, Inline } from './tree.ts';

/** A tree as one line that can be read: kinds as marks around what they hold. */
const show = (text: string): string => parseMrkdwn(text).map(showBlock).join(' / ');

function showBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `P(${showAll(block.children)})`;
    case 'quote':
      return `Q(${block.children.map(showBlock).join(' / ')})`;
    case 'pre':
      return `PRE${block.language && `:${block.language}`}(${block.code})`;
  }
}

const showAll = (children: readonly Inline[]): string => children.map(showInline).join('');

function showInline(child: Inline): string {
  switch (child.type) {
    case 'text':
      return child.text.replaceAll('\n', '⏎');
    case 'bold':
    case 'italic':
    case 'strike':
      return `${child.type.charAt(0)}[${showAll(child.children)}]`;
    case 'code':
      return `c[${child.code}]`;
    case 'link':
      return child.url === child.label ? `L[${child.url}]` : `L[${child.url} ${child.label}]`;
    case 'user':
      return `U[${child.userId}${child.label && ` ${child.label}`}]`;
    case 'channel':
      return `C[${child.channelId}${child.label && ` ${child.label}`}]`;
    case 'usergroup':
      return `G[${child.id}]`;
    case 'special':
      return `@[${child.name}]`;
    case 'emoji':
      return `:[${child.name}]`;
  }
}

const ann = 'U0AAAAAAAAAA';
const general = 'C0AAAAAAAAAA';

describe('text', () => {
  test.each([
    ['', ''],
    ['hello', 'P(hello)'],
    ['two\nlines', 'P(two⏎lines)'],
    ['a\n\n\nb', 'P(a⏎⏎⏎b)'],
    ['- one\n- two\n1. three', 'P(- one⏎- two⏎1. three)'],
    ['• dot\n    ◦ deeper', 'P(• dot⏎    ◦ deeper)'],
    ['a &amp; b &lt;c&gt;', 'P(a & b <c>)'],
    ['&amp;lt; stays written', 'P(&lt; stays written)'],
    ['&quot; &#39; &nbsp; &copy;', 'P(&quot; &#39; &nbsp; &copy;)'],
    ['&', 'P(&)'],
    ['tom & jerry', 'P(tom & jerry)'],
    ['5 < 6 and 7 > 3', 'P(5 < 6 and 7 > 3)'],
    ['<not a thing>', 'P(<not a thing>)'],
    ['<>', 'P(<>)'],
    ['<', 'P(<)'],
    ['\u202eabc', 'P(\u202eabc)'],
    ['שלום עולם', 'P(שלום עולם)'],
    ['👩‍👩‍👧 family', 'P(👩‍👩‍👧 family)'],
  ])('%j', (text, tree) => expect(show(text)).toBe(tree));
});

describe('bold, italic, strike', () => {
  test.each([
    ['*bold*', 'P(b[bold])'],
    ['_italic_', 'P(i[italic])'],
    ['~strike~', 'P(s[strike])'],
    ['a *b* c', 'P(a b[b] c)'],
    ['*two words*', 'P(b[two words])'],
    ['*_both_*', 'P(b[i[both]])'],
    ['_*both*_', 'P(i[b[both]])'],
    ['~*_all_*~', 'P(s[b[i[all]]])'],
    ['*a _b_ c*', 'P(b[a i[b] c])'],
    ['(*in brackets*)', 'P((b[in brackets]))'],
    ['"*quoted*",', 'P("b[quoted]",)'],
    ['*bold*: rest', 'P(b[bold]: rest)'],
    ['snake_case_word', 'P(snake_case_word)'],
    ['2*3*4', 'P(2*3*4)'],
    ['2 * 3 * 4', 'P(2 * 3 * 4)'],
    ['a*b*', 'P(a*b*)'],
    ['*a*b', 'P(*a*b)'],
    ['* a*', 'P(* a*)'],
    ['*a *', 'P(*a *)'],
    ['**double**', 'P(**double**)'],
    ['__init__', 'P(__init__)'],
    ['~~~', 'P(~~~)'],
    ['**', 'P(**)'],
    ['*', 'P(*)'],
    ['*open', 'P(*open)'],
    ['close*', 'P(close*)'],
    ['*a\nb*', 'P(*a⏎b*)'],
    ['*one*\n*two*', 'P(b[one]⏎b[two])'],
    ['*a _b* c_', 'P(b[a _b] c_)'],
    ['*a *b*', 'P(*a b[b])'],
    ['*x* *y*', 'P(b[x] b[y])'],
    ['*é* _ß_ ~日本~', 'P(b[é] i[ß] s[日本])'],
    ['日本*語*日本', 'P(日本*語*日本)'],
    ['*a &amp; b*', 'P(b[a & b])'],
    ['&lt;*b*&gt;', 'P(<b[b]>)'],
    [`*<@${ann}>*`, `P(b[U[${ann}]])`],
    ['*:tada:*', 'P(b[:[tada]])'],
    ['_`x`_', 'P(i[c[x]])'],
  ])('%j', (text, tree) => expect(show(text)).toBe(tree));
});

describe('code', () => {
  test.each([
    ['`code`', 'P(c[code])'],
    ['a `b` c', 'P(a c[b] c)'],
    ['`*not bold* &lt;b&gt; :tada:`', 'P(c[*not bold* <b> :tada:])'],
    ['`https://example.com`', 'P(c[https://example.com])'],
    ['``', 'P(``)'],
    ['`', 'P(`)'],
    ['`a\nb`', 'P(`a⏎b`)'],
    ['don`t and can`t', 'P(don`t and can`t)'],
    ['`open', 'P(`open)'],
    ['```pre```', 'PRE(pre)'],
    ['```\none\n  two\n```', 'PRE(one\n  two)'],
    ['```ts\nlet a = 1;\n```', 'PRE:ts(let a = 1;)'],
    ['```C++\nint a;```', 'PRE:c++(int a;)'],
    ['```one word```', 'PRE(one word)'],
    ['before ```x``` after', 'P(before ) / PRE(x) / P( after)'],
    ['before\n```\nx\n```\nafter', 'P(before) / PRE(x) / P(after)'],
    ['```a``````b```', 'PRE(a```) / P(b```)'],
    ['```*b* _i_ &lt;script&gt; <@U1>```', 'PRE(*b* _i_ <script> <@U1>)'],
    ['```never closed', 'P(```never closed)'],
    ['``````', 'P(``````)'],
    ['``` ```', 'P(``` ```)'],
    ['```\n\n  keeps\n\n```', 'PRE(\n  keeps\n)'],
  ])('%j', (text, tree) => expect(show(text)).toBe(tree));
});

describe('quotes', () => {
  test.each([
    ['&gt; quoted', 'Q(P(quoted))'],
    ['> quoted', 'Q(P(quoted))'],
    ['&gt;quoted', 'Q(P(quoted))'],
    ['&gt; one\n&gt; two', 'Q(P(one⏎two))'],
    ['&gt; one\nplain\n&gt; two', 'Q(P(one)) / P(plain) / Q(P(two))'],
    ['plain\n&gt; *bold*', 'P(plain) / Q(P(b[bold]))'],
    ['a &gt; b', 'P(a > b)'],
    ['&gt;&gt;&gt; all\nthat\n\nfollows', 'Q(P(all⏎that⏎⏎follows))'],
    [
      'first\n>>> rest\n```x\ny```',
      'P(first) / Q(P(rest) / PRE(x\ny))'.replace('x\ny', 'y').replace('PRE', 'PRE:x'),
    ],
    ['>>> a\n> b', 'Q(P(a) / P(b))'],
    ['&gt; ', 'Q(P())'],
    ['>>>', ''],
  ])('%j', (text, tree) => expect(show(text)).toBe(tree));
});

describe('links', () => {
  test.each([
    ['<https://example.com>', 'P(L[https://example.com])'],
    ['<https://example.com|the *site*>', 'P(L[https://example.com the *site*])'],
    ['<https://example.com/?a=1&amp;b=2>', 'P(L[https://example.com/?a=1&b=2])'],
    ['<https://example.com|a &lt;b&gt;>', 'P(L[https://example.com a <b>])'],
    ['<https://example.com|>', 'P(L[https://example.com])'],
    ['<mailto:ann@example.com|Ann>', 'P(L[mailto:ann@example.com Ann])'],
    ['<mailto:ann@example.com>', 'P(L[mailto:ann@example.com ann@example.com])'],
    ['see https://example.com/a_b_c.', 'P(see L[https://example.com/a_b_c].)'],
    ['(https://example.com/a_(b))', 'P((L[https://example.com/a_(b)]))'],
    ['https://example.com/a?b=1&amp;c=2, yes', 'P(L[https://example.com/a?b=1&c=2], yes)'],
    ['&lt;https://example.com&gt;', 'P(<L[https://example.com]>)'],
    ['*https://example.com*', 'P(b[L[https://example.com]])'],
    ['HTTPS://EXAMPLE.COM', 'P(L[HTTPS://EXAMPLE.COM])'],
    ['xhttps://example.com', 'P(xhttps://example.com)'],
    ['https://', 'P(https://)'],
    ['http://?', 'P(http://?)'],
    ['a https://b.c\nhttps://d.e', 'P(a L[https://b.c]⏎L[https://d.e])'],
    ['<https://exa mple.com>', 'P(<L[https://exa] mple.com>)'],
  ])('%j', (text, tree) => expect(show(text)).toBe(tree));
});

describe('mentions and emoji', () => {
  test.each([
    [`<@${ann}>`, `P(U[${ann}])`],
    [`<@${ann}|ann>`, `P(U[${ann} ann])`],
    [`hi <@${ann}>, <@${ann}>`, `P(hi U[${ann}], U[${ann}])`],
    [`<#${general}|general>`, `P(C[${general} general])`],
    [`<#${general}>`, `P(C[${general}])`],
    ['<!channel> <!here|here> <!everyone>', 'P(@[channel] @[here] @[everyone])'],
    ['<!nobody>', 'P(<!nobody>)'],
    ['<!subteam^S0AAAAAAAAA|@crew>', 'P(@crew)'],
    ['<!subteam^S0AAAAAAAAAA>', 'P(G[S0AAAAAAAAAA])'],
    ['<!subteam^x">', 'P(<!subteam^x">)'],
    ['<!date^1700000000^{date}|Nov 14>', 'P(Nov 14)'],
    ['<!date^1700000000^{date}>', 'P(<!date^1700000000^{date}>)'],
    ['<@U1>', 'P(<@U1>)'],
    ['<@constructor>', 'P(<@constructor>)'],
    ['@channel', 'P(@channel)'],
    [':tada:', 'P(:[tada])'],
    [':wave::skin-tone-3:', 'P(:[wave::skin-tone-3])'],
    [':+1::tada:', 'P(:[+1]:[tada])'],
    ['a:b c:', 'P(a:b c:)'],
    ['::', 'P(::)'],
    ['at 10:30', 'P(at 10:30)'],
    [':NOT:', 'P(:NOT:)'],
  ])('%j', (text, tree) => expect(show(text)).toBe(tree));
});

describe('whatever is written', () => {
  const most = 40_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(most / piece.length)).slice(0, most);
  const pieces = [
    '*',
    '_',
    '~',
    '`',
    '```',
    '<',
    '>',
    '<@',
    '<https://',
    '&',
    '&amp;',
    '&gt;',
    ':',
    ':a',
    ':a:',
    '*a ',
    '*a _b ~c ',
    '_*',
    '*_~',
    ' *a',
    '*a* ',
    '`a',
    '`a` ',
    '``` ',
    '```a',
    'https://',
    'https://a',
    'https://a.b/) ',
    '(',
    'https://a/((',
    'https://a/.',
    '\n',
    '>\n',
    '> a\n',
    '\n>>>',
    '\n>>> a',
    '<a',
    '<a|',
    '<!',
    '<!date^',
    '\n*a',
    'a*b_c~',
    '😀',
    '<mailto:a@',
    '&lt;https://a',
    'https://a&gt;',
    ':a::skin-tone-',
    '```\n',
    '`\n',
  ];

  test.each(pieces)('40,000 characters of %j take no longer than a moment', (piece) => {
    const text = fill(piece);
    const startMs = performance.now();
    parseMrkdwn(text);
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });

  test('nothing is lost or made up: what is not formatting comes back as it went in', () => {
    const names = { user: () => undefined, channel: () => undefined };
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const typed = Array.from({ length: next(60) }, () => 'ab <>&c;:.()x'.charAt(next(13))).join('');
      const text = escapeText(typed);
      // Lines that begin with `>` are quotes, and `:a:` is an emoji that is shown as written.
      expect(plainText(`.${text}`, names)).toBe(`.${typed}`);
    }
  });

  test('random pieces never throw, and nest no deeper than bold, italic and strike in a quote', () => {
    let seed = 11;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (seed >> 8) % below;
    };
    const depthOf = (children: readonly Inline[]): number =>
      Math.max(0, ...children.map((child) => ('children' in child ? 1 + depthOf(child.children) : 0)));
    for (let round = 0; round < 2_000; round += 1) {
      const text = Array.from({ length: next(40) }, () => pieces[next(pieces.length)] ?? '').join('');
      for (const block of parseMrkdwn(text)) {
        if (block.type === 'paragraph') expect(depthOf(block.children)).toBeLessThanOrEqual(3);
        if (block.type === 'quote') expect(block.children.every(({ type }) => type !== 'quote')).toBe(true);
      }
    }
  });
});

test('verbatim, an address that was typed is text, and one that was marked is a link', () => {
  const [block] = parseMrkdwn('see https://a.example/x_y_z and <https://b.example|b> *now*', {
    isVerbatim: true,
  });
  expect(block).toEqual({
    type: 'paragraph',
    children: [
      { type: 'text', text: 'see https://a.example/x_y_z and ' },
      { type: 'link', url: 'https://b.example', label: 'b' },
      { type: 'text', text: ' ' },
      { type: 'bold', children: [{ type: 'text', text: 'now' }] },
    ],
  });
});
