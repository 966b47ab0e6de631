import type { MemberObject } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { faultOf } from './authenticate.ts';
import type { Person } from './person.ts';

type Watch = MemberObject['watch'];

/** Stored before the socket gets its first frame, so that no revocation misses it. One that was before refuses it. */
export function watch(
  person: Person,
  { socketId, channelId, credentialId }: Parameters<Watch>[0],
): Awaited<ReturnType<Watch>> {
  const { copy } = person;
  const credential = person.credential(credentialId);
  if (copy === undefined || credential === undefined) return refuse('token_revoked');
  const fault = faultOf(copy, credential, person.now());
  if (fault !== undefined) return refuse(fault);
  person.transact(() => {
    person.revocations.saveSocket(socketId, channelId, credentialId);
  });
  return accept({});
}

export function unwatch(person: Person, socketId: string): void {
  if (person.copy === undefined || !person.revocations.hasSocket(socketId)) return;
  person.transact(() => {
    person.revocations.deleteSocket(socketId);
  });
}
