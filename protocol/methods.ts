import { account, invitations, workspaces } from './methods/account.ts';
import { adminConversations } from './methods/admin-conversations.ts';
import { adminUsers, members } from './methods/admin.ts';
import { api } from './methods/api.ts';
import { auth } from './methods/auth.ts';
import { bookmarks } from './methods/bookmarks.ts';
import { channels } from './methods/channels.ts';
import { chat } from './methods/chat.ts';
import { client } from './methods/client.ts';
import { conversations } from './methods/conversations.ts';
import { deliveries } from './methods/deliveries.ts';
import { adminEmoji, emoji } from './methods/emoji.ts';
import type { ErrorOf, InputOf, OutputOf } from './methods/method.ts';
import { mentions } from './methods/mentions.ts';
import { pins } from './methods/pins.ts';
import { reactions } from './methods/reactions.ts';
import { reminders } from './methods/reminders.ts';
import { scheduled } from './methods/scheduled.ts';
import { sessions } from './methods/sessions.ts';
import { stars } from './methods/stars.ts';
import { team, workspaceRules } from './methods/team.ts';
import { threads } from './methods/threads.ts';
import { bots, gateway, tokens } from './methods/tokens.ts';
import { usergroups } from './methods/usergroups.ts';
import { users } from './methods/users.ts';

/** THE table of API methods: dispatch, docs/api.md, the rights tests and the clients' types derive from it. */
export const methods = {
  ...account,
  ...adminEmoji,
  ...adminConversations,
  ...adminUsers,
  ...api,
  ...auth,
  ...bookmarks,
  ...bots,
  ...channels,
  ...chat,
  ...client,
  ...conversations,
  ...deliveries,
  ...emoji,
  ...gateway,
  ...invitations,
  ...members,
  ...mentions,
  ...pins,
  ...reactions,
  ...reminders,
  ...scheduled,
  ...sessions,
  ...stars,
  ...team,
  ...threads,
  ...tokens,
  ...usergroups,
  ...users,
  ...workspaceRules,
  ...workspaces,
};

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodInput<Name extends MethodName> = InputOf<Methods[Name]>;
export type MethodOutput<Name extends MethodName> = OutputOf<Methods[Name]>;
export type MethodError<Name extends MethodName> = ErrorOf<Methods[Name]>;

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(methods, name);
