import { mintId, mintSecret } from '../../platform/secrets/mint.ts';
import { sha256Hex } from '../../platform/secrets/hash.ts';
import type { CredentialId } from '../../protocol/ids.ts';
import type { MemberObject } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { formatWorkspaceToken } from '../../protocol/tokens.ts';
import type { Person } from './person.ts';
import type { Credential } from './store.ts';

const dayMs = 86_400_000;
/** A browser comes back with its account's session and opens another one. */
export const sessionLifetimeMs = 30 * dayMs;
/** How long a holder still learns that theirs was revoked; later it is unknown. */
const deadKeptMs = 30 * dayMs;

type Open = MemberObject['openCredential'];

export async function openCredential(
  person: Person,
  { kind, name, scopes, accountSessionId }: Parameters<Open>[0],
): ReturnType<Open> {
  const secret = mintSecret();
  const hash = await sha256Hex(secret);
  const { copy } = person;
  if (!copy?.isActive || (kind === 'bot') !== (copy.bot !== undefined)) return refuse('invalid_auth');
  const created = person.now();
  const credential: Credential = {
    id: mintId('K'),
    kind,
    name,
    hash,
    scopes: kind === 'session' ? [] : [...new Set(scopes)],
    accountSessionId,
    created,
    expires: kind === 'session' ? created + sessionLifetimeMs : undefined,
    revoked: undefined,
  };
  person.transact(() => {
    person.forget(person.credentials().filter((old) => diedAt(old) < created - deadKeptMs));
    person.addCredential(credential);
  });
  const token = formatWorkspaceToken({ kind, teamId: copy.teamId, userId: copy.userId, secret });
  return accept({ credentialId: credential.id, token });
}

export function revokeCredential(person: Person, id: CredentialId): { revoked: boolean } {
  const credential = person.credential(id);
  if (credential === undefined) return { revoked: false };
  revokeAll(person, [credential]);
  return { revoked: true };
}

export function endSessionsOf(person: Person, accountSessionIds: readonly string[] | 'all'): void {
  const isMeant = ({ kind, accountSessionId }: Credential): boolean =>
    kind === 'session' &&
    (accountSessionIds === 'all' ||
      (accountSessionId !== undefined && accountSessionIds.includes(accountSessionId)));
  revokeAll(person, person.credentials().filter(isMeant));
}

export function revokeEverything(person: Person): void {
  revokeAll(person, person.credentials());
}

function revokeAll(person: Person, credentials: readonly Credential[]): void {
  const standing = credentials.filter(({ revoked }) => revoked === undefined);
  if (standing.length === 0) return;
  person.transact(() => {
    person.revoke(standing);
  });
  for (const { id } of standing) person.buckets.drop(id);
}

const diedAt = ({ revoked, expires }: Credential): number =>
  Math.min(revoked ?? Infinity, expires ?? Infinity);
