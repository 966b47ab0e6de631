import { expect, test } from 'vitest';
import { hostileWords } from '../../../domain/mrkdwn/testing/hostile.ts';
import { elementsOf, origin, useDrawn } from './testing/draw.ts';

const draw = useDrawn();

/** Every place of a message where a program's own words are drawn, with these words in each. */
function everywhere(words: string) {
  const mrkdwn = { type: 'mrkdwn', text: words };
  const plain = { type: 'plain_text', text: words };
  const image = { type: 'image', image_url: words, alt_text: words };
  const option = { text: plain, value: words, description: plain };
  const section = {
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: words, style: { bold: true, code: true } },
      { type: 'link', url: words, text: words },
      { type: 'user', user_id: words },
      { type: 'channel', channel_id: words },
      { type: 'usergroup', usergroup_id: words },
      { type: 'team', team_id: words },
      { type: 'broadcast', range: words },
      { type: 'emoji', name: words, url: words, unicode: words },
      { type: 'color', value: words },
      { type: 'date', timestamp: 1, format: `{ago}${words}`, url: words, fallback: words },
    ],
  };
  const rich = {
    type: 'rich_text',
    elements: [
      section,
      { type: 'rich_text_list', style: words, elements: [section] },
      { type: 'rich_text_quote', elements: section.elements },
      { type: 'rich_text_preformatted', language: words, elements: section.elements },
    ],
  };
  const controls = [
    { type: 'button', text: plain, url: words, style: words, accessibility_label: words },
    { type: 'static_select', placeholder: plain, initial_option: option },
    { type: 'datepicker', initial_date: words },
    { type: 'checkboxes', options: [option] },
    { type: 'plain_text_input', placeholder: plain, initial_value: words },
    { type: 'users_select', placeholder: plain, initial_user: words },
    { type: 'multi_conversations_select', initial_conversations: [words] },
    { type: 'rich_text_input', initial_value: rich },
  ];
  const task = {
    type: 'task_card',
    title: words,
    status: words,
    details: rich,
    sources: [{ url: words, text: words }],
  };
  const card = { type: 'card', hero_image: image, title: mrkdwn, body: mrkdwn, actions: controls };
  return {
    text: words,
    blocks: [
      { type: words },
      { type: 'section', text: mrkdwn, fields: [mrkdwn, plain], accessory: image },
      { type: 'section', text: { ...mrkdwn, verbatim: true }, accessory: controls[0] },
      { type: 'header', text: plain },
      { type: 'context', elements: [mrkdwn, plain, image] },
      { ...image, title: plain },
      { type: 'image', slack_file: { url: words }, alt_text: words },
      {
        type: 'video',
        title: plain,
        video_url: words,
        title_url: words,
        author_name: words,
        description: plain,
      },
      { type: 'actions', elements: controls },
      { type: 'input', label: plain, hint: plain, element: controls[4] },
      { type: 'input', label: plain, element: controls[7] },
      { type: 'markdown', text: `# ${words}\n- **${words}** [${words}](${words})` },
      { type: 'table', rows: [[{ type: 'raw_text', text: words }], [rich]] },
      { type: 'data_table', caption: words, rows: [[{ type: 'raw_text', text: words }]] },
      rich,
      { type: 'alert', text: mrkdwn, level: words },
      card,
      { type: 'carousel', elements: [card] },
      {
        type: 'container',
        title: plain,
        subtitle: mrkdwn,
        child_blocks: [{ type: 'section', text: mrkdwn }],
      },
      { type: 'plan', title: words, tasks: [task] },
    ],
    attachments: [
      {
        color: words,
        pretext: words,
        author_name: words,
        author_link: words,
        author_icon: words,
        title: words,
        title_link: words,
        text: words,
        fields: [{ title: words, value: words }],
        footer: words,
        footer_icon: words,
        ts: words,
        thumb_url: words,
        actions: [
          { type: 'button', text: words, url: words },
          { type: 'select', text: words, selected_options: [{ text: words }] },
        ],
      },
      { pretext: words, text: words, mrkdwn_in: [words] },
      { title: words, image_url: words },
      { fallback: words },
    ],
  };
}

const tags = new Set(
  `a article b blockquote button caption code dd details div dl dt em figcaption figure hr i img li
   mark ol p path pre s section span strong summary svg table tbody td th thead time tr u ul bdi circle
   line polyline polygon rect`
    .split(/\s+/)
    .filter(Boolean),
);

test.each(hostileWords)('is drawn as words, or as a link of an allowed scheme: %j', (words) => {
  for (const { tag, attributes } of elementsOf(draw(everywhere(words)))) {
    expect(tags).toContain(tag);
    for (const [name, value] of Object.entries(attributes)) {
      expect(name).not.toMatch(/^(?:on|srcdoc|srcset|formaction|action|xlink)/);
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|\/w\/T0AAAAAAAAAA\/)/i);
      if (name === 'src') expect(value.startsWith(`${origin}/`)).toBe(true);
      if (name === 'style') expect(value).not.toMatch(/url|expression|[<>"]/i);
    }
  }
});

test('no script, frame or sheet comes of any of them at once', () => {
  const markup = draw(everywhere(hostileWords.join(' ')));
  expect(markup).not.toMatch(/<(?:script|iframe|style|object|embed|link|base|form|math)\b/i);
});
