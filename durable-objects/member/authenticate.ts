import { sha256Hex } from '../../platform/secrets/hash.ts';
import type { TokenKind } from '../../protocol/methods/method.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import type {
  CredentialError,
  CredentialFault,
  CredentialRequest,
  Membership,
  PersonCopy,
} from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { scopes as allScopes } from '../../protocol/scopes.ts';
import { parseWorkspaceToken } from '../../protocol/tokens.ts';
import type { Person } from './person.ts';
import type { Credential } from './store.ts';

/** Authenticates a token, and says whether its person is in the channel. Writes nothing. */
export async function authenticate(
  person: Person,
  request: CredentialRequest,
): Promise<Outcome<{ caller: Caller; membership: Membership | undefined }, CredentialError>> {
  const token = parseWorkspaceToken(request.token);
  if (token === undefined) return refuse('invalid_auth');
  const hash = await sha256Hex(token.secret);
  // Read after the await: a revocation that came meanwhile counts.
  const credential = person.credentialByHash(hash);
  const { copy } = person;
  if (credential?.kind !== token.kind || copy === undefined) return refuse('invalid_auth');
  if (copy.teamId !== token.teamId || copy.userId !== token.userId) return refuse('invalid_auth');
  const nowMs = person.now();
  const fault = faultOf(copy, credential, nowMs);
  if (fault !== undefined) return refuse(fault);
  const caller = callerOf(copy, credential);
  if (!request.allowed.includes(caller.kind satisfies TokenKind)) return refuse('not_allowed_token_type');
  if (request.scope !== undefined && !caller.scopes.includes(request.scope)) {
    return refuse('missing_scope', { needed: request.scope, provided: caller.scopes.join(',') });
  }
  if (request.tier !== undefined) {
    const retryAfterSeconds = person.buckets.take(credential.id, request.tier, nowMs);
    if (retryAfterSeconds !== undefined) return refuse('ratelimited', { retryAfterSeconds });
  }
  const membership = request.channelId === undefined ? undefined : person.membership(request.channelId);
  return accept({ caller, membership });
}

/** Why a credential no longer works, if it does not. */
export function faultOf(
  copy: PersonCopy,
  credential: Credential,
  nowMs: number,
): CredentialFault | undefined {
  if (!copy.isActive) return 'account_inactive';
  const { revoked, expires = Infinity } = credential;
  // One that ended by itself is marked as revoked by the alarm, then.
  if (revoked !== undefined && revoked < expires) return 'token_revoked';
  return expires <= nowMs ? 'token_expired' : undefined;
}

export function callerOf(copy: PersonCopy, credential: Credential): Caller {
  const { teamId, userId, role, bot, shards } = copy;
  return {
    teamId,
    userId,
    role,
    ...(bot ? { bot } : {}),
    credentialId: credential.id,
    kind: credential.kind === 'bot' ? 'bot' : 'user',
    scopes: credential.kind === 'session' ? allScopes : credential.scopes,
    shardCount: shards.count,
  };
}
