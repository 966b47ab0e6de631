import { hasImage, imageFields, noImage } from './images.ts';
import { hasOptions, menus, noOptions } from './menus.ts';
import { richText } from './rich-text.ts';
import { anyOption, confirmDialog, dispatchConfig, plainOption, plainText } from './text-objects.ts';
import { byType, eitherOf, integer, list, maybe, object, oneOf, where, words, yesOrNo } from './words.ts';
import type { Check } from './words.ts';

type FieldsOf = Readonly<Record<string, Check>>;
type Kinds = Readonly<Record<string, FieldsOf>>;

const act: FieldsOf = { action_id: maybe(words(255)) };
const confirmed: FieldsOf = { ...act, confirm: maybe(confirmDialog) };
const focused: FieldsOf = { focus_on_load: maybe(yesOrNo) };
const placeholder: FieldsOf = { placeholder: maybe(plainText(150)) };
const label: FieldsOf = { accessibility_label: maybe(words(75)) };
const style: FieldsOf = { style: maybe(oneOf('primary', 'danger')) };

const workflow = object({
  trigger: object({
    url: words(3000),
    customizable_input_parameters: maybe(list(object({ name: words(255), value: words(3000) }), 100)),
  }),
});

/** What somebody presses or chooses from, in a section or a row of actions. */
const choices: Kinds = {
  button: {
    ...confirmed,
    ...label,
    ...style,
    text: plainText(75),
    value: maybe(words(2000, 0)),
    url: maybe(words(3000)),
  },
  workflow_button: { ...confirmed, ...label, ...style, text: plainText(75), workflow },
  overflow: { ...confirmed, options: list(plainOption, 5) },
  checkboxes: {
    ...confirmed,
    ...focused,
    options: list(anyOption, 10),
    initial_options: maybe(list(anyOption, 10)),
  },
  radio_buttons: {
    ...confirmed,
    ...focused,
    options: list(anyOption, 10),
    initial_option: maybe(anyOption),
  },
  datepicker: { ...confirmed, ...focused, ...placeholder, initial_date: maybe(words(10)) },
  timepicker: {
    ...confirmed,
    ...focused,
    ...placeholder,
    initial_time: maybe(words(5)),
    timezone: maybe(words(100)),
  },
  datetimepicker: { ...confirmed, ...focused, initial_date_time: maybe(integer(0, 9_999_999_999)) },
  ...menus,
};

const typed: FieldsOf = {
  ...act,
  ...focused,
  ...placeholder,
  dispatch_action_config: maybe(dispatchConfig),
  initial_value: maybe(words(3000, 0)),
};
/** What somebody writes into. */
const inputs: Kinds = {
  plain_text_input: {
    ...typed,
    multiline: maybe(yesOrNo),
    min_length: maybe(integer(0, 3_000)),
    max_length: maybe(integer(1, 3_000)),
  },
  email_text_input: typed,
  url_text_input: typed,
  number_input: {
    ...typed,
    is_decimal_allowed: yesOrNo,
    min_value: maybe(words(100)),
    max_value: maybe(words(100)),
  },
  rich_text_input: {
    ...typed,
    initial_value: maybe(richText),
    min_lines: maybe(integer(1, 100)),
    max_lines: maybe(integer(1, 100)),
  },
  file_input: {
    ...act,
    filetypes: maybe(list(words(100), 100)),
    max_files: maybe(integer(1, 10)),
  },
};

const { button: _button, workflow_button: _workflow, overflow: _overflow, ...answers } = choices;
const image: Kinds = { image: imageFields };
const { plain_text_input: plainInput = {}, rich_text_input: richInput = {} } = inputs;

const sound = (kinds: Kinds): Check =>
  eitherOf(where(where(byType(kinds), hasOptions, noOptions), hasImageIfImage, noImage));
const hasImageIfImage = (element: Readonly<Record<string, unknown>>): boolean =>
  element['type'] !== 'image' || hasImage(element);

export const accessory = sound({ ...choices, ...image });
export const actionElement = sound({
  ...choices,
  plain_text_input: plainInput,
  rich_text_input: richInput,
});
export const inputElement = sound({ ...answers, ...inputs });
export const imageElement = where(byType(image), hasImage, noImage);
export const buttonElement = byType({ button: choices['button'] ?? {} });

const feedback = object({ text: plainText(75), value: words(2000), accessibility_label: maybe(words(75)) });
export const contextActionElement = eitherOf(
  byType({
    feedback_buttons: { ...act, positive_button: feedback, negative_button: feedback },
    icon_button: {
      ...confirmed,
      ...label,
      icon: words(75),
      text: plainText(75),
      value: maybe(words(2000)),
      visible_to_user_ids: maybe(list(words(40), 100)),
    },
  }),
);
