import { mayInvitePeople } from '../../domain/permissions/permissions.ts';
import { sha256Hex } from '../../platform/secrets/hash.ts';
import { mintId, mintSecret } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { formatInvitationSecret } from '../../protocol/tokens.ts';
import { viewInvitation } from './invitation.ts';
import { maySeeAll } from './may-see.ts';
import { rules } from './set-rules.ts';
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
  if (inviter === undefined || !mayInvitePeople(inviter, role, rules(workspace))) {
    return refuse('restricted_action');
  }
  const channels = [...new Set(channelIds)];
  if (role === 'guest' && channels.length === 0) return refuse('guest_needs_channels');
  const isSeen = await maySeeAll(workspace, inviter, channels);
  if (isSeen === 'late') return refuse('service_unavailable');
  if (!isSeen) return refuse('channel_not_found');
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
