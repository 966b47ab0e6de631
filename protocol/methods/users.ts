import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { Conversation, Profile, ResponseMetadata, User } from '../entities.ts';
import { method } from './method.ts';
import { photoArguments, photoBytesMax } from './photo.ts';

const both = ['user', 'bot'] as const;
const Photo = v.pick(Profile, [
  'avatar_hash',
  'image_24',
  'image_32',
  'image_48',
  'image_72',
  'image_192',
  'image_512',
  'image_1024',
  'image_original',
]);

export const users = {
  'users.list': method({
    about:
      'Everybody of the workspace, bots and deactivated people too, by pages; for a guest, those with whom they share a conversation.',
    tokens: both,
    scope: 'users:read',
    tier: 'tier2',
    input: v.object({
      limit: argument.pageSize(1000, 1000),
      cursor: argument.cursor,
      include_locale: argument.flag(),
    }),
    output: v.object({ members: v.array(User), cache_ts: v.number(), response_metadata: ResponseMetadata }),
    errors: ['invalid_cursor'],
  }),
  'users.info': method({
    about: 'One person. The address is there with the scope users:read.email.',
    tokens: both,
    scope: 'users:read',
    tier: 'tier4',
    input: v.object({ user: argument.person, include_locale: argument.flag() }),
    output: v.object({ user: User }),
    errors: ['user_not_found', 'user_not_visible'],
  }),
  'users.lookupByEmail': method({
    about: 'The person with this address, if they are active. It is taken as written but for upper case.',
    tokens: both,
    scope: 'users:read.email',
    tier: 'tier3',
    input: v.object({ email: v.pipe(argument.text(320), v.description('an e-mail address')) }),
    output: v.object({ user: User }),
    errors: ['users_not_found'],
  }),
  'users.conversations': method({
    about: 'The conversations that a person is in: the caller’s own, or those of another that both may see.',
    tokens: both,
    scope: 'channels:read',
    tier: 'tier3',
    input: v.object({
      user: v.optional(argument.person),
      types: v.optional(argument.conversationTypes, 'public_channel'),
      exclude_archived: argument.flag(),
      limit: argument.pageSize(100, 999),
      cursor: argument.cursor,
    }),
    output: v.object({ channels: v.array(Conversation), response_metadata: ResponseMetadata }),
    errors: ['user_not_found', 'invalid_cursor', 'invalid_types'],
  }),
  'users.profile.get': method({
    about: 'The profile of a person, by default one’s own.',
    tokens: both,
    scope: 'users.profile:read',
    tier: 'tier4',
    input: v.object({ user: v.optional(argument.person), include_labels: argument.flag() }),
    output: v.object({ profile: Profile }),
    errors: ['user_not_found'],
  }),
  'users.profile.set': method({
    about: 'Changes fields of a profile: one’s own; for admins and owners also another’s.',
    tokens: ['user'],
    scope: 'users.profile:write',
    tier: 'tier3',
    input: v.object({
      user: v.optional(argument.person),
      profile: v.optional(argument.json(v.record(v.string(), v.unknown()))),
      name: v.optional(argument.text(80)),
      value: v.optional(argument.text(4_000)),
    }),
    output: v.object({ username: v.string(), profile: Profile }),
    errors: [
      'user_not_found',
      'invalid_profile',
      'too_long',
      'not_admin',
      'cannot_update_admin_user',
      'reserved_name',
      'must_clear_both_status_text_and_status_emoji',
    ],
  }),
  'users.setPhoto': method({
    about:
      'One’s own photo: PNG, JPEG, GIF or WebP, up to 6 MiB with the form around it, told by its bytes. `crop_x`, `crop_y`, `crop_w` name a square of it; without them it is the middle.',
    tokens: ['user'],
    scope: 'users.profile:write',
    tier: 'tier2',
    bodyBytesMax: photoBytesMax,
    input: v.object(photoArguments),
    output: v.object({ profile: Photo }),
    errors: ['bad_image', 'too_large', 'too_many_frames'],
  }),
  'users.deletePhoto': method({
    about: 'Takes one’s own photo away: a client draws initials again.',
    tokens: ['user'],
    scope: 'users.profile:write',
    tier: 'tier2',
    input: v.object({}),
    output: v.object({}),
    errors: [],
  }),
};
