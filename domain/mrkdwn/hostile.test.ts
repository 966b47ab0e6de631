import { expect, test } from 'vitest';
import { parseMrkdwn } from './parse.ts';
import type { Block, Inline } from './tree.ts';

const schemes = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  '&#106;avascript:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'filesystem:https://example.com/x',
  'about:blank',
  'chrome://settings',
  'view-source:https://example.com',
  'ws://example.com',
  'ftp://example.com',
  'intent://example.com#Intent;end',
  'tel:+491234',
  'sms:+491234',
  'slack://open',
  'itms-services://?action=download',
  '//example.com',
  '/relative',
  '\\\\example.com\\share',
  'http:example.com',
  'http:/example.com',
  'http:\\\\example.com',
  'https://',
  'https:///example.com',
  'http://exa\u202emple.com',
  'http://exa\u200bmple.com',
  'http://example.com/"onmouseover="alert(1)',
  "http://example.com/'onmouseover='alert(1)",
  'http://example.com/`x`',
  'mailto:',
  'mailto:<script>@x.y',
  'mailto:a@b"onclick="x',
];

const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<style>@import "https://example.com"</style>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<body onload=alert(1)>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;script&amp;gt;',
  '&#60;script&#62;',
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  '`${alert(1)}`',
  '```<script>alert(1)</script>```',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '*<script>*alert(1)*</script>*',
  '<@U0AAAAAAAAAA|<script>alert(1)</script>>',
  '<@U0AAAAAAAAAA|"onclick="alert(1)>',
  '<#C0AAAAAAAAAA|javascript:alert(1)>',
  '<!date^1^{date}^javascript:alert(1)|x>',
  '<!subteam^S1|<img src=x onerror=alert(1)>>',
  ':<img src=x onerror=alert(1)>:',
  ':javascript:alert(1):',
  '<__proto__|x>',
  '<@__proto__>',
  '\u0000<script>alert(1)</script>',
  '\ufeff<script>',
  '<https://example.com|<script>alert(1)</script>>',
  '<https://example.com\u0000javascript:alert(1)|x>',
  '<https://example.com|javascript:alert(1)>',
  '<javascript:alert(1)|https://example.com>',
  '<javascript:alert(1)//https://example.com>',
];

const payloads = [
  ...markup,
  ...schemes,
  ...schemes.map((scheme) => `<${scheme}>`),
  ...schemes.map((scheme) => `<${scheme}|click>`),
  ...schemes.map((scheme) => `*_<${scheme}|click>_*`),
];

const kinds = new Set([
  'paragraph',
  'quote',
  'pre',
  'text',
  'bold',
  'italic',
  'strike',
  'code',
  'link',
  'user',
  'channel',
  'special',
  'emoji',
]);

/** The only way in which a message's words become more than text. */
const linksOf = (nodes: readonly (Block | Inline)[]): string[] =>
  nodes.flatMap((node) => {
    expect(kinds.has(node.type)).toBe(true);
    if (node.type === 'link') return [node.url];
    return 'children' in node ? linksOf(node.children) : [];
  });

test.each(payloads)('is text, or a link of an allowed scheme: %j', (payload) => {
  for (const url of linksOf(parseMrkdwn(payload))) {
    const { protocol, host, pathname } = new URL(url);
    expect(['http:', 'https:', 'mailto:']).toContain(protocol);
    expect(protocol === 'mailto:' ? pathname : host).not.toBe('');
    expect(url).toMatch(/^(?:https?:\/\/|mailto:)[^\s"<>`]+$/i);
  }
});

test('ids and names in the tree are of their own alphabet', () => {
  const tree = JSON.stringify(parseMrkdwn(payloads.join(' ')));
  for (const [, id = ''] of tree.matchAll(/"(?:userId|channelId)":"([^"]*)"/g))
    expect(id).toMatch(/^[A-Z0-9]{12}$/);
  for (const [, name = ''] of tree.matchAll(/"type":"emoji","name":"([^"]*)"/g)) {
    expect(name).toMatch(/^[a-z0-9_+':-]+$/);
  }
});
