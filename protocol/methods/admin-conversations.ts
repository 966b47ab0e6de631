import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { method } from './method.ts';

const channel_id = argument.conversation;
const row = {
  tokens: ['user'],
  scope: 'admin.conversations:write',
  tier: 'tier2',
  output: v.object({}),
} as const;
const managed = ['not_an_admin', 'channel_not_found', 'channel_type_not_supported'] as const;

/** For admins and owners, of public channels and of the private ones that they are in. */
export const adminConversations = {
  'admin.conversations.archive': method({
    ...row,
    about: 'Archives a channel, in it or not.',
    input: v.object({ channel_id }),
    errors: [...managed, 'already_archived', 'cant_archive_general'],
  }),
  'admin.conversations.unarchive': method({
    ...row,
    about: 'Opens an archived channel again, in it or not.',
    input: v.object({ channel_id }),
    errors: [...managed, 'channel_not_archived'],
  }),
  'admin.conversations.convertToPrivate': method({
    ...row,
    about:
      'Makes a public channel private, in it or not. Its people stay; whoever followed it from outside hears nothing more. A message of the subtype `channel_convert_to_private` says so.',
    input: v.object({ channel_id }),
    errors: ['restricted_action', 'channel_not_found', 'channel_type_not_supported'],
  }),
  'admin.conversations.convertToPublic': method({
    ...row,
    about:
      'Makes a private channel that the caller is in public, with all that was said in it. A message of the subtype `channel_convert_to_public` says so.',
    input: v.object({ channel_id }),
    errors: ['restricted_action', 'channel_not_found', 'not_supported'],
  }),
  'admin.conversations.delete': method({
    ...row,
    about: 'Deletes a channel for good, in it or not, archived or not. Nothing of it is left.',
    input: v.object({ channel_id }),
    errors: [...managed],
  }),
  'admin.conversations.rename': method({
    ...row,
    about: 'Renames a channel, in it or not, archived or not.',
    input: v.object({ channel_id, name: v.optional(argument.text(), '') }),
    errors: [
      ...managed,
      'name_taken',
      'invalid_name',
      'invalid_name_required',
      'invalid_name_maxlength',
      'invalid_name_punctuation',
      'invalid_name_specials',
    ],
  }),
};
