import { teamDomainOf } from '../../../../domain/naming/team-domain.ts';
import { mintCode, mintId } from '../../../../platform/secrets/mint.ts';
import type { TeamId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { AccountCall } from '../../context.ts';
import { handler } from '../../handler.ts';
import { countSignUp } from '../../limits.ts';
import { openSession } from '../../open-session.ts';
import { showPlace } from '../../show-account.ts';

export const workspacesCreate = handler<'workspaces.create'>(async (context, args) => {
  const { objects, session, config } = context;
  const { account, sessionId } = session;
  if (!account.mayCreateWorkspaces) return refuse('restricted_action');
  const counted = await countSignUp(context);
  if (!counted.ok) return counted;
  const teamId = mintId('T');
  const owner = {
    userId: mintId('U'),
    accountId: account.id,
    email: account.email,
    realName: args.real_name,
  };
  const domain = await recordWorkspace(context, teamId, args.name);
  const founded = await objects
    .directory(teamId)
    .found({ team: { id: teamId, name: args.name, domain }, owner, shardCount: config.gatewayShards });
  if (!founded.ok) return founded;
  const { userId } = await objects
    .store()
    .linkWorkspace({ accountId: account.id, teamId, userId: owner.userId });
  const opened = await openSession(context, { teamId, userId }, sessionId);
  if (!opened.ok) return opened;
  return accept({ ...showPlace({ teamId, userId, name: args.name, domain }), token: opened.token });
});

const triesMax = 8;

/** Under the first of `acme`, `acme-123456`, … that nobody has; says which. */
async function recordWorkspace({ objects }: AccountCall, teamId: TeamId, name: string): Promise<string> {
  const wanted = teamDomainOf(name);
  for (let tries = 0; tries < triesMax; tries += 1) {
    const domain = tries === 0 ? wanted : `${wanted}-${mintCode()}`;
    const recorded = await objects.store().recordWorkspace({ teamId, name, domain });
    if (recorded.ok) return domain;
  }
  throw new Error('no free domain for a workspace');
}
