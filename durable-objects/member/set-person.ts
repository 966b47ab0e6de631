import type { PersonCopy } from '../../protocol/objects/member.ts';
import type { Person } from './person.ts';

/** From the Directory, which decides: an older copy, or the same again, changes nothing. */
export function setPerson(person: Person, copy: PersonCopy): void {
  if (person.copy !== undefined && person.copy.version >= copy.version) return;
  person.transact(() => {
    person.saveCopy(copy);
  });
}
