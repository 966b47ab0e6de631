import { mayInvitePeople } from '../../../domain/permissions/permissions.ts';
import { roles } from '../../../protocol/roles.ts';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import { useRulesOnceKnown } from '../policies/use-rules.ts';

/** Until the workspace's rule is known it is taken to be the strict one: nobody is shown a button for a moment only. */
export function useMayInvite(): boolean {
  const role = roleOf(useSelf());
  const rules = useRulesOnceKnown() ?? { adminsInviteAlone: true };
  return roles.some((as) => mayInvitePeople({ role }, as, rules));
}
