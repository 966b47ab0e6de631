import type { CredentialId } from '../../protocol/ids.ts';
import type { CredentialFault, MemberBoot } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { callerOf, faultOf } from './authenticate.ts';
import type { Person } from './person.ts';

/** For a socket's first frames: read in one turn, so all of it is of one version. */
export function boot(
  person: Person,
  credentialId: CredentialId,
  threadsAfter?: number,
): Outcome<MemberBoot, CredentialFault> {
  const { copy } = person;
  const credential = person.credential(credentialId);
  if (copy === undefined || credential === undefined) return refuse('token_revoked');
  const fault = faultOf(copy, credential, person.now());
  if (fault !== undefined) return refuse(fault);
  return accept({
    caller: callerOf(copy, credential),
    version: person.version,
    memberships: person.memberships(),
    threads: threadsAfter === undefined ? [] : person.threadsAfter(threadsAfter),
    stars: threadsAfter === undefined ? [] : person.starsAfter(threadsAfter),
    preferences: person.preferences,
  });
}
