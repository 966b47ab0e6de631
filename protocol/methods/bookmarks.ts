import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Bookmark } from '../entities.ts';
import { method } from './method.ts';

const channel_id = argument.conversation;
const bookmark_id = v.pipe(argument.text(40), v.description('a bookmark’s id'));
const title = argument.text();
const link = v.pipe(argument.text(), v.description('an address that begins with http:// or https://'));
const emoji = v.pipe(argument.text(100), v.description('an emoji’s name, or nothing'));
const both = ['user', 'bot'] as const;
const write = { tokens: both, scope: 'bookmarks:write', tier: 'tier2' } as const;

export const bookmarks = {
  'bookmarks.add': method({
    ...write,
    about: 'Adds a link to a channel, which has at most 100.',
    input: v.object({
      channel_id,
      title,
      type: v.pipe(argument.text(40), v.description('`link`')),
      link: v.optional(link, ''),
      emoji: v.optional(emoji, ''),
    }),
    output: v.object({ bookmark: Bookmark }),
    errors: [
      'channel_not_found',
      'permission_denied',
      'invalid_bookmark_type',
      'invalid_link',
      'invalid_emoji',
      'too_many_bookmarks',
    ],
  }),
  'bookmarks.edit': method({
    ...write,
    about: 'Changes what is named of a bookmark.',
    input: v.object({
      channel_id,
      bookmark_id,
      title: v.optional(title),
      link: v.optional(link),
      emoji: v.optional(emoji),
    }),
    output: v.object({ bookmark: Bookmark }),
    errors: ['channel_not_found', 'permission_denied', 'not_found', 'invalid_link', 'invalid_emoji'],
  }),
  'bookmarks.remove': method({
    ...write,
    about: 'Removes a bookmark.',
    input: v.object({ channel_id, bookmark_id }),
    output: v.object({}),
    errors: ['channel_not_found', 'permission_denied', 'not_found'],
  }),
  'bookmarks.list': method({
    about: 'The bookmarks of a channel, in their order.',
    tokens: both,
    scope: 'bookmarks:read',
    tier: 'tier3',
    input: v.object({ channel_id }),
    output: v.object({ bookmarks: v.array(Bookmark) }),
    errors: ['channel_not_found'],
  }),
};
