import { mayInvitePeople } from '../../../domain/permissions/permissions.ts';
import { roles } from '../../../protocol/roles.ts';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import { useRulesOnceKnown } from '../policies/use-rules.ts';

/** What asks this is shown to nobody for a moment only: not before the workspace's rule is known. */
export function useMayInvite(): boolean {
  const role = roleOf(useSelf());
  const rules = useRulesOnceKnown();
  return rules !== undefined && roles.some((as) => mayInvitePeople({ role }, as, rules));
}
