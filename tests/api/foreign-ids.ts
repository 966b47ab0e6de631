import { makeToken, unique } from '../support/workspace.ts';
import { never, type World } from './world.ts';

/** Ids that exist but not for the caller, beside one that nobody ever got: a caller must not learn which is which. */
export interface ForeignIds {
  /** Arguments that take such an id. */
  readonly of: readonly string[];
  readonly unknown: string;
  readonly others: readonly string[];
  /** Whose call it is; left out, that of the method's sample. */
  readonly token?: string;
}

export async function findForeignIds(world: World): Promise<ForeignIds[]> {
  const { ask, url, foreign, member, guest, general } = world;
  const someone = await world.newPerson();
  const { channel: hidden } = await ask('conversations.create', member.token, {
    name: unique('hidden'),
    is_private: true,
  });
  const { channel: direct } = await ask('conversations.open', member.token, { users: [someone.userId] });
  const post = async (token: string, channel: string): Promise<string> =>
    (await ask('chat.postMessage', token, { channel, text: 'x' })).ts;
  const [foreignTs, hiddenTs, { bot }] = await Promise.all([
    post(foreign.owner.token, foreign.generalId),
    post(member.token, hidden.id),
    ask('bots.create', foreign.owner.token, { name: 'foreign' }),
  ]);
  await makeToken(url, foreign.owner.session);
  const [{ sessions }, { tokens }, { invitation }, { usergroup }] = await Promise.all([
    ask('sessions.list', foreign.owner.token, {}),
    ask('tokens.list', foreign.owner.token, {}),
    ask('invitations.create', foreign.owner.token, {}),
    ask('usergroups.create', foreign.owner.token, { name: unique('group') }),
  ]);
  const credentials = [...sessions, ...tokens].map(({ id }) => id);
  return [
    {
      of: ['channel', 'channel_id', 'channel_ids', 'channels'],
      unknown: never.channel,
      others: [foreign.generalId, hidden.id, direct.id, never.direct, foreign.owner.userId, 'nonsense'],
    },
    // To a guest a public channel that nobody brought them into is as hidden as a private one.
    {
      of: ['channel', 'channel_id', 'channel_ids'],
      unknown: never.channel,
      others: [general],
      token: guest.token,
    },
    { of: ['user', 'users', 'user_id'], unknown: never.user, others: [foreign.owner.userId, bot.user_id] },
    { of: ['ts', 'timestamp', 'thread_ts', 'message_ts'], unknown: never.ts, others: [foreignTs, hiddenTs] },
    { of: ['team', 'team_id'], unknown: never.team, others: [foreign.teamId, 'nonsense'] },
    { of: ['bot_id', 'bot'], unknown: never.bot, others: [bot.id, 'nonsense'] },
    { of: ['bookmark_id'], unknown: 'Bk0NEVERMINT', others: ['nonsense'] },
    { of: ['session_id', 'token_id'], unknown: never.credential, others: [...credentials, 'nonsense'] },
    { of: ['usergroup'], unknown: never.usergroup, others: [usergroup.id, 'nonsense'] },
    { of: ['invitation_id'], unknown: never.invitation, others: [invitation.id, 'nonsense'] },
  ];
}
