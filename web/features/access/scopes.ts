import {
  mayAddEmoji,
  mayCreateBot,
  mayManageChannels,
  mayManageUsergroups,
  mayRunWorkspace,
} from '../../../domain/permissions/permissions.ts';
import type { Role } from '../../../protocol/roles.ts';
import { scopes } from '../../../protocol/scopes.ts';
import type { Scope } from '../../../protocol/scopes.ts';

/** No method takes them of a bot's token (scopes.test.ts holds this against the table). */
const ofPeopleAlone: ReadonlySet<Scope> = new Set([
  'reminders:read',
  'reminders:write',
  'stars:read',
  'stars:write',
  'users.profile:write',
  'invitations:write',
  'bots:write',
  'tokens:write',
  'admin.users:write',
  'admin.teams:read',
  'admin.teams:write',
  'admin.conversations:write',
]);

/** Every method that wants one of these is refused to a role that does not pass. */
const byRole: Partial<Readonly<Record<Scope, (role: Role) => boolean>>> = {
  'usergroups:write': (role) => mayManageUsergroups({ role }),
  'invitations:write': (role) => role !== 'guest',
  'bots:write': (role) => mayCreateBot({ role }),
  'admin.users:write': (role) => mayRunWorkspace({ role }),
  'admin.teams:read': (role) => mayAddEmoji({ role }),
  'admin.teams:write': (role) => mayAddEmoji({ role }),
  'admin.conversations:write': (role) => mayManageChannels({ role }),
};

/** What there is to tick for a token of this kind, made by somebody of this role. */
export const scopesFor = (kind: 'user' | 'bot', role: Role): readonly Scope[] =>
  scopes.filter((scope) => (kind === 'user' ? (byRole[scope]?.(role) ?? true) : !ofPeopleAlone.has(scope)));

/** What most bots need: to speak, and to know where and to whom. */
export const usualOfBots: readonly Scope[] = ['chat:write', 'channels:read', 'users:read'];
