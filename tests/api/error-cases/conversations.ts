import { unique } from '../../support/workspace.ts';
import { deactivate, never, type World } from '../world.ts';
import { badNames } from './bad-names.ts';
import { casesOf } from './error-case.ts';

const nowhere = { channel: never.channel };

const openDirect = async ({ ask, owner, member }: World): Promise<string> =>
  (await ask('conversations.open', owner.token, { users: [member.userId] })).channel.id;

/** A public channel that the member is not in. */
const elsewhere = async ({ newChannel }: World): Promise<{ channel: string }> => ({
  channel: await newChannel(),
});
const archived = async ({ newChannel }: World): Promise<{ channel: string }> => ({
  channel: await newChannel({ isArchived: true }),
});

export const conversationsCases = [
  ...casesOf('conversations.create', {
    name_taken: ({ owner }, call) => call(owner.token, { name: 'general' }),
    invalid_name: ({ owner }, call) => call(owner.token, { name: 'in\u200bvisible' }),
    invalid_name_required: ({ owner }, call) => call(owner.token, {}),
    invalid_name_maxlength: ({ owner }, call) => call(owner.token, { name: 'x'.repeat(81) }),
    invalid_name_punctuation: ({ owner }, call) => call(owner.token, { name: '-_-' }),
    invalid_name_specials: ({ owner }, call) => call(owner.token, { name: 'Not Like This!' }),
    restricted_action: ({ guest }, call) => call(guest.token, { name: unique('of-a-guest') }),
  }),
  ...casesOf('conversations.list', {
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'next' }),
    invalid_types: ({ owner }, call) => call(owner.token, { types: 'public_channel,everything' }),
  }),
  ...casesOf('conversations.info', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
  }),
  ...casesOf('conversations.history', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    not_in_channel: async (world, call) => call(world.bot.token, await elsewhere(world)),
    invalid_cursor: ({ owner, general }, call) => call(owner.token, { channel: general, cursor: 'next' }),
    invalid_ts_latest: ({ owner, general }, call) => call(owner.token, { channel: general, latest: 'now' }),
    invalid_ts_oldest: ({ owner, general }, call) => call(owner.token, { channel: general, oldest: 'then' }),
  }),
  ...casesOf('conversations.replies', {
    channel_not_found: ({ owner }, call) => call(owner.token, { ...nowhere, ts: never.ts }),
    thread_not_found: ({ owner, general }, call) => call(owner.token, { channel: general, ts: never.ts }),
    not_in_channel: async (world, call) =>
      call(world.bot.token, { ...(await elsewhere(world)), ts: never.ts }),
    invalid_cursor: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, ts: await newMessage(general), cursor: 'next' }),
    invalid_ts_latest: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, ts: await newMessage(general), latest: 'now' }),
    invalid_ts_oldest: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, ts: await newMessage(general), oldest: 'then' }),
  }),
  ...casesOf('conversations.members', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    invalid_cursor: ({ owner, general }, call) => call(owner.token, { channel: general, cursor: 'next' }),
  }),
  ...casesOf('conversations.join', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    is_archived: async (world, call) => call(world.member.token, await archived(world)),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world) }),
  }),
  ...casesOf('conversations.leave', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    cant_leave_general: ({ member, general }, call) => call(member.token, { channel: general }),
    is_archived: async (world, call) => call(world.owner.token, await archived(world)),
    last_member: async ({ owner, newChannel }, call) =>
      call(owner.token, { channel: await newChannel({ isPrivate: true }) }),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world) }),
  }),
  ...casesOf('conversations.invite', {
    channel_not_found: ({ owner, member }, call) => call(owner.token, { ...nowhere, users: member.userId }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { ...(await elsewhere(world)), users: world.guest.userId }),
    is_archived: async (world, call) =>
      call(world.owner.token, { ...(await archived(world)), users: world.member.userId }),
    no_user: async (world, call) => call(world.owner.token, { ...(await elsewhere(world)), users: '' }),
    user_not_found: async (world, call) =>
      call(world.owner.token, { ...(await elsewhere(world)), users: never.user }),
    cant_invite_self: async (world, call) =>
      call(world.owner.token, { ...(await elsewhere(world)), users: world.owner.userId }),
    already_in_channel: async ({ owner, member, newChannel }, call) =>
      call(owner.token, { channel: await newChannel({ people: [member.userId] }), users: member.userId }),
    user_is_restricted: ({ guest, guestRoom, member }, call) =>
      call(guest.token, { channel: guestRoom, users: member.userId }),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world), users: world.guest.userId }),
  }),
  ...casesOf('conversations.kick', {
    channel_not_found: ({ owner, member }, call) => call(owner.token, { ...nowhere, user: member.userId }),
    not_in_channel: async (world, call) =>
      call(world.owner.token, { ...(await elsewhere(world)), user: world.member.userId }),
    user_not_found: async (world, call) =>
      call(world.owner.token, { ...(await elsewhere(world)), user: never.user }),
    cant_kick_self: async (world, call) =>
      call(world.owner.token, { ...(await elsewhere(world)), user: world.owner.userId }),
    cant_kick_from_general: ({ owner, member, general }, call) =>
      call(owner.token, { channel: general, user: member.userId }),
    restricted_action: async ({ owner, member, newChannel }, call) =>
      call(member.token, { channel: await newChannel({ people: [member.userId] }), user: owner.userId }),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world), user: world.member.userId }),
  }),
  ...casesOf('conversations.archive', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    not_in_channel: async (world, call) => call(world.member.token, await elsewhere(world)),
    already_archived: async (world, call) => call(world.owner.token, await archived(world)),
    cant_archive_general: ({ owner, general }, call) => call(owner.token, { channel: general }),
    restricted_action: ({ guest, guestRoom }, call) => call(guest.token, { channel: guestRoom }),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world) }),
  }),
  ...casesOf('conversations.unarchive', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    not_archived: async (world, call) => call(world.owner.token, await elsewhere(world)),
    restricted_action: async ({ ask, owner, guest, newChannel }, call) => {
      const channel = await newChannel({ people: [guest.userId] });
      await ask('conversations.archive', owner.token, { channel });
      return call(guest.token, { channel });
    },
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world) }),
  }),
  ...casesOf('conversations.rename', {
    channel_not_found: ({ owner }, call) => call(owner.token, { ...nowhere, name: unique('x') }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { ...(await elsewhere(world)), name: unique('x') }),
    is_archived: async (world, call) =>
      call(world.owner.token, { ...(await archived(world)), name: unique('x') }),
    not_authorized: ({ member, general }, call) =>
      call(member.token, { channel: general, name: unique('x') }),
    name_taken: async (world, call) =>
      call(world.owner.token, { ...(await elsewhere(world)), name: 'general' }),
    ...badNames(({ owner, general }, call, name) => call(owner.token, { channel: general, name })),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world), name: unique('x') }),
  }),
  ...casesOf('conversations.setTopic', {
    channel_not_found: ({ owner }, call) => call(owner.token, { ...nowhere, topic: 'x' }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { ...(await elsewhere(world)), topic: 'x' }),
    is_archived: async (world, call) => call(world.owner.token, { ...(await archived(world)), topic: 'x' }),
    too_long: ({ owner, general }, call) => call(owner.token, { channel: general, topic: 'x'.repeat(251) }),
    user_is_restricted: ({ guest, guestRoom }, call) => call(guest.token, { channel: guestRoom, topic: 'x' }),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world), topic: 'x' }),
  }),
  ...casesOf('conversations.setPurpose', {
    channel_not_found: ({ owner }, call) => call(owner.token, { ...nowhere, purpose: 'x' }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { ...(await elsewhere(world)), purpose: 'x' }),
    is_archived: async (world, call) => call(world.owner.token, { ...(await archived(world)), purpose: 'x' }),
    too_long: ({ owner, general }, call) => call(owner.token, { channel: general, purpose: 'x'.repeat(251) }),
    user_is_restricted: ({ guest, guestRoom }, call) =>
      call(guest.token, { channel: guestRoom, purpose: 'x' }),
    method_not_supported_for_channel_type: async (world, call) =>
      call(world.owner.token, { channel: await openDirect(world), purpose: 'x' }),
  }),
  ...casesOf('conversations.open', {
    channel_not_found: ({ owner, bot }, call) =>
      call(owner.token, { users: bot.userId, prevent_creation: true }),
    users_list_not_supplied: ({ owner }, call) => call(owner.token, {}),
    user_not_found: ({ owner }, call) => call(owner.token, { users: never.user }),
    too_many_users: ({ owner }, call) => {
      const users = Array.from({ length: 9 }, (_, index) => `U0NEVERMINT${index}`);
      return call(owner.token, { users });
    },
    user_disabled: async (world, call) => {
      const person = await world.newPerson();
      await deactivate(world, person);
      return call(world.owner.token, { users: person.userId });
    },
    user_not_visible: ({ guest, member }, call) => call(guest.token, { users: member.userId }),
    method_not_supported_for_channel_type: ({ owner, general }, call) =>
      call(owner.token, { channel: general }),
  }),
  ...casesOf('conversations.close', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    method_not_supported_for_channel_type: ({ owner, general }, call) =>
      call(owner.token, { channel: general }),
  }),
  ...casesOf('conversations.mark', {
    channel_not_found: ({ owner }, call) => call(owner.token, { ...nowhere, ts: never.ts }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { ...(await elsewhere(world)), ts: never.ts }),
    invalid_timestamp: ({ owner, general }, call) => call(owner.token, { channel: general, ts: 'now' }),
  }),
];
