import { describe, expect, test } from 'vitest';
import { readContent, remarksOn } from './read-content.ts';

const blocksOf = (...blocks: unknown[]) => readContent({ blocks });
const faultsOf = (...blocks: unknown[]): readonly string[] => {
  const read = blocksOf(...blocks);
  if (read.ok || read.error !== 'invalid_blocks') throw new Error(JSON.stringify(read));
  return (read.messages ?? []).map((message) => message.replace('[ERROR] ', ''));
};
const text = (words: string, type = 'mrkdwn') => ({ type, text: words });
const section = (more: object) => ({ type: 'section', ...more });
const button = { type: 'button', text: text('Go', 'plain_text'), action_id: 'go' };
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);
const long = (length: number) => 'x'.repeat(length);

describe('blocks', () => {
  test('of every kind are taken, as values and as JSON', () => {
    const option = { text: text('One', 'plain_text'), value: '1' };
    const blocks = [
      { type: 'header', text: text('Head', 'plain_text') },
      section({ text: text('*words*'), fields: [text('a'), text('b')], accessory: button }),
      section({
        text: text('choose'),
        accessory: { type: 'static_select', options: [option], action_id: 'choice' },
      }),
      { type: 'divider', block_id: 'line' },
      { type: 'image', image_url: 'https://x.example/1.png', alt_text: 'one' },
      {
        type: 'context',
        elements: [text('small'), { type: 'image', image_url: 'https://x', alt_text: 'i' }],
      },
      { type: 'actions', elements: [button, { type: 'overflow', options: [option, option] }] },
      {
        type: 'input',
        label: text('Why', 'plain_text'),
        element: { type: 'plain_text_input', multiline: true },
      },
      { type: 'markdown', text: '**bold**' },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'hi ', style: { bold: true } },
              { type: 'user', user_id: 'U1' },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: 'wave' }] }],
          },
        ],
      },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'a' },
            { type: 'raw_number', value: 1, text: '1' },
          ],
        ],
      },
      {
        type: 'video',
        title: text('v', 'plain_text'),
        video_url: 'https://x',
        thumbnail_url: 'https://x',
        alt_text: 'v',
      },
      { type: 'alert', text: text('careful'), level: 'warning' },
      { type: 'carousel', elements: [{ type: 'card', title: text('one') }] },
      { type: 'container', child_blocks: [{ type: 'divider' }] },
      {
        type: 'plan',
        title: 'p',
        tasks: [{ type: 'task_card', task_id: '1', title: 't', status: 'complete' }],
      },
    ];
    const read = blocksOf(...blocks);
    expect(read).toMatchObject({ ok: true, content: { blocks } });
    expect(readContent({ blocks: JSON.stringify(blocks) })).toEqual(read);
  });

  test.each<[string, readonly unknown[], readonly string[]]>([
    [
      'a header of 151 characters',
      [{ type: 'header', text: text(long(151), 'plain_text') }],
      ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
    ],
    [
      'a section of 3,001',
      [{ type: 'divider' }, section({ text: text(long(3001)) })],
      [
        'failed to match all allowed schemas [json-pointer:/blocks/1/text]',
        'must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
      ],
    ],
    [
      'a text of none',
      [{ type: 'header', text: text('', 'plain_text') }],
      ['must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    ],
    [
      'eleven fields',
      [section({ fields: times(11, text('x')) })],
      ['no more than 10 items allowed [json-pointer:/blocks/0/fields]'],
    ],
    [
      '26 actions',
      [{ type: 'actions', elements: times(26, button) }],
      ['no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
    ],
    ['51 blocks', times(51, { type: 'divider' }), ['no more than 50 items allowed [json-pointer:/blocks]']],
    [
      'a kind that nobody knows',
      [{ type: 'marquee' }],
      ['unsupported type: marquee [json-pointer:/blocks/0/type]'],
    ],
    ['a block without type', [{}], ['missing required field: type [json-pointer:/blocks/0]']],
    ['no object', ['words'], ['must provide an object [json-pointer:/blocks/0]']],
    [
      'a field that is missing',
      [{ type: 'image', image_url: 'https://x' }],
      ['missing required field: alt_text [json-pointer:/blocks/0]'],
    ],
    [
      'a field too many',
      [{ type: 'header', text: { ...text('x', 'plain_text'), verbatim: true } }],
      ['invalid additional property: verbatim [json-pointer:/blocks/0/text]'],
    ],
    [
      'a section of nothing',
      [section({})],
      ['must define either `text` or `fields` [json-pointer:/blocks/0/type]'],
    ],
    [
      'an image from nowhere',
      [{ type: 'image', alt_text: 'x' }],
      ['must define either `image_url` or `slack_file` [json-pointer:/blocks/0]'],
    ],
    [
      'a name given twice',
      [
        { type: 'divider', block_id: 'one' },
        { type: 'divider', block_id: 'one' },
      ],
      ['`block_id` already exists [json-pointer:/blocks/1/block_id]'],
    ],
  ])('are refused: %s', (_, blocks, faults) => {
    expect(faultsOf(...blocks)).toEqual(faults);
  });

  test('nothing but a name is repeated of what was sent', () => {
    const secret = 'a word of mine';
    const faults = faultsOf(
      { type: secret },
      { type: 'divider', [secret]: 1 },
      { type: 'header', text: secret },
    ).join();
    expect(faults).not.toContain(secret);
  });

  test('many faults are not an answer without end', () => {
    expect(faultsOf(...times(50, 1)).length).toBeLessThanOrEqual(10);
  });

  test.each(['{', '"words"', '7', { a: 1 }, 7, true])('%j is no list of them', (blocks) => {
    expect(readContent({ blocks })).toMatchObject({ error: 'invalid_blocks_format' });
  });

  test.each([undefined, null, '', false, 'null'])('%j is none', (blocks) => {
    expect(readContent({ blocks })).toEqual({ ok: true, content: {} });
  });

  test('get names of their own: the same for the same, and never one that was given', () => {
    const blocks = [{ type: 'divider' }, { type: 'divider' }, { type: 'divider', block_id: 'mine' }];
    const named = blocksOf(...blocks);
    if (!named.ok) throw new Error(named.error);
    const names = (named.content.blocks ?? []).map((block) => block['block_id']);
    expect(new Set(names).size).toBe(3);
    expect(names[2]).toBe('mine');
    expect(blocksOf(...blocks)).toEqual(named);
    const taken = blocksOf(blocks[0], { type: 'divider', block_id: names[0] });
    expect(taken.ok && taken.content.blocks?.[0]?.['block_id']).not.toBe(names[0]);
  });

  test('may hold 12,000 characters of markdown together', () => {
    const markdown = (length: number) => ({ type: 'markdown', text: long(length) });
    expect(blocksOf(markdown(6_000), markdown(6_000)).ok).toBe(true);
    expect(faultsOf(markdown(6_000), markdown(6_001))[0]).toContain('12001');
  });
});

describe('attachments', () => {
  test('are numbered, and their blocks named', () => {
    const read = readContent({
      attachments: [{ text: 'a' }, { color: '#fff', blocks: [{ type: 'divider' }] }],
    });
    expect(read).toMatchObject({
      content: {
        attachments: [
          { id: 1, text: 'a' },
          { id: 2, blocks: [{ type: 'divider', block_id: expect.any(String) as string }] },
        ],
      },
    });
  });

  test.each<[unknown, string]>([
    ['{', 'invalid_attachments'],
    [{ text: 'x' }, 'invalid_attachments'],
    [['x'], 'invalid_attachments'],
    [[[[]]], 'invalid_attachments'],
    [[{ text: { a: 1 } }], 'invalid_attachments'],
    [[{ blocks: [{ type: 'marquee' }] }], 'invalid_attachments'],
    [times(101, {}), 'too_many_attachments'],
  ])('%j are refused as %s', (attachments, error) => {
    expect(readContent({ attachments })).toMatchObject({ error });
  });

  test('a fault in their blocks has its place', () => {
    expect(readContent({ attachments: [{}, { blocks: [{ type: 'marquee' }] }] })).toMatchObject({
      messages: ['[ERROR] unsupported type: marquee [json-pointer:/attachments/1/blocks/0/type]'],
    });
  });
});

test.each<[unknown, string]>([
  ['words', 'invalid_metadata_format'],
  [[1], 'invalid_metadata_format'],
  [{ event_type: 'x' }, 'invalid_metadata_schema'],
  [{ event_payload: {} }, 'invalid_metadata_schema'],
  [{ event_type: 'x', event_payload: [] }, 'invalid_metadata_schema'],
  [{ event_type: 'x', event_payload: { deep: { deeper: { deepest: 1 } } } }, 'invalid_metadata_schema'],
  [{ event_type: 'x', event_payload: { x: long(16_000) } }, 'metadata_too_large'],
])('metadata %j is refused as %s', (metadata, error) => {
  expect(readContent({ metadata })).toMatchObject({ error });
});

test('metadata of a name and flat facts is taken, and an empty object takes it away', () => {
  const metadata = {
    event_type: 'task_created',
    event_payload: { id: '1', n: 2, at: { x: true }, all: [{ y: 1 }] },
  };
  expect(readContent({ metadata: JSON.stringify(metadata) })).toMatchObject({ content: { metadata } });
  expect(readContent({ metadata: { event_type: 'x', event_payload: { all: [1] } } })).toMatchObject({
    content: { metadata: { event_payload: { all: [1] } } },
  });
  expect(readContent({ metadata: {} })).toEqual({ ok: true, content: { metadata: null } });
});

test('a message without text of its own is remarked upon', () => {
  expect(remarksOn('', { blocks: [{ type: 'divider' }] })).toEqual({
    response_metadata: { warnings: ['missing_text_in_message'] },
  });
  expect(remarksOn('words', { blocks: [{ type: 'divider' }] })).toEqual({});
  expect(remarksOn('', {})).toEqual({});
});
