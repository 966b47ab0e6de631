import { conversationFilter, optionGroup, plainOption, plainText, confirmDialog } from './text-objects.ts';
import { integer, list, maybe, words, yesOrNo } from './words.ts';
import type { Check, Fields } from './words.ts';

type FieldsOf = Readonly<Record<string, Check>>;

const menu: FieldsOf = {
  action_id: maybe(words(255)),
  confirm: maybe(confirmDialog),
  focus_on_load: maybe(yesOrNo),
  placeholder: maybe(plainText(150)),
};
const several: FieldsOf = { ...menu, max_selected_items: maybe(integer(1, 1_000)) };
const answers: FieldsOf = { response_url_enabled: maybe(yesOrNo) };
const options: FieldsOf = {
  options: maybe(list(plainOption, 100)),
  option_groups: maybe(list(optionGroup, 100)),
};
const conversations: FieldsOf = {
  default_to_current_conversation: maybe(yesOrNo),
  filter: maybe(conversationFilter),
};
const ids = maybe(list(words(40), 1_000));
const chosen = maybe(list(plainOption, 100));

/** Menus of which one thing is chosen, or several. */
export const menus: Readonly<Record<string, FieldsOf>> = {
  static_select: { ...menu, ...options, initial_option: maybe(plainOption) },
  external_select: { ...menu, initial_option: maybe(plainOption), min_query_length: maybe(integer(0, 300)) },
  users_select: { ...menu, initial_user: maybe(words(40)) },
  conversations_select: { ...menu, ...answers, ...conversations, initial_conversation: maybe(words(40)) },
  channels_select: { ...menu, ...answers, initial_channel: maybe(words(40)) },
  multi_static_select: { ...several, ...options, initial_options: chosen },
  multi_external_select: { ...several, initial_options: chosen, min_query_length: maybe(integer(0, 300)) },
  multi_users_select: { ...several, initial_users: ids },
  multi_conversations_select: { ...several, ...conversations, initial_conversations: ids },
  multi_channels_select: { ...several, initial_channels: ids },
};

/** Of a static menu. */
export const hasOptions = ({ type, options: own, option_groups: groups }: Fields): boolean =>
  (type !== 'static_select' && type !== 'multi_static_select') ||
  (own === undefined) !== (groups === undefined);
export const noOptions = 'must define either `options` or `option_groups`';
