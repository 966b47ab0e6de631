import { profileOf } from '../../domain/profile/profile-facts.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { addPerson } from './add-person.ts';
import { graceMs } from './limits.ts';
import { makeChannel } from './make-channel.ts';
import { presentTeamInfo } from './present-user.ts';
import type { Workspace } from './workspace.ts';

type Found = DirectoryObject['found'];

export const generalName = 'general';

/** The workspace, its owner and #general at once, then what other objects must know of them. A repeat goes on from there. */
export async function found(
  workspace: Workspace,
  request: Parameters<Found>[0],
  generation: string,
): Promise<Awaited<ReturnType<Found>>> {
  const team = workspace.team ?? write(workspace, request, generation);
  const general = await makeChannel(workspace, team.generalId);
  if (general.state !== 'open') return refuse('service_unavailable');
  return accept({ team: presentTeamInfo(team) });
}

function write(workspace: Workspace, { team, owner, shardCount }: Parameters<Found>[0], generation: string) {
  const nowMs = workspace.now();
  const facts = {
    ...team,
    created: Math.floor(nowMs / 1_000),
    generalId: mintId('C'),
    founder: owner.userId,
    shards: { count: shardCount, epoch: 1 },
    generation,
  };
  const general = {
    id: facts.generalId,
    kind: 'public' as const,
    name: generalName,
    key: undefined,
    isGeneral: true,
    creator: owner.userId,
    due: nowMs + graceMs,
  };
  workspace.transact((log) => {
    workspace.insertTeam(log, facts);
    const person = {
      id: owner.userId,
      role: 'owner' as const,
      profile: profileOf(owner.realName, owner.email),
      account: owner.accountId,
    };
    addPerson(workspace, log, person, shardCount);
    workspace.channels.reserve(general);
  });
  return facts;
}
