import type { Objects } from '../../platform/objects.ts';
import { isTeamId } from '../../protocol/ids.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import type { CredentialError } from '../../protocol/objects/member.ts';
import { refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { parseSessionCookie } from '../../protocol/tokens.ts';
import { authenticateToken } from '../api/authenticate.ts';
import { credentialOf, sessionOfCookie } from '../api/credential.ts';
import type { Credential } from '../api/credential.ts';
import type { RequestFacts } from '../api/request-facts.ts';

type Found = Promise<Outcome<{ caller: Caller }, CredentialError | 'not_authed'>>;

/** A program sends its token in the header, one that cannot has a ticket, a page of ours its cookie. */
export async function findCaller(request: Request, facts: RequestFacts, objects: Objects): Found {
  const { searchParams } = new URL(request.url);
  if (searchParams.has('token')) return refuse('invalid_auth');
  const header = request.headers.get('authorization');
  if (header !== null) return byBearer(/^Bearer +(\S+)$/i.exec(header.trim())?.[1] ?? '', objects);
  const ticket = searchParams.get('ticket');
  if (ticket !== null) return byTicket(ticket, objects);
  const workspace = searchParams.get('workspace') ?? '';
  // A page of any site may open a socket, with our cookies: only the origin tells ours.
  if (!isTeamId(workspace) || request.headers.get('origin') !== facts.origin) return refuse('not_authed');
  const cookie = sessionOfCookie(request, facts, workspace);
  return cookie.ok ? byCredential(cookie.credential, objects) : cookie;
}

async function byBearer(token: string, objects: Objects): Found {
  const found = credentialOf(token);
  return found.ok ? byCredential(found.credential, objects) : found;
}

async function byCredential(credential: Credential, objects: Objects): Found {
  // An account is nobody's place in a workspace.
  if (credential.kind === 'account') return refuse('not_allowed_token_type');
  return authenticateToken(objects, credential.parsed, {
    token: credential.token,
    allowed: ['user', 'bot'],
    scope: undefined,
    tier: undefined,
  });
}

/** Once: so it is not asked a second time if the Member does not answer. */
async function byTicket(ticket: string, objects: Objects): Found {
  const parsed = parseSessionCookie(ticket);
  if (parsed === undefined) return refuse('invalid_auth');
  return objects.member(parsed.teamId, parsed.userId).redeemTicket(ticket);
}
