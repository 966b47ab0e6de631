import { mintId, mintSecret } from '../../platform/secrets/mint.ts';
import { sha256Hex } from '../../platform/secrets/hash.ts';
import type { CredentialId } from '../../protocol/ids.ts';
import type { CredentialView, MemberObject } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { formatWorkspaceToken } from '../../protocol/tokens.ts';
import type { Person } from './person.ts';
import { oweRevocation, settleRevocations } from './revocations.ts';
import type { Credential } from './store.ts';

const dayMs = 86_400_000;
/** A browser comes back with its account's session and opens another one. */
export const sessionLifetimeMs = 30 * dayMs;
/** More than anybody has browsers: each stored row is one that a stolen account session could fill this object with. */
export const sessionsMax = 100;
/** Longer than an account session lives: until then it could still ask for a session here. */
const endedKeptMs = 31 * dayMs;
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
  // Of a sign-out that came before the session which this call was let in by was gone.
  if (accountSessionId !== undefined && person.revocations.hasEnded(accountSessionId)) {
    return refuse('invalid_auth');
  }
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
  const isOneEnded = person.transact(() => {
    const ended = kind === 'session' ? makeRoom(person, created) : [];
    person.forget(outdated(person.credentials(), created));
    person.addCredential(credential);
    if (credential.expires !== undefined) person.alarm.armBy(credential.expires);
    return ended.length > 0;
  });
  // Whoever comes in waits for it, and is let in whatever comes of it: the alarm goes on.
  if (isOneEnded) await settleRevocations(person);
  const token = formatWorkspaceToken({ kind, teamId: copy.teamId, userId: copy.userId, secret });
  return accept({ credentialId: credential.id, token });
}

/** In a transaction: a person with more sessions than this opens another one for the oldest. */
function makeRoom(person: Person, nowMs: number): readonly Credential[] {
  const standing = person
    .credentials()
    .filter((credential) => credential.kind === 'session' && diedAt(credential) > nowMs)
    .toSorted((one, other) => one.created - other.created);
  const ended = standing.slice(0, Math.max(0, standing.length + 1 - sessionsMax));
  if (ended.length === 0) return ended;
  revokeIn(person, ended);
  oweRevocation(person, { credentialIds: ended.map(({ id }) => id), isRole: false });
  return ended;
}

/** What died long ago, and of the sessions that died since all but the newest. */
function outdated(credentials: readonly Credential[], nowMs: number): Credential[] {
  const dead = credentials.filter((credential) => diedAt(credential) <= nowMs);
  const sessions = dead
    .filter(({ kind }) => kind === 'session')
    .toSorted((one, other) => diedAt(other) - diedAt(one));
  const surplus = new Set(sessions.slice(sessionsMax));
  return dead.filter((old) => diedAt(old) < nowMs - deadKeptMs || surplus.has(old));
}

/** Those that stand, oldest first. */
export function credentials(person: Person): CredentialView[] {
  const nowMs = person.now();
  return person
    .credentials()
    .filter((credential) => diedAt(credential) > nowMs)
    .toSorted((one, other) => one.created - other.created)
    .map(({ id, kind, name, scopes, created, expires }) => ({
      id,
      kind,
      name,
      scopes,
      created,
      ...(expires === undefined ? {} : { expires }),
    }));
}

export async function revokeCredential(
  person: Person,
  id: CredentialId,
  of?: 'session' | 'token',
): ReturnType<MemberObject['revokeCredential']> {
  const credential = person.credential(id);
  const isMeant = of === undefined || (credential?.kind === 'session') === (of === 'session');
  if (credential === undefined || !isMeant) return accept({ revoked: false });
  return (await revokeAll(person, [credential])) ? accept({ revoked: true }) : refuse('service_unavailable');
}

export async function endSessionsOf(
  person: Person,
  accountSessionIds: readonly string[],
  everywhere = false,
): ReturnType<MemberObject['endSessionsOf']> {
  if (person.copy === undefined) return accept({});
  const nowMs = person.now();
  const isMeant = ({ kind, accountSessionId }: Credential): boolean =>
    kind === 'session' &&
    (everywhere || (accountSessionId !== undefined && accountSessionIds.includes(accountSessionId)));
  person.transact(() => {
    person.revocations.deleteEndedBefore(nowMs - endedKeptMs);
    person.revocations.saveEnded(accountSessionIds, nowMs);
  });
  const isDone = await revokeAll(person, person.credentials().filter(isMeant));
  return isDone ? accept({}) : refuse('service_unavailable');
}

export async function revokeEverything(person: Person): ReturnType<MemberObject['revokeEverything']> {
  return (await revokeAll(person, person.credentials())) ? accept({}) : refuse('service_unavailable');
}

/** In a transaction. */
export function revokeIn(person: Person, credentials: readonly Credential[]): void {
  const standing = credentials.filter(({ revoked }) => revoked === undefined);
  if (standing.length > 0) person.revoke(standing);
  for (const { id } of standing) person.buckets.drop(id);
}

/** False: no call succeeds any more, but not every open socket has ended yet. Also waits for what an earlier call left. */
async function revokeAll(person: Person, credentials: readonly Credential[]): Promise<boolean> {
  const standing = credentials.filter(({ revoked }) => revoked === undefined);
  if (standing.length > 0) {
    person.transact(() => {
      revokeIn(person, standing);
      oweRevocation(person, { credentialIds: standing.map(({ id }) => id), isRole: false });
    });
  }
  return settleRevocations(person);
}

const diedAt = ({ revoked, expires }: Credential): number =>
  Math.min(revoked ?? Infinity, expires ?? Infinity);
