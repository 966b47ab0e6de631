import { byType, eitherOf, list, maybe, object, oneOf, words, yesOrNo } from './words.ts';
import type { Check } from './words.ts';

/** Composition objects: what blocks and elements are made of. Numbers are those of Slack's reference. */
const plain = (most: number) => ({ plain_text: { text: words(most), emoji: maybe(yesOrNo) } });
const mrkdwn = (most: number) => ({ mrkdwn: { text: words(most), verbatim: maybe(yesOrNo) } });

export const plainText = (most: number): Check => byType(plain(most));
export const mrkdwnText = (most: number): Check => byType(mrkdwn(most));
export const anyText = (most: number): Check => eitherOf(byType({ ...plain(most), ...mrkdwn(most) }));

export const confirmDialog = object({
  title: maybe(plainText(100)),
  text: anyText(300),
  confirm: maybe(plainText(30)),
  deny: maybe(plainText(30)),
  style: maybe(oneOf('primary', 'danger')),
});

const optionWith = (text: Check, description: Check): Check =>
  object({
    text,
    value: words(150),
    description: maybe(description),
    url: maybe(words(3000)),
  });
/** Of menus. */
export const plainOption = optionWith(plainText(75), plainText(75));
/** Of radio buttons and checkboxes, whose words may be mrkdwn. */
export const anyOption = optionWith(anyText(75), anyText(75));
export const optionGroup = object({ label: plainText(75), options: list(plainOption, 100) });

export const conversationFilter = object({
  include: maybe(list(oneOf('im', 'mpim', 'private', 'public'), 4)),
  exclude_external_shared_channels: maybe(yesOrNo),
  exclude_bot_users: maybe(yesOrNo),
});

export const dispatchConfig = object({
  trigger_actions_on: maybe(list(oneOf('on_enter_pressed', 'on_character_entered'), 2)),
});
