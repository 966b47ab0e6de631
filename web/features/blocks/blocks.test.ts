import { describe, expect, test } from 'vitest';
import { ann, bob, general } from '../../gateway/testing/sample.ts';
import { elementsOf, origin, textOf, useDrawn } from './testing/draw.ts';

const draw = useDrawn();
type Block = { readonly type: string; readonly [key: string]: unknown };
const blocks = (...all: Block[]) => draw({ blocks: all, text: 'the fallback' });
const mrkdwn = (text: string, more: object = {}) => ({ type: 'mrkdwn', text, ...more });
const plain = (text: string, more: object = {}) => ({ type: 'plain_text', text, ...more });
const tags = (markup: string, tag: string) => elementsOf(markup).filter((element) => element.tag === tag);
const hrefs = (markup: string) => tags(markup, 'a').map(({ attributes }) => attributes.href);

describe('texts', () => {
  test('blocks stand in place of the text, and one that nobody knows is passed over', () => {
    const markup = blocks({ type: 'hologram' }, { type: 'section', text: plain('hello') });
    expect(textOf(markup)).toBe('hello');
  });

  test('where no block is known the text stands', () => {
    expect(textOf(blocks({ type: 'hologram' }, { type: 'constructor' }))).toBe('the fallback');
  });

  test('mrkdwn is parsed, plain text is not, but for its emoji', () => {
    expect(blocks({ type: 'section', text: mrkdwn('*bold*') })).toContain('<strong>bold</strong>');
    const markup = blocks({ type: 'section', text: plain('*stars* &amp; :tada:') });
    expect(textOf(markup)).toBe('*stars* & 🎉');
    expect(textOf(blocks({ type: 'section', text: plain(':tada:', { emoji: false }) }))).toBe(':tada:');
  });

  test('verbatim mrkdwn links what is marked, not what is typed', () => {
    const text = 'https://a.example <https://b.example|b>';
    expect(hrefs(blocks({ type: 'section', text: mrkdwn(text) }))).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
    expect(hrefs(blocks({ type: 'section', text: mrkdwn(text, { verbatim: true }) }))).toEqual([
      'https://b.example',
    ]);
  });

  test('a custom emoji is a picture of our own origin', () => {
    const [image] = tags(blocks({ type: 'section', text: mrkdwn(':skerry-light:') }), 'img');
    expect(image?.attributes).toMatchObject({
      src: `${origin}/emoji/T0AAAAAAAAAA/light`,
      alt: 'skerry-light',
    });
  });

  test('a header is bold and no heading of the page; a divider is a line', () => {
    const markup = blocks({ type: 'header', text: plain('Release') }, { type: 'divider' });
    expect(markup).not.toMatch(/<h\d/);
    expect(textOf(markup)).toBe('Release');
    expect(tags(markup, 'hr')).toHaveLength(1);
  });

  test('markdown is drawn by our own marks', () => {
    const text = '# Title\n**bold** and *thin* [x](https://x.example)\n- one\n- [x] two\n`**code**`';
    const markup = blocks({ type: 'markdown', text });
    expect(markup).toContain('<strong>Title</strong>');
    expect(markup).toContain('<strong>bold</strong> and <em>thin</em>');
    expect(hrefs(markup)).toEqual(['https://x.example']);
    expect(textOf(markup)).toContain('• one');
    expect(textOf(markup)).toContain('☑ two');
    expect(textOf(markup)).toContain('**code**');
  });
});

describe('pictures and what lies elsewhere', () => {
  test('a picture of another site is a link that says what it is, and is not fetched', () => {
    const image = { image_url: 'https://far.example/x.png', alt_text: 'A graph' };
    const markup = blocks(
      { type: 'image', ...image, title: plain('Traffic') },
      { type: 'section', text: plain('x'), accessory: { type: 'image', ...image } },
      { type: 'context', elements: [{ type: 'image', ...image }] },
      {
        type: 'video',
        video_url: 'https://far.example/v',
        thumbnail_url: 'https://far.example/t.png',
        title: plain('Talk'),
        alt_text: 'A talk',
      },
    );
    expect(tags(markup, 'img')).toEqual([]);
    expect(tags(markup, 'iframe')).toEqual([]);
    expect(hrefs(markup)).toEqual([
      'https://far.example/x.png',
      'https://far.example/x.png',
      'https://far.example/x.png',
      'https://far.example/v',
    ]);
    for (const { attributes } of tags(markup, 'a'))
      expect(attributes).toMatchObject({ target: '_blank', rel: 'noopener noreferrer nofollow' });
    expect(textOf(markup)).toContain('TrafficA graph · far.example');
    expect(markup).toContain('aria-label="A graph"');
  });

  test('a picture of our own origin is drawn with its words', () => {
    const markup = blocks({ type: 'image', image_url: `${origin}/emoji/T1/x`, alt_text: 'A graph' });
    expect(tags(markup, 'img')[0]?.attributes).toMatchObject({ alt: 'A graph', src: `${origin}/emoji/T1/x` });
  });
});

describe('what an app would answer to', () => {
  const button = { type: 'button', text: plain('Approve'), action_id: 'a' };

  test('is told, is no control, and a line says so once', () => {
    const option = (text: string) => ({ text: plain(text), value: text });
    const markup = blocks(
      { type: 'actions', elements: [button, { type: 'static_select', placeholder: plain('Pick one') }] },
      {
        type: 'input',
        label: plain('Why'),
        element: { type: 'plain_text_input', initial_value: 'So it is' },
      },
      { type: 'input', label: plain('Long'), element: { type: 'plain_text_input', multiline: true } },
      {
        type: 'input',
        label: plain('Which'),
        element: {
          type: 'checkboxes',
          options: [option('tea'), option('rum')],
          initial_options: [option('rum')],
        },
      },
      { type: 'section', text: plain('x'), accessory: { type: 'overflow' } },
    );
    for (const tag of ['button', 'input', 'textarea', 'select', 'label'])
      expect(tags(markup, tag)).toEqual([]);
    expect(markup).not.toMatch(/tabindex|disabled/i);
    for (const words of ['Approve', 'Pick one', 'Why', 'So it is', 'tea', 'Chosen: rum'])
      expect(textOf(markup)).toContain(words);
    expect(tags(markup, 'span').map(({ attributes }) => attributes['aria-label'])).toContain('More options');
    expect(textOf(markup).split('do nothing here yet')).toHaveLength(2);
  });

  test('a menu says who and what is chosen at first', () => {
    const said = (element: object) =>
      textOf(blocks({ type: 'actions', elements: [{ placeholder: plain('Pick'), ...element }] })).replace(
        'Buttons and fields of apps do nothing here yet.',
        '',
      );
    expect(said({ type: 'users_select', initial_user: ann })).toBe('Ann');
    expect(said({ type: 'multi_users_select', initial_users: [ann, bob] })).toBe('Ann, Bob');
    expect(said({ type: 'channels_select', initial_channel: general })).toBe('#aaa');
    expect(said({ type: 'multi_channels_select', initial_channels: [general] })).toBe('#aaa');
    expect(said({ type: 'conversations_select', initial_conversation: bob })).toBe('Bob');
    expect(said({ type: 'multi_conversations_select', initial_conversations: [general, ann] })).toBe(
      '#aaa, Ann',
    );
    expect(said({ type: 'users_select', initial_user: 'nobody at all' })).toBe('Pick');
    const [one, other] = ['one', 'other'].map((text) => ({ text: plain(text), value: text }));
    expect(said({ type: 'static_select', initial_option: one })).toBe('one');
    expect(said({ type: 'multi_external_select', initial_options: [one, other] })).toBe('one, other');
  });

  test('a field of an input block has its label, whatever it is, and shows what is in it', () => {
    const input = (element: object) => blocks({ type: 'input', label: plain('When'), element });
    const kinds = ['datepicker', 'users_select', 'checkboxes', 'radio_buttons', 'file_input'];
    const isLabelled = (type: string): boolean =>
      elementsOf(input({ type })).some(({ attributes }) => attributes['aria-label'] === 'When');
    expect(kinds.filter((type) => !isLabelled(type))).toEqual([]);
    const bold = { type: 'text', text: 'at noon', style: { bold: true } };
    const markup = input({
      type: 'rich_text_input',
      initial_value: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [bold] }] },
    });
    expect(markup).toContain('<strong>at noon</strong>');
    expect(tags(markup, 'textarea')).toEqual([]);
  });

  test('a button with an address is a link that works', () => {
    const markup = blocks({ type: 'actions', elements: [{ ...button, url: 'https://x.example' }] });
    expect(hrefs(markup)).toEqual(['https://x.example']);
    expect(textOf(markup)).toBe('Approve');
  });
});

describe('tables', () => {
  test('have a head, cells, and a frame that scrolls and can be reached', () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const markup = blocks({
      type: 'table',
      rows: [
        [cell('Ferry'), cell('Seats')],
        [cell('Fat Mast'), cell('12')],
      ],
      column_settings: [{ is_wrapped: true }, { align: 'right' }],
    });
    expect(tags(markup, 'th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'col']);
    expect(tags(markup, 'td')).toHaveLength(2);
    const region = elementsOf(markup).find(({ attributes }) => attributes.role === 'region');
    expect(region?.attributes).toMatchObject({ 'aria-label': 'Table', tabindex: '0' });
  });

  test('of data name their rows and say what they are', () => {
    const markup = blocks({
      type: 'data_table',
      caption: 'Seats of the ferries',
      row_header_column_index: 0,
      rows: [
        [{ type: 'raw_text', text: 'Ferry' }],
        [
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Fat Mast' }] }],
          },
        ],
      ],
    });
    expect(tags(markup, 'th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'row']);
    expect(tags(markup, 'caption')).toHaveLength(1);
  });
});

describe('rich text', () => {
  const rich = (...elements: object[]) => blocks({ type: 'rich_text', elements });
  const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
  const text = (said: string, style?: object) => ({ type: 'text', text: said, ...(style && { style }) });

  test('says people, channels, everybody, colours, dates, links and emoji', () => {
    const markup = rich(
      section(
        { type: 'user', user_id: bob },
        { type: 'channel', channel_id: general },
        { type: 'broadcast', range: 'here' },
        { type: 'color', value: '#ff8800' },
        { type: 'date', timestamp: 1_700_000_000, format: '{date_num}', fallback: 'then' },
        { type: 'link', url: 'https://x.example', text: 'x' },
        { type: 'emoji', name: 'tada' },
        { type: 'user', user_id: ann },
      ),
    );
    expect(textOf(markup)).toMatch(/^@Bob#aaa@here#ff88002023-11-1[45]x🎉@Ann$/);
    expect(markup).toContain('background:#ff8800');
  });

  test('styles hold together, and text is never mrkdwn', () => {
    const markup = rich(section(text('*so*', { bold: true, italic: true, strike: true, underline: true })));
    expect(markup).toContain('<strong><em><u><s>*so*</s></u></em></strong>');
    expect(rich(section(text('x', { code: true })))).toMatch(/<code[^>]*>x<\/code>/);
  });

  test('lists lie within lists as their indent says, each with its own numbers', () => {
    const list = (style: string, indent: number, offset: number, ...said: string[]) => ({
      type: 'rich_text_list',
      style,
      indent,
      offset,
      elements: said.map((one) => section(text(one))),
    });
    const markup = rich(
      list('ordered', 0, 4, 'a'),
      list('bullet', 1, 0, 'b'),
      list('ordered', 0, 0, 'c'),
      list('bullet', 0, 0, 'd'),
    ).replace(/ (?:class|data-depth|dir)="[^"]*"/g, '');
    expect(markup).toContain('<ol start="5"><li>a<ul><li>b</li></ul></li><li>c</li></ol><ul><li>d</li></ul>');
  });

  test('a list or code with a border stands in a quote, apart from what has none', () => {
    const list = (border: number, said: string) => ({
      type: 'rich_text_list',
      style: 'bullet',
      border,
      elements: [section(text(said))],
    });
    const markup = rich(list(0, 'a'), list(1, 'b'), {
      type: 'rich_text_preformatted',
      border: 1,
      elements: [text('c')],
    }).replace(/ (?:class|data-depth|dir)="[^"]*"/g, '');
    expect(markup).toContain('<ul><li>a</li></ul><blockquote><ul><li>b</li></ul></blockquote><blockquote>');
    expect(markup).toMatch(/<code>c<\/code>.*<\/blockquote>/);
  });

  test('quotes and code are what they are', () => {
    const markup = rich(
      { type: 'rich_text_quote', elements: [text('said')] },
      { type: 'rich_text_preformatted', elements: [text('a < b')] },
    );
    expect(markup).toMatch(/<blockquote[^>]*><p[^>]*>said/);
    expect(markup).toMatch(/<pre[^>]*><code>a &lt; b<\/code>/);
  });
});

describe('attachments', () => {
  test('stand below the text with all they say', () => {
    const markup = draw({
      text: 'look:',
      attachments: [
        {
          color: '#36a64f',
          pretext: 'before',
          author_name: 'Ada',
          author_link: 'https://a.example',
          title: 'Title',
          title_link: 'https://t.example',
          text: '*words*',
          fields: [
            { title: 'A', value: '1', short: true },
            { title: 'B', value: '2', short: false },
          ],
          footer: 'foot',
          ts: 1_700_000_000,
          image_url: 'https://far.example/i.png',
        },
      ],
    });
    expect(textOf(markup)).toMatch(
      /^look:beforeAdaTitlewordsA1B2Titlefar\.example, opens in a new tabfoot.*2023/,
    );
    expect(markup).toContain('border-color:#36a64f');
    expect(hrefs(markup)).toEqual(['https://a.example', 'https://t.example', 'https://far.example/i.png']);
    expect(tags(markup, 'img')).toEqual([]);
  });

  test('with nothing to show say their fallback; with blocks they show those', () => {
    expect(textOf(draw({ attachments: [{ fallback: 'plainly' }] }))).toBe('plainly');
    const inner = [{ type: 'section', text: plain('inner') }];
    expect(textOf(draw({ attachments: [{ fallback: 'plainly', blocks: inner }] }))).toBe('inner');
  });

  test('where they say what is mrkdwn, the rest is shown as it was written', () => {
    const words = { pretext: '*a*', text: '*b*', fields: [{ title: 'c', value: '*d*' }] };
    const said = (more: object) => textOf(draw({ attachments: [{ ...words, ...more }] }));
    expect(said({})).toBe('abcd');
    expect(said({ mrkdwn_in: ['text'] })).toBe('*a*bc*d*');
    expect(said({ mrkdwn_in: ['pretext', 'fields'] })).toBe('a*b*cd');
    expect(said({ mrkdwn_in: [] })).toBe('*a**b*c*d*');
  });

  test('with buttons and menus of old alone show them, and that they do nothing yet', () => {
    const actions = [
      { type: 'button', name: 'yes', text: 'Yes' },
      { type: 'select', name: 'day', text: 'Day', selected_options: [{ text: 'Monday', value: '1' }] },
      { type: 'select', name: 'hour', text: 'Hour' },
    ];
    expect(textOf(draw({ attachments: [{ fallback: 'plainly', actions }] }))).toBe(
      'YesMondayHourButtons and fields of apps do nothing here yet.',
    );
    expect(textOf(draw({ attachments: [{ fallback: 'plainly', ts: 1_700_000_000 }] }))).toMatch(
      /^plainly.*2023/,
    );
  });

  test('many fields and long words are folded', () => {
    const fields = Array.from({ length: 14 }, (_, index) => ({
      title: `t${index}`,
      value: 'v',
      short: true,
    }));
    const markup = draw({ attachments: [{ text: 'word '.repeat(1_000), fields }] });
    expect(tags(markup, 'dt')).toHaveLength(10);
    expect(textOf(markup)).toContain('Show all 14 fields');
    expect(textOf(markup)).toContain('Show all of it');
  });

  test('a colour that is none is no style', () => {
    expect(
      draw({ attachments: [{ text: 'x', color: 'red;background:url(https://far.example)' }] }),
    ).not.toMatch(/style=|far\.example/);
  });
});

describe('cards', () => {
  test('are drawn with what they hold', () => {
    const said = [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'details' }] }];
    const task = { type: 'task_card', task_id: '1', title: 'Build', status: 'complete' };
    const markup = blocks(
      { type: 'alert', text: plain('Careful'), level: 'warning' },
      { type: 'card', title: mrkdwn('*Card*'), body: mrkdwn('body') },
      { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('one') }] },
      { type: 'plan', title: 'Plan', tasks: [{ ...task, details: { type: 'rich_text', elements: said } }] },
      {
        type: 'container',
        title: plain('More'),
        is_collapsible: true,
        child_blocks: [{ type: 'section', text: plain('inside') }],
      },
    );
    expect(textOf(markup)).toBe('WarningCarefulCardbodyonePlanBuild (Done)detailsMoreinside');
    expect(tags(markup, 'details')[0]?.attributes).toHaveProperty('open');
  });
});
