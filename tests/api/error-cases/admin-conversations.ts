import { unique } from '../../support/workspace.ts';
import type { World } from '../world.ts';
import { badNames } from './bad-names.ts';
import { casesOf } from './error-case.ts';

type Managing =
  | 'admin.conversations.archive'
  | 'admin.conversations.unarchive'
  | 'admin.conversations.rename'
  | 'admin.conversations.delete';

const openDirect = async ({ ask, owner, member }: World): Promise<string> =>
  (await ask('conversations.open', owner.token, { users: [member.userId] })).channel.id;

/** A private channel that the owner is not in. */
async function ofOthers({ ask, member }: World): Promise<string> {
  const args = { name: unique('of-others'), is_private: true };
  return (await ask('conversations.create', member.token, args)).channel.id;
}

/** What each of them asks first. The owner is no exception: a private channel of others is none. */
const ofAll = (method: Managing) =>
  casesOf(method, {
    not_an_admin: ({ member, guestRoom }, call) =>
      call(member.token, { channel_id: guestRoom, name: unique('x') }),
    channel_not_found: async (world, call) =>
      call(world.owner.token, { channel_id: await ofOthers(world), name: unique('x') }),
    channel_type_not_supported: async (world, call) =>
      call(world.owner.token, { channel_id: await openDirect(world), name: unique('x') }),
  });

const ofDeliveries = (method: 'deliveries.listFailed' | 'deliveries.replay' | 'deliveries.discard') =>
  casesOf(method, {
    not_an_admin: ({ member, guestRoom }, call) => call(member.token, { channel: guestRoom }),
    channel_not_found: async (world, call) => call(world.owner.token, { channel: await ofOthers(world) }),
  });

export const adminConversationsCases = [
  ...ofAll('admin.conversations.archive'),
  ...casesOf('admin.conversations.archive', {
    already_archived: async ({ owner, newChannel }, call) =>
      call(owner.token, { channel_id: await newChannel({ isArchived: true }) }),
    cant_archive_general: ({ owner, general }, call) => call(owner.token, { channel_id: general }),
  }),
  ...ofAll('admin.conversations.unarchive'),
  ...casesOf('admin.conversations.unarchive', {
    channel_not_archived: ({ owner, guestRoom }, call) => call(owner.token, { channel_id: guestRoom }),
  }),
  ...casesOf('admin.conversations.convertToPrivate', {
    restricted_action: ({ member, guestRoom }, call) => call(member.token, { channel_id: guestRoom }),
    channel_not_found: async (world, call) => call(world.owner.token, { channel_id: await ofOthers(world) }),
    channel_type_not_supported: ({ owner, general }, call) => call(owner.token, { channel_id: general }),
  }),
  ...casesOf('admin.conversations.convertToPublic', {
    restricted_action: ({ member, guestRoom }, call) => call(member.token, { channel_id: guestRoom }),
    channel_not_found: async (world, call) => call(world.owner.token, { channel_id: await ofOthers(world) }),
    not_supported: async (world, call) => call(world.owner.token, { channel_id: await openDirect(world) }),
  }),
  ...ofAll('admin.conversations.delete'),
  ...ofAll('admin.conversations.rename'),
  ...casesOf('admin.conversations.rename', {
    name_taken: ({ owner, guestRoom }, call) => call(owner.token, { channel_id: guestRoom, name: 'general' }),
    ...badNames(({ owner, guestRoom }, call, name) => call(owner.token, { channel_id: guestRoom, name })),
  }),
  ...ofDeliveries('deliveries.listFailed'),
  ...ofDeliveries('deliveries.replay'),
  ...ofDeliveries('deliveries.discard'),
];
