import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { ResponseMetadata } from '../entities.ts';
import { TeamId, UserId } from '../ids.ts';
import { roles } from '../roles.ts';
import { method } from './method.ts';

export const email = v.pipe(
  argument.text(254),
  v.trim(),
  v.toLowerCase(),
  v.email('must be an e-mail address'),
  v.description('an e-mail address'),
);

/** A place that an account has: a person in a workspace. */
export const Place = v.object({
  team: v.object({ id: TeamId, name: v.string(), domain: v.string() }),
  user: v.object({ id: UserId }),
});
const Account = v.object({ id: v.string(), email: v.string(), may_create_workspaces: v.boolean() });

export const account = {
  'account.requestCode': method({
    about: 'Mails a sign-in code. The answer is the same whether or not the address is known.',
    tokens: ['none'],
    scope: undefined,
    tier: 'tier1',
    input: v.object({ email }),
    output: v.object({}),
    errors: ['mail_not_configured'],
  }),
  'account.signIn': method({
    about:
      'Signs in by a mailed code or by a password. `token` is the bearer of the account; a browser gets a cookie.',
    tokens: ['none'],
    scope: undefined,
    tier: 'tier1',
    input: v.object({
      email,
      code: v.optional(argument.text(20)),
      password: v.optional(argument.text(200)),
    }),
    output: v.object({ account: Account, token: v.string(), workspaces: v.array(Place) }),
    errors: ['invalid_code', 'code_expired', 'invalid_credentials'],
  }),
  'account.signOut': method({
    about:
      'Ends this session of the account, or with `everywhere` all of them, with the workspace sessions that it opened and their sockets.',
    tokens: ['account'],
    scope: undefined,
    tier: 'tier2',
    input: v.object({ everywhere: argument.flag() }),
    output: v.object({}),
    errors: [],
  }),
  'account.setPassword': method({
    about:
      'Sets or changes the password, in a session that proved the address by a code or came by the invitation that made the account.',
    tokens: ['account'],
    scope: undefined,
    tier: 'tier1',
    input: v.object({ password: argument.text(200) }),
    output: v.object({}),
    errors: ['password_too_short', 'session_not_proved'],
  }),
  'account.sessions.list': method({
    about: 'The open sessions of the account, oldest first.',
    tokens: ['account'],
    scope: undefined,
    tier: 'tier2',
    input: v.object({}),
    output: v.object({
      sessions: v.array(
        v.object({
          id: v.string(),
          /** Seconds. */
          created: v.number(),
          expires: v.number(),
          is_current: v.boolean(),
        }),
      ),
    }),
    errors: [],
  }),
  'account.sessions.revoke': method({
    about: 'Ends a session of the account, with the workspace sessions that it opened and their sockets.',
    tokens: ['account'],
    scope: undefined,
    tier: 'tier2',
    input: v.object({ session_id: argument.text(100) }),
    output: v.object({}),
    errors: ['session_not_found'],
  }),
  'account.get': method({
    about: 'The account and its workspaces.',
    tokens: ['account'],
    scope: undefined,
    tier: 'tier3',
    input: v.object({}),
    output: v.object({ account: Account, workspaces: v.array(Place) }),
    errors: [],
  }),
};

export const workspaces = {
  'workspaces.create': method({
    about: 'Makes a workspace, owned by the account that asks. `token` is a session of its owner.',
    tokens: ['account'],
    scope: undefined,
    tier: 'tier1',
    input: v.object({
      name: v.pipe(argument.text(80), v.trim(), v.nonEmpty('must not be empty')),
      real_name: v.pipe(argument.text(80), v.trim(), v.nonEmpty('must not be empty')),
    }),
    output: v.object({ ...Place.entries, token: v.string() }),
    errors: ['restricted_action'],
  }),
  'workspaces.enter': method({
    about: 'Opens a session in a workspace that the account has a place in.',
    tokens: ['account'],
    scope: undefined,
    tier: 'tier2',
    input: v.object({ team_id: v.pipe(argument.text(20), v.description('a workspace’s id')) }),
    output: v.object({ ...Place.entries, token: v.string() }),
    errors: ['team_not_found', 'account_deactivated'],
  }),
};

const shown = {
  id: v.string(),
  role: v.picklist(roles),
  max_uses: v.number(),
  expires: v.number(),
  channel_ids: v.array(v.string()),
  email: v.optional(v.string()),
};

export const invitations = {
  'invitations.create': method({
    about:
      'Makes a link that can be copied: a fixed role, a cap of uses, an expiry. With `email` it works for that address only. Shown once.',
    tokens: ['user'],
    scope: 'invitations:write',
    tier: 'tier2',
    input: v.object({
      role: v.optional(v.picklist(roles, `must be one of ${roles.join(', ')}`), 'member'),
      channel_ids: v.optional(argument.list(argument.text(40), 50), []),
      email: v.optional(email),
      max_uses: v.optional(argument.integer(1, 1000), 1),
      days: v.optional(argument.integer(1, 30), 7),
    }),
    output: v.object({
      invitation: v.object(shown),
      secret: v.string(),
      url: v.string(),
    }),
    errors: ['restricted_action', 'channel_not_found', 'guest_needs_channels'],
  }),
  'invitations.list': method({
    about: 'Links that still let somebody in: one’s own, for admins and owners all, by pages.',
    tokens: ['user'],
    scope: 'invitations:write',
    tier: 'tier2',
    input: v.object({ limit: argument.pageSize(100, 1000), cursor: argument.cursor }),
    output: v.object({
      invitations: v.array(
        v.object({
          ...shown,
          uses: v.number(),
          inviter: UserId,
        }),
      ),
      response_metadata: ResponseMetadata,
    }),
    errors: ['invalid_cursor'],
  }),
  'invitations.revoke': method({
    about: 'Takes a link back: one’s own, for admins and owners any. Taken back already: ok.',
    tokens: ['user'],
    scope: 'invitations:write',
    tier: 'tier2',
    input: v.object({ invitation_id: argument.text(40) }),
    output: v.object({}),
    errors: ['invitation_not_found'],
  }),
  'invitations.get': method({
    about: 'What a link invites to.',
    tokens: ['none'],
    scope: undefined,
    tier: 'tier2',
    input: v.object({ secret: argument.text(200) }),
    output: v.object({
      /** `workspace` for an invitation; `setup` for the one-time link of a fresh deployment. */
      kind: v.picklist(['workspace', 'setup']),
      team: v.optional(v.object({ id: TeamId, name: v.string() })),
      inviter: v.optional(v.object({ name: v.string() })),
      role: v.picklist(roles),
      email: v.optional(v.string()),
    }),
    errors: ['invitation_not_found', 'invitation_expired', 'invitation_used', 'invitation_revoked'],
  }),
  'invitations.accept': method({
    about:
      'Accepts a link with a password. An account that exists must give its own password. A set-up link answers with the account’s bearer alone; others with a session in the workspace too.',
    tokens: ['none'],
    scope: undefined,
    tier: 'tier1',
    input: v.object({
      secret: argument.text(200),
      email,
      real_name: v.pipe(argument.text(80), v.trim(), v.nonEmpty('must not be empty')),
      password: argument.text(200),
    }),
    output: v.object({
      account: Account,
      account_token: v.string(),
      team: v.optional(Place.entries.team),
      user: v.optional(Place.entries.user),
      token: v.optional(v.string()),
    }),
    errors: [
      'invitation_not_found',
      'invitation_expired',
      'invitation_used',
      'invitation_revoked',
      'invitation_for_other_email',
      'password_too_short',
      'sign_up_closed',
      'invalid_credentials',
      'account_deactivated',
    ],
  }),
};
