import type { Objects } from '../../platform/objects.ts';
import { isChannelId } from '../../protocol/ids.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import type { Actor, Caller } from '../../protocol/objects/caller.ts';
import type { CredentialError } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { AccountCall, Call, CallerCall } from './context.ts';
import { findCredential } from './credential.ts';
import type { Credential } from './credential.ts';
import type { Decoded } from './decode.ts';
import { countGuess, mayGuess } from './limits.ts';
import { retryOnce } from './retry.ts';
import { settlePlaces } from './settle-places.ts';

export type AnyCall = Call | AccountCall | CallerCall;
type Authenticated = Promise<
  Outcome<{ context: AnyCall }, CredentialError | 'not_authed' | 'service_unavailable'>
>;

/** Who calls, whether this method takes their token, and all that the one call to their Member tells besides. */
export async function authenticate(
  request: Request,
  decoded: Decoded,
  contract: MethodContract,
  call: Call,
): Authenticated {
  if (contract.tokens.includes('none')) {
    return decoded.hasTokenInUrl ? refuse('invalid_auth') : accept({ context: call });
  }
  const found = findCredential(request, decoded, contract, call.request);
  if (!found.ok) return found;
  const { credential } = found;
  return credential.kind === 'account'
    ? authenticateAccount(credential, contract, call)
    : authenticatePerson(credential, decoded, contract, call);
}

async function authenticateAccount(
  { token }: Credential,
  contract: MethodContract,
  call: Call,
): Authenticated {
  const mayAsk = await mayGuess(call);
  if (!mayAsk.ok) return mayAsk;
  const isTaken = contract.tokens.includes('account');
  const session = await retryOnce(() =>
    call.objects.store().getAccount(token, isTaken ? contract.tier : undefined),
  );
  if (!session.ok) {
    if (session.error === 'invalid_auth') await countGuess(call);
    return session;
  }
  if (!isTaken) return refuse('not_allowed_token_type');
  const settled = await settlePlaces(call.objects, session.places);
  if (!settled.ok) return settled;
  return accept({ context: { ...call, accountToken: token, session } });
}

async function authenticatePerson(
  { token, parsed: { teamId, userId } }: Credential & { kind: 'workspace' },
  decoded: Decoded,
  { tokens, scope, tier }: MethodContract,
  call: Call,
): Authenticated {
  const channelId = channelArgumentOf(decoded.args);
  const answer = await authenticateToken(
    call.objects,
    { teamId, userId },
    {
      token,
      allowed: tokens,
      scope,
      tier,
      ...(channelId === undefined ? {} : { channelId }),
    },
  );
  if (!answer.ok) return answer;
  const { caller, membership } = answer;
  return accept({ context: { ...call, caller, actor: actorOf(caller), membership } });
}

/** It writes nothing, so a stub that broke (a deploy, an eviction) costs the caller nothing. */
export const authenticateToken = (
  objects: Objects,
  { teamId, userId }: Pick<Actor, 'teamId' | 'userId'>,
  request: Parameters<ReturnType<Objects['member']>['authenticate']>[0],
) => retryOnce(() => objects.member(teamId, userId).authenticate(request));

export const actorOf = ({ teamId, userId, role, bot }: Caller): Actor => ({
  teamId,
  userId,
  role,
  ...(bot === undefined ? {} : { bot }),
});

/** As the schemas of protocol/arguments.ts will read it. */
function channelArgumentOf({ channel, channel_id: id }: Decoded['args']): ChannelId | undefined {
  const named = channel ?? id;
  const text = typeof named === 'string' ? named.trim() : '';
  return isChannelId(text) ? text : undefined;
}
