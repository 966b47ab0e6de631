import { isTeamId } from '../../protocol/ids.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import {
  formatWorkspaceToken,
  parseAccountToken,
  parseSessionCookie,
  parseWorkspaceToken,
} from '../../protocol/tokens.ts';
import type { WorkspaceToken } from '../../protocol/tokens.ts';
import { accountCookieOf, workspaceCookieOf } from './cookies.ts';
import type { Decoded } from './decode.ts';
import type { RequestFacts } from './request-facts.ts';

/** A token of the right form; whether it is good is for the object that it names to say. */
export type Credential =
  | { readonly kind: 'account'; readonly token: string }
  | { readonly kind: 'workspace'; readonly token: string; readonly parsed: WorkspaceToken };

type Found = Outcome<{ credential: Credential }, 'not_authed' | 'invalid_auth'>;

/** By header, else in the body, else by the cookie of one of our pages. A token in the URL is refused whatever it is. */
export function findCredential(
  request: Request,
  decoded: Pick<Decoded, 'bodyToken' | 'hasTokenInUrl'>,
  contract: Pick<MethodContract, 'tokens'>,
  facts: RequestFacts,
): Found {
  if (decoded.hasTokenInUrl) return refuse('invalid_auth');
  const header = request.headers.get('authorization');
  if (header !== null) return credentialOf(/^Bearer +(\S+)$/i.exec(header.trim())?.[1] ?? '');
  const { bodyToken } = decoded;
  if (bodyToken !== undefined && bodyToken !== '') {
    return typeof bodyToken === 'string' ? credentialOf(bodyToken) : refuse('invalid_auth');
  }
  if (!facts.isOwnPage) return refuse('not_authed');
  return contract.tokens.includes('account') ? accountOfPage(request, facts) : personOfPage(request, facts);
}

export function credentialOf(token: string): Outcome<{ credential: Credential }, 'invalid_auth'> {
  if (parseAccountToken(token) !== undefined) return accept({ credential: { kind: 'account', token } });
  const parsed = parseWorkspaceToken(token);
  return parsed === undefined
    ? refuse('invalid_auth')
    : accept({ credential: { kind: 'workspace', token, parsed } });
}

function accountOfPage(request: Request, facts: RequestFacts): Found {
  const token = accountCookieOf(request, facts);
  return token === undefined ? refuse('not_authed') : credentialOf(token);
}

function personOfPage(request: Request, facts: RequestFacts): Found {
  const { workspace = '' } = facts;
  return isTeamId(workspace) ? sessionOfCookie(request, facts, workspace) : refuse('not_authed');
}

/** The session cookie of one workspace. Whoever asks has checked the request's origin. */
export function sessionOfCookie(
  request: Request,
  facts: Pick<RequestFacts, 'isSecure'>,
  teamId: WorkspaceToken['teamId'],
): Found {
  const cookie = workspaceCookieOf(request, facts, teamId);
  if (cookie === undefined) return refuse('not_authed');
  const parsed = parseSessionCookie(cookie);
  if (parsed?.teamId !== teamId) return refuse('invalid_auth');
  return accept({ credential: { kind: 'workspace', token: formatWorkspaceToken(parsed), parsed } });
}
