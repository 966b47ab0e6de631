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

/** What there is to tick for a token of this kind. */
export const scopesFor = (kind: 'user' | 'bot'): readonly Scope[] =>
  kind === 'user' ? scopes : scopes.filter((scope) => !ofPeopleAlone.has(scope));

/** What most bots need: to speak, and to know where and to whom. */
export const usualOfBots: readonly Scope[] = ['chat:write', 'channels:read', 'users:read'];
