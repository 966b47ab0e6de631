import type { MethodOutput } from '../../protocol/methods.ts';
import type { Account, Place } from '../../protocol/objects/store.ts';

type Shown = MethodOutput<'account.get'>;

export const showAccount = ({ id, email, mayCreateWorkspaces }: Account): Shown['account'] => ({
  id,
  email,
  may_create_workspaces: mayCreateWorkspaces,
});

export const showPlace = ({
  teamId,
  userId,
  name,
  domain,
}: Omit<Place, 'mustRevoke'>): Shown['workspaces'][number] => ({
  team: { id: teamId, name, domain },
  user: { id: userId },
});
