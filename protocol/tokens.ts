import { isTeamId, isUserId, type TeamId, type UserId } from './ids.ts';

/**
 * The shapes of what a caller holds. Each but the account's names its team and person, so that it routes itself:
 *
 *   xoxp-<team>-<user>-<40>   a person's API token          xoxb-…  a bot's (the bot's user id)
 *   xoxs-<team>-<user>-<40>   a workspace session as bearer; as a cookie it is <team>.<user>.<40>
 *   ewa-<40>                  an account's session: it names no workspace
 *   <team>-<40>               an invitation
 *
 * The last part is 40 of base62 (238 bits). Only the hash of that part is stored, so the two forms of a session are one.
 */
const prefixes = { xoxp: 'user', xoxb: 'bot', xoxs: 'session' } as const;
type Prefix = keyof typeof prefixes;
export type WorkspaceTokenKind = (typeof prefixes)[Prefix];

export const secretLength = 40;

export interface WorkspaceToken {
  readonly kind: WorkspaceTokenKind;
  readonly teamId: TeamId;
  readonly userId: UserId;
  readonly secret: string;
}

export interface InvitationSecret {
  readonly teamId: TeamId;
  readonly secret: string;
}

const isSecret = (text: string): boolean => text.length === secretLength && /^[A-Za-z0-9]+$/.test(text);
const isPrefix = (text: string): text is Prefix => Object.hasOwn(prefixes, text);

export function parseWorkspaceToken(text: string): WorkspaceToken | undefined {
  const [prefix = '', teamId = '', userId = '', secret = '', ...rest] = text.split('-');
  if (!isPrefix(prefix) || !isTeamId(teamId) || !isUserId(userId) || !isSecret(secret) || rest.length > 0)
    return;
  return { kind: prefixes[prefix], teamId, userId, secret };
}

export function formatWorkspaceToken({ kind, teamId, userId, secret }: WorkspaceToken): string {
  const prefix = { user: 'xoxp', bot: 'xoxb', session: 'xoxs' }[kind];
  return `${prefix}-${teamId}-${userId}-${secret}`;
}

/** A workspace session as the browser's cookie holds it. */
export function parseSessionCookie(text: string): WorkspaceToken | undefined {
  const [teamId = '', userId = '', secret = '', ...rest] = text.split('.');
  if (!isTeamId(teamId) || !isUserId(userId) || !isSecret(secret) || rest.length > 0) return;
  return { kind: 'session', teamId, userId, secret };
}

export const formatSessionCookie = ({ teamId, userId, secret }: Omit<WorkspaceToken, 'kind'>): string =>
  `${teamId}.${userId}.${secret}`;

/** The secret of an account's session, if this is shaped like one. */
export function parseAccountToken(text: string): string | undefined {
  const secret = text.slice('ewa-'.length);
  return text.startsWith('ewa-') && isSecret(secret) ? secret : undefined;
}

export const formatAccountToken = (secret: string): string => `ewa-${secret}`;

export function parseInvitationSecret(text: string): InvitationSecret | undefined {
  const [teamId = '', secret = '', ...rest] = text.split('-');
  if (!isTeamId(teamId) || !isSecret(secret) || rest.length > 0) return;
  return { teamId, secret };
}

export const formatInvitationSecret = ({ teamId, secret }: InvitationSecret): string => `${teamId}-${secret}`;
