import { decideRoleChange } from '../../domain/permissions/permissions.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { refuse } from '../../protocol/refusal.ts';
import { answerWhenComplete, findManaged, savePerson } from './manage-person.ts';
import { maySeeAll } from './may-see.ts';
import type { Workspace } from './workspace.ts';

type SetGuest = DirectoryObject['setGuest'];

/** Role, channels to stay in and seats to get are one transaction; then Member and channels are told. */
export async function setGuest(
  workspace: Workspace,
  actor: Actor,
  userId: UserId,
  channelIds: readonly ChannelId[],
): ReturnType<SetGuest> {
  const asked = findManaged(workspace, actor, userId);
  if (!asked.ok) return asked;
  const decision = decideRoleChange(asked.who, asked.standing, 'guest');
  if (decision !== 'allowed') return refuse(decision);
  const channels = [...new Set(channelIds)].toSorted();
  if (channels.length === 0) return refuse('guest_needs_channels');
  const isSeen = await maySeeAll(workspace, asked.who, channels);
  if (isSeen === 'late') return refuse('service_unavailable');
  if (!isSeen) return refuse('channel_not_found');

  // Again: either of the two may have another role by now.
  const found = findManaged(workspace, actor, userId);
  if (!found.ok) return found;
  const decidedNow = decideRoleChange(found.who, found.standing, 'guest');
  if (decidedNow !== 'allowed') return refuse(decidedNow);
  savePerson(workspace, found.row, { role: 'guest' }, () => {
    const { people } = workspace;
    people.saveStays(userId, channels);
    for (const seat of people.seats(userId)) if (!channels.includes(seat.channel)) people.clearSeat(seat);
    for (const channel of channels) people.saveSeat({ user: userId, channel, inviter: found.who.id });
  });
  return answerWhenComplete(workspace, userId);
}
