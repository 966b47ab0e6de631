import type { UserId } from '../../../protocol/ids.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (text: string, about?: string) => ({
  text: plain(text),
  value: text,
  ...(about === undefined ? {} : { description: plain(about) }),
});
const [fog, wind, ice] = [option('Fog', 'Under 200 m of sight'), option('Wind'), option('Ice')];
const input = (label: string, element: object, more: object = {}) => ({
  type: 'input',
  label: plain(label),
  element,
  ...more,
});
const said = (text: string, style: object = {}) => ({ type: 'text', text, style });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements });

/** What asks for something, each kind once. */
export const controls = (user: UserId): object[] => [
  input('What keeps us in port', { type: 'checkboxes', options: [fog, wind, ice], initial_options: [fog] }),
  input('The worst of them', { type: 'radio_buttons', options: [fog, wind, ice], initial_option: wind }),
  input('First day', { type: 'datepicker', initial_date: '2026-03-02' }, { optional: true }),
  input('Whom to ask', { type: 'users_select', initial_user: user }, { hint: plain('One person') }),
  input('What to tell', {
    type: 'rich_text_input',
    initial_value: rich(section(said('No boat '), said('before noon', { bold: true }))),
  }),
  input('Where', { type: 'plain_text_input', placeholder: plain('A harbour') }),
  {
    type: 'actions',
    elements: [
      { type: 'timepicker', initial_time: '14:10' },
      { type: 'static_select', placeholder: plain('Pick a pier'), options: [fog] },
      { type: 'overflow', options: [fog, wind] },
      { type: 'button', text: plain('Timetable'), url: 'https://example.com/timetable' },
    ],
  },
];

/** What says something, beyond what the demo’s own message of blocks holds. */
export const richWords: object[] = [
  {
    type: 'video',
    title: plain('The bell in fog'),
    alt_text: 'A bell rings on a pier',
    video_url: 'https://example.com/bell',
    thumbnail_url: 'https://example.com/bell.png',
    author_name: 'Noor',
    description: plain('Forty seconds, with sound'),
  },
  rich(
    section(
      said('bold', { bold: true }),
      said(', '),
      said('italic', { italic: true }),
      said(', '),
      said('struck', { strike: true }),
      said(', '),
      said('code', { code: true }),
      said(', '),
      { type: 'color', value: '#0f6b5c' },
      said(' and '),
      { type: 'link', url: 'https://example.com/tides', text: 'a link' },
    ),
    { type: 'rich_text_quote', elements: [said('The sea does not read timetables.')] },
    { type: 'rich_text_list', style: 'bullet', border: 1, elements: [section(said('a list in a quote'))] },
    { type: 'rich_text_list', style: 'ordered', indent: 0, elements: [section(said('first'))] },
    { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(said('within it'))] },
    { type: 'rich_text_preformatted', elements: [said('const next = departures.find(isLater);')] },
  ),
  { type: 'section', text: mrkdwn('> quoted by mrkdwn\nand `code` of it') },
];

/** Older than blocks. */
export const attached: object[] = [
  { color: 'warning', title: 'Pier two', text: '*as written*', mrkdwn_in: ['pretext'], footer: 'Harbour' },
  {
    color: 'danger',
    fallback: 'Shall the boat wait?',
    callback_id: 'wait',
    actions: [
      { type: 'button', name: 'wait', text: 'Wait', value: '1' },
      { type: 'select', name: 'long', text: 'How long', options: [{ text: 'Ten minutes', value: '10' }] },
    ],
  },
];
