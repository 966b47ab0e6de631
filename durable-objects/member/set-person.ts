import type { MemberObject, PersonCopy } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { withinLimit } from '../log/time-limit.ts';
import { revokeIn } from './credentials.ts';
import type { Person } from './person.ts';
import { allIds, oweRevocation, settleRevocations } from './revocations.ts';

/** A post that was under way when its author was deactivated is over by then, or the answer is late. */
const sendingLimitMs = 3_000;

/**
 * From the Directory, which decides: an older copy, or the same again, changes nothing. Who is deactivated keeps no
 * session, no token and nothing that was to be sent: reactivated, they sign in anew. Answered when the open sockets
 * have it and nothing of theirs is being sent.
 */
export async function setPerson(person: Person, copy: PersonCopy): ReturnType<MemberObject['setPerson']> {
  const before = person.copy;
  if (before === undefined || before.version < copy.version) {
    const isRole = before !== undefined && before.role !== copy.role;
    const isEnd = before?.isActive === true && !copy.isActive;
    person.transact(() => {
      person.saveCopy(copy);
      if (isEnd) {
        revokeIn(person, person.credentials());
        person.scheduled.deleteAll();
        person.reminders.deletePending();
      }
      if (isRole || isEnd) oweRevocation(person, { credentialIds: isEnd ? allIds(person) : [], isRole });
    });
  }
  const [isTold, isQuiet] = await Promise.all([settleRevocations(person), copy.isActive || quiet(person)]);
  return isTold && isQuiet ? accept({}) : refuse('service_unavailable');
}

async function quiet(person: Person): Promise<boolean> {
  try {
    await withinLimit(
      'sending',
      sendingLimitMs,
      Promise.all([person.sending.settled(), person.reminding.settled()]),
    );
    return true;
  } catch {
    return false;
  }
}
