import type { MethodName } from '../../../../protocol/methods.ts';
import { isFields } from '../../../support/fields.ts';
import { makeToken, unique } from '../../../support/workspace.ts';
import type { Attempt, Scene, Scenes } from '../scene.ts';
import type { Caller, Stage } from '../stage.ts';

type Holder = (stage: Stage, attempt: Attempt) => Caller;
const friend: Holder = (stage) => stage.friend;
const otherAdmin: Holder = (stage) => stage.otherAdmin;
const bot: Holder = ({ callers }) => callers.bot;

const listOf = (holder: Holder): Scene => ({
  args: (stage, attempt) => ({ user_id: holder(stage, attempt).userId }),
});

/** A token of its own for each call: the newest of the holder's. */
async function newTokenOf(stage: Stage, holder: Caller): Promise<string> {
  const { ask, owner, bot } = stage.world;
  if (holder.session === undefined) {
    const args = { kind: 'bot' as const, bot_id: bot.id, name: 'x', scopes: ['chat:write'] };
    return (await ask('tokens.create', owner.token, args)).token_id;
  }
  const args = { kind: 'user' as const, name: 'x', scopes: ['chat:write'] };
  return (await ask('tokens.create', holder.session, args)).token_id;
}

/** A session of its own where it is to be ended. */
async function newSessionOf(stage: Stage, holder: Caller, { expected }: Attempt): Promise<string> {
  const { ask, workspace } = stage.world;
  const known = async (token: string) => (await ask('sessions.list', token, {})).sessions;
  if (expected !== 'ok') return (await known(holder.session ?? stage.friend.session))[0]?.id ?? '';
  const account = stage.accounts.get(holder.userId);
  const { token } = await ask('workspaces.enter', account, { team_id: workspace.teamId });
  return (await known(token)).find(({ is_current: isCurrent }) => isCurrent)?.id ?? '';
}

const sessionOf = (holder: Holder, isOwn = false): Scene => ({
  args: async (stage, attempt) => {
    const whose = holder(stage, attempt);
    const session_id = await newSessionOf(stage, whose, attempt);
    return isOwn ? { session_id } : { session_id, user_id: whose.userId };
  },
});
const tokenOf = (holder: Holder, isOwn = false): Scene => ({
  args: async (stage, attempt) => {
    const whose = holder(stage, attempt);
    const token_id = await newTokenOf(stage, whose);
    return isOwn ? { token_id } : { token_id, user_id: whose.userId };
  },
});
const own: Holder = (_, { me }) => me;

const inviting = (role: string, place: 'public' | 'private, from outside' = 'public'): Scene => ({
  args: ({ places }) => ({ role, channel_ids: [places[place].channel] }),
});
const invitationOf = (inviter: Holder): Scene => ({
  args: async (stage, attempt) => {
    const by = attempt.expected === 'ok' ? inviter(stage, attempt) : stage.host;
    const made = await stage.world.ask('invitations.create', by.token, {});
    return { invitation_id: made.invitation.id };
  },
});

const nothing = (method: MethodName): Scenes => ({ [method]: { args: () => ({}) } });

export const credentialsScenes: Scenes = {
  ...nothing('auth.test'),
  ...nothing('gateway.connect'),
  'auth.revoke': {
    args: () => ({}),
    token: async ({ world }, { me, expected, column }) => {
      if (expected !== 'ok') return me.token;
      if (column !== 'bot') return makeToken(world.url, me.session ?? me.token);
      const args = { kind: 'bot' as const, bot_id: world.bot.id, name: 'x', scopes: ['chat:write'] };
      return (await world.ask('tokens.create', world.owner.token, args)).token;
    },
  },
  'sessions.list': listOf(friend),
  'sessions.list · one’s own': { args: () => ({}) },
  'sessions.list · an admin’s': listOf(otherAdmin),
  'sessions.revoke': sessionOf(friend),
  'sessions.revoke · one’s own': sessionOf(own, true),
  'sessions.revoke · an admin’s': sessionOf(otherAdmin),
  'tokens.list': listOf(friend),
  'tokens.list · one’s own': { args: () => ({}) },
  'tokens.list · an admin’s': listOf(otherAdmin),
  'tokens.list · a bot’s': listOf(bot),
  'tokens.revoke': tokenOf(friend),
  'tokens.revoke · one’s own': tokenOf(own, true),
  'tokens.revoke · an admin’s': tokenOf(otherAdmin),
  'tokens.revoke · a bot’s': tokenOf(bot),
  'tokens.create': {
    args: ({ world }) => ({ kind: 'bot', bot_id: world.bot.id, name: 'x', scopes: ['chat:write'] }),
  },
  'tokens.create · one’s own': { args: () => ({ kind: 'user', name: 'x', scopes: ['chat:write'] }) },
  'bots.info': { args: ({ world }) => ({ bot: world.bot.id }) },
  'bots.create': { args: () => ({ name: unique('bot') }) },
  'invitations.create': inviting('member'),
  'invitations.create · a guest': inviting('guest'),
  'invitations.create · an admin': { args: () => ({ role: 'admin' }) },
  'invitations.create · an owner': { args: () => ({ role: 'owner' }) },
  'invitations.create · into a private channel, from outside': inviting('member', 'private, from outside'),
  'invitations.list': { args: () => ({}) },
  'invitations.list · another’s': {
    args: () => ({ limit: 1000 }),
    shows: ({ invitations }, { host }) =>
      Array.isArray(invitations) &&
      invitations.some((invitation) => isFields(invitation) && invitation['inviter'] === host.userId),
  },
  'invitations.revoke': invitationOf(({ host }) => host),
  'invitations.revoke · one’s own': invitationOf(own),
};
