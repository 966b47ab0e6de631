import { mintSecret } from '../../platform/secrets/mint.ts';
import { sha256Hex } from '../../platform/secrets/hash.ts';
import type { CredentialId } from '../../protocol/ids.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { formatSessionCookie, parseSessionCookie } from '../../protocol/tokens.ts';
import { callerOf, faultOf } from './authenticate.ts';
import type { Person } from './person.ts';

export const ticketLifetimeMs = 30_000;

/** `<team>.<user>.<secret>`, which routes itself as a session's cookie does. Only its hash is kept. */
export async function issueTicket(person: Person, credentialId: CredentialId): Promise<{ ticket: string }> {
  const secret = mintSecret();
  const hash = await sha256Hex(secret);
  const { copy } = person;
  if (copy === undefined) throw new Error('a ticket was asked for a person who was never made');
  const nowMs = person.now();
  person.transact(() => {
    person.store.deleteTicketsExpired(nowMs);
    person.store.insertTicket(hash, credentialId, nowMs + ticketLifetimeMs);
  });
  return { ticket: formatSessionCookie({ teamId: copy.teamId, userId: copy.userId, secret }) };
}

/** Once: found and deleted in one turn, so that of two who bring it one gets in. */
export async function redeemTicket(
  person: Person,
  ticket: string,
): Promise<Outcome<{ caller: Caller }, 'invalid_auth'>> {
  const parsed = parseSessionCookie(ticket);
  if (parsed === undefined) return refuse('invalid_auth');
  const hash = await sha256Hex(parsed.secret);
  const { copy } = person;
  if (copy?.teamId !== parsed.teamId || copy.userId !== parsed.userId) return refuse('invalid_auth');
  const found = person.store.ticket(hash);
  if (found === undefined) return refuse('invalid_auth');
  person.transact(() => {
    person.store.deleteTicket(hash);
  });
  const nowMs = person.now();
  const credential = person.credential(found.credential);
  if (found.expires <= nowMs || credential === undefined) return refuse('invalid_auth');
  if (faultOf(copy, credential, nowMs) !== undefined) return refuse('invalid_auth');
  return accept({ caller: callerOf(copy, credential) });
}
