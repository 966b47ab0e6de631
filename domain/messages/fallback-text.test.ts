import { expect, test } from 'vitest';
import { fallbackText } from './fallback-text.ts';

test.each([
  [[{ type: 'section', text: { type: 'mrkdwn', text: '*hi* <@U1>' } }], '*hi* <@U1>'],
  [[{ type: 'header', text: { type: 'plain_text', text: 'a < b' } }], 'a &lt; b'],
  [
    [
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: 'one' },
          { type: 'mrkdwn', text: 'two' },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'small' },
          { type: 'image', alt_text: 'a face' },
        ],
      },
    ],
    'one\ntwo\nsmall a face',
  ],
  [
    [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'see ' },
              { type: 'link', url: 'https://x.example', text: 'it' },
              { type: 'text', text: ' & ' },
              { type: 'broadcast', range: 'here' },
              { type: 'emoji', name: 'wave' },
            ],
          },
        ],
      },
    ],
    'see <https://x.example|it> &amp; <!here>:wave:',
  ],
  [[{ type: 'divider' }], "This content can't be displayed."],
  [[{ type: 'actions', elements: [] }], 'This message contains interactive elements.'],
  [[], ''],
])('%j says %j', (blocks, words) => {
  expect(fallbackText(blocks)).toBe(words);
});
