import { mayInvitePeople, maySeePublicChannels } from '../../domain/permissions/permissions.ts';
import { sha256Hex } from '../../platform/secrets/hash.ts';
import { mintId, mintSecret } from '../../platform/secrets/mint.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { formatInvitationSecret } from '../../protocol/tokens.ts';
import { withinLimit } from '../log/time-limit.ts';
import { viewInvitation } from './invitation.ts';
import { callLimitMs } from './limits.ts';
import type { PersonRow } from './people-store.ts';
import type { Workspace } from './workspace.ts';

type Create = DirectoryObject['createInvitation'];

const daySeconds = 86_400;

/** A link of a fixed role. It leads into channels that its maker may see; a guest's must, for it leads nowhere else. */
export async function createInvitation(
  workspace: Workspace,
  actor: Actor,
  { role, channelIds, email, maxUses, days }: Parameters<Create>[1],
): Promise<Awaited<ReturnType<Create>>> {
  const inviter = workspace.activePerson(actor);
  if (inviter === undefined || !mayInvitePeople(inviter, role)) return refuse('restricted_action');
  const channels = [...new Set(channelIds)];
  if (role === 'guest' && channels.length === 0) return refuse('guest_needs_channels');
  try {
    const seen = await Promise.all(channels.map((id) => maySee(workspace, inviter, id)));
    if (seen.includes(false)) return refuse('channel_not_found');
  } catch {
    return refuse('service_unavailable');
  }
  const secret = mintSecret();
  const hash = await sha256Hex(secret);
  const invitation = {
    id: mintId('I'),
    hash,
    role,
    channels,
    email: email?.toLowerCase(),
    usesMax: maxUses,
    expires: Math.floor(workspace.now() / 1_000) + days * daySeconds,
    inviter: inviter.id,
  };
  workspace.transact(() => workspace.invitations.insert(invitation));
  return accept({
    invitation: viewInvitation({ ...invitation, uses: 0, revoked: undefined }),
    secret: formatInvitationSecret({ teamId: workspace.requireTeam().id, secret }),
  });
}

/** Of a private channel only its people know: the inviter's own Member says whether they are one. */
async function maySee(workspace: Workspace, inviter: PersonRow, channelId: ChannelId): Promise<boolean> {
  const row = workspace.channels.byId(channelId);
  if (row?.state !== 'open' || row.key !== undefined) return false;
  if (row.kind === 'public' && maySeePublicChannels(inviter)) return true;
  const member = workspace.objects.member(workspace.requireTeam().id, inviter.id);
  return (await withinLimit('membership', callLimitMs, member.membership(channelId))) !== undefined;
}
