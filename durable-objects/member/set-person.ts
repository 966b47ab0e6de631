import type { MemberObject, PersonCopy } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { revokeIn } from './credentials.ts';
import type { Person } from './person.ts';
import { allIds, oweRevocation, settleRevocations } from './revocations.ts';

/**
 * From the Directory, which decides: an older copy, or the same again, changes nothing. Who is deactivated keeps no
 * session and no token: reactivated, they sign in anew. Answered when the open sockets have it.
 */
export async function setPerson(person: Person, copy: PersonCopy): ReturnType<MemberObject['setPerson']> {
  const before = person.copy;
  if (before === undefined || before.version < copy.version) {
    const isRole = before !== undefined && before.role !== copy.role;
    const isEnd = before?.isActive === true && !copy.isActive;
    person.transact(() => {
      person.saveCopy(copy);
      if (isEnd) revokeIn(person, person.credentials());
      if (isRole || isEnd) oweRevocation(person, { credentialIds: isEnd ? allIds(person) : [], isRole });
    });
  }
  return (await settleRevocations(person)) ? accept({}) : refuse('service_unavailable');
}
