/** Slack's scopes, by its names, as far as a method of the table asks for one. */
export const scopes = [
  'channels:read',
  'channels:write',
  'channels:history',
  'chat:write',
  'chat:write.customize',
  'reactions:read',
  'reactions:write',
  'reminders:read',
  'reminders:write',
  'stars:read',
  'stars:write',
  'team:read',
  'usergroups:read',
  'usergroups:write',
  'users:read',
  'users:read.email',
  'users.profile:read',
  'users.profile:write',
  'emoji:read',
  'invitations:write',
  'bots:write',
  'tokens:write',
  'admin.users:write',
  'admin.teams:read',
  'admin.teams:write',
  'admin.conversations:write',
  'pins:read',
  'pins:write',
  'bookmarks:read',
  'bookmarks:write',
] as const;
export type Scope = (typeof scopes)[number];

/** Slack's finer names, taken as ours when a token is made: one scope covers every kind of conversation here. */
const broader: Record<string, Scope> = {
  'groups:read': 'channels:read',
  'im:read': 'channels:read',
  'mpim:read': 'channels:read',
  'groups:write': 'channels:write',
  'im:write': 'channels:write',
  'mpim:write': 'channels:write',
  'channels:manage': 'channels:write',
  'channels:join': 'channels:write',
  'channels:write.topic': 'channels:write',
  'groups:write.topic': 'channels:write',
  'mpim:write.topic': 'channels:write',
  'groups:history': 'channels:history',
  'im:history': 'channels:history',
  'mpim:history': 'channels:history',
};
export function scopeNamed(name: string): Scope | undefined {
  return scopes.find((scope) => scope === name) ?? broader[name];
}
