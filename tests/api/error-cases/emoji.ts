import { dataUrl, gif, png } from '../../support/pictures.ts';
import { unique } from '../../support/workspace.ts';
import { casesOf } from './error-case.ts';

const url = dataUrl(png(8));
const limitReached = {
  notYet: 'five thousand calls: durable-objects/directory/emoji.test.ts reaches it in the object',
};
const name = (): string => unique('emoji');

export const emojiCases = [
  ...casesOf('admin.emoji.add', {
    not_an_admin: ({ guest }, call) => call(guest.token, { name: name(), url }),
    error_missing_name: ({ owner }, call) => call(owner.token, { name: '::', url }),
    error_bad_name_i18n: ({ owner }, call) => call(owner.token, { name: 'two words', url }),
    error_lower_case_names_only: ({ owner }, call) => call(owner.token, { name: 'Ferry', url }),
    error_name_taken: async ({ owner, newEmoji }, call) => call(owner.token, { name: await newEmoji(), url }),
    error_name_taken_i18n: ({ owner }, call) => call(owner.token, { name: 'tada', url }),
    no_image_uploaded: ({ owner }, call) => call(owner.token, { name: name() }),
    error_bad_upload: ({ owner }, call) =>
      call(owner.token, { name: name(), url: 'http://169.254.169.254/latest/meta-data/' }),
    error_no_image: ({ owner }, call) => call(owner.token, { name: name(), url: 'data:image/png;base64,' }),
    error_too_big: ({ owner }, call) =>
      call(owner.token, { name: name(), url: dataUrl(new Uint8Array(256 * 1024 + 1)) }),
    error_bad_format: ({ owner }, call) =>
      call(owner.token, {
        name: name(),
        url: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
      }),
    error_bad_wide: ({ owner }, call) => call(owner.token, { name: name(), url: dataUrl(png(513, 8)) }),
    too_many_frames: ({ owner }, call) => call(owner.token, { name: name(), url: dataUrl(gif(51)) }),
    emoji_limit_reached: limitReached,
  }),
  ...casesOf('admin.emoji.addAlias', {
    not_an_admin: ({ guest }, call) => call(guest.token, { name: name(), alias_for: 'tada' }),
    error_missing_name: ({ owner }, call) => call(owner.token, { name: '', alias_for: 'tada' }),
    error_bad_name_i18n: ({ owner }, call) => call(owner.token, { name: 'Ferry', alias_for: 'tada' }),
    error_name_taken: async ({ owner, newEmoji }, call) =>
      call(owner.token, { name: await newEmoji(), alias_for: 'tada' }),
    error_name_taken_i18n: ({ owner }, call) => call(owner.token, { name: 'ferry', alias_for: 'tada' }),
    no_alias_selected: ({ owner }, call) => call(owner.token, { name: name(), alias_for: ' ' }),
    error_invalid_alias: ({ owner }, call) => call(owner.token, { name: name(), alias_for: 'never-made' }),
    emoji_limit_reached: limitReached,
  }),
  ...casesOf('admin.emoji.remove', {
    not_an_admin: async ({ member, newEmoji }, call) => call(member.token, { name: await newEmoji() }),
    emoji_not_found: ({ owner }, call) => call(owner.token, { name: 'never-made' }),
    failure_removing_emoji: ({ owner }, call) => call(owner.token, { name: ':tada:' }),
  }),
  ...casesOf('admin.emoji.rename', {
    not_an_admin: async ({ member, newEmoji }, call) =>
      call(member.token, { name: await newEmoji(), new_name: name() }),
    error_missing_name: async ({ owner, newEmoji }, call) =>
      call(owner.token, { name: await newEmoji(), new_name: '' }),
    error_bad_name_i18n: async ({ owner, newEmoji }, call) =>
      call(owner.token, { name: await newEmoji(), new_name: 'Ferry' }),
    error_name_taken: async ({ owner, newEmoji }, call) =>
      call(owner.token, { name: await newEmoji(), new_name: await newEmoji() }),
    error_name_taken_i18n: async ({ owner, newEmoji }, call) =>
      call(owner.token, { name: await newEmoji(), new_name: 'tada' }),
    error_invalid_emoji_to_rename: ({ owner }, call) =>
      call(owner.token, { name: 'never-made', new_name: name() }),
  }),
  ...casesOf('admin.emoji.list', {
    not_an_admin: ({ guest }, call) => call(guest.token, {}),
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'page 2' }),
  }),
];
