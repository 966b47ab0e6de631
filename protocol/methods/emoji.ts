import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { ResponseMetadata } from '../entities.ts';
import { UserId } from '../ids.ts';
import { method } from './method.ts';

const name = v.pipe(argument.text(), v.description('an emoji’s name, with or without colons'));
const write = {
  tokens: ['user'],
  scope: 'admin.teams:write',
  tier: 'tier2',
  output: v.object({}),
} as const;
const naming = [
  'not_an_admin',
  'error_missing_name',
  'error_bad_name_i18n',
  'error_name_taken',
  'error_name_taken_i18n',
] as const;

export const emoji = {
  'emoji.list': method({
    about:
      'The custom emoji: by name an address, or `alias:` and the name that it stands for. `include_categories` is passed over.',
    tokens: ['user', 'bot'],
    scope: 'emoji:read',
    tier: 'tier2',
    input: v.object({ include_categories: argument.flag() }),
    output: v.object({ emoji: v.record(v.string(), v.string()), cache_ts: v.string() }),
    errors: [],
  }),
};

export const adminEmoji = {
  'admin.emoji.add': method({
    ...write,
    about:
      'Adds a custom emoji: PNG, GIF, JPEG or WebP, at most 256 KiB and 512 pixels a side, told by its bytes. They come as `image` (multipart), or as `url` with a `data:` address; nothing is fetched from elsewhere. Everybody but guests may.',
    bodyBytesMax: 1024 * 1024,
    input: v.object({ name, url: v.optional(v.string()), image: v.optional(argument.picture) }),
    errors: [
      ...naming,
      'error_lower_case_names_only',
      'no_image_uploaded',
      'error_bad_upload',
      'error_no_image',
      'error_too_big',
      'error_bad_format',
      'error_bad_wide',
      'too_many_frames',
      'emoji_limit_reached',
    ],
  }),
  'admin.emoji.addAlias': method({
    ...write,
    about: 'Another name for a custom emoji or a standard one. Everybody but guests may.',
    input: v.object({ name, alias_for: name }),
    errors: [...naming, 'no_alias_selected', 'error_invalid_alias', 'emoji_limit_reached'],
  }),
  'admin.emoji.remove': method({
    ...write,
    about: 'Removes a custom emoji with its aliases, or an alias. For whoever added it, and for admins.',
    input: v.object({ name }),
    errors: ['not_an_admin', 'emoji_not_found', 'failure_removing_emoji'],
  }),
  'admin.emoji.rename': method({
    ...write,
    about: 'Renames a custom emoji; its aliases follow it. For whoever added it, and for admins.',
    input: v.object({ name, new_name: name }),
    errors: [...naming, 'error_invalid_emoji_to_rename'],
  }),
  'admin.emoji.list': method({
    ...write,
    about: 'The custom emoji with who added them, by pages. For everybody but guests.',
    scope: 'admin.teams:read',
    input: v.object({ cursor: argument.cursor, limit: argument.pageSize(100, 1000) }),
    output: v.object({
      emoji: v.record(
        v.string(),
        v.object({ url: v.string(), date_created: v.number(), uploaded_by: UserId }),
      ),
      response_metadata: ResponseMetadata,
    }),
    errors: ['not_an_admin', 'invalid_cursor'],
  }),
};
