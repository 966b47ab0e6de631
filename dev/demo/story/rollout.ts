const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const words = (text: string) => ({ type: 'raw_text', text });
const row = (...cells: readonly string[]) => cells.map((cell) => words(cell));
const item = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });

/** What the bot says of a rollout, in Block Kit: a bit of each of what people see most. */
export const rolloutBlocks: readonly object[] = [
  { type: 'header', text: plain('Skerry 2.4.0 goes out :skerry-light:') },
  {
    type: 'section',
    text: mrkdwn(
      '*25 %* of the islands have it. Nothing to do, <https://example.com/rollout|the plan> holds.',
    ),
    accessory: { type: 'button', text: plain('Dashboards'), url: 'https://example.com/dashboards' },
  },
  {
    type: 'section',
    fields: [
      mrkdwn('*Crash-free*\n99.94 %'),
      mrkdwn('*First open*\n270 ms'),
      mrkdwn('*Sync requests*\n−66 %'),
      mrkdwn('*Reports*\n1, known'),
    ],
  },
  {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'right' }],
    rows: [
      row('Harbour', 'Phones', 'On 2.4'),
      row('Havsøy', '1,204', '31 %'),
      row('Inish Corra', '388', '24 %'),
      row('Gabriola', '2,917', '22 %'),
    ],
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'Next', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [item('Wait an hour at 25 %'), item('Go to 100 %')],
      },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [item('Callum tells the harbours')] },
    ],
  },
  {
    type: 'image',
    image_url: 'https://example.com/crash-free.png',
    alt_text: 'A line that stays at 99.9 % for seven days',
    title: plain('Crash-free sessions'),
  },
  { type: 'divider' },
  {
    type: 'actions',
    elements: [
      { type: 'button', text: plain('Hold'), action_id: 'hold' },
      {
        type: 'static_select',
        placeholder: plain('Go to …'),
        options: [{ text: plain('50 %'), value: '50' }],
      },
    ],
  },
  { type: 'context', elements: [mrkdwn('From *lighthouse*, every quarter of an hour')] },
];

export const rolloutAttachments: readonly object[] = [
  {
    color: '#2b7a6d',
    author_name: 'timetable-api',
    title: 'Build 2.4.0 is green',
    title_link: 'https://example.com/builds/812',
    text: '212 tests passed, 0 failed. `fold` is on for both nights of the year.',
    fields: [
      { title: 'Branch', value: 'release/2.4', short: true },
      { title: 'Took', value: '6 min', short: true },
    ],
    footer: 'Builds',
    ts: 1_764_000_000,
  },
];
