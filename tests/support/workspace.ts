import { randomBytes } from 'node:crypto';
import { ask } from './ask.ts';
import type { OutboxOwner } from '../../dev/outbox-client.ts';
import { acceptInvitation, signUpWorkspace } from '../../dev/sign-up.ts';
import type { Role } from '../../protocol/roles.ts';
import { scopes, type Scope } from '../../protocol/scopes.ts';

export interface TestPerson {
  readonly userId: string;
  readonly email: string;
  readonly password: string | undefined;
  /** A user token, by default with every scope. */
  readonly token: string;
  /** The session that signing in opened. */
  readonly session: string;
}

export interface TestWorkspace {
  readonly url: string;
  readonly teamId: string;
  readonly domain: string;
  readonly generalId: string;
  readonly accountToken: string;
  readonly owner: TestPerson;
}

/** A workspace of its own for each test, so that tests need not know of each other. */
export async function signUp(house: OutboxOwner): Promise<TestWorkspace> {
  const { url } = house;
  const email = uniqueEmail('owner');
  const made = await signUpWorkspace(house, { email, realName: 'Olive Owner', workspace: unique('Test') });
  const token = await makeToken(url, made.session);
  const { channels } = await ask(url, 'conversations.list', token, {});
  const general = channels.find((channel) => channel.is_general);
  if (!general) throw new Error('the workspace has no #general');
  return {
    url,
    teamId: made.team.id,
    domain: made.team.domain,
    generalId: general.id,
    accountToken: made.accountToken,
    owner: { userId: made.userId, email, password: undefined, token, session: made.session },
  };
}

export interface JoinSettings {
  readonly role?: Role;
  readonly channelIds?: readonly string[];
  readonly realName?: string;
  readonly scopes?: readonly Scope[];
}

/** Another person of the workspace, who came by an invitation. */
export async function join(
  { url, owner }: TestWorkspace,
  { role = 'member', channelIds = [], realName = 'Ines Invited', scopes: wanted }: JoinSettings = {},
): Promise<TestPerson> {
  const { secret } = await ask(url, 'invitations.create', owner.token, {
    role,
    channel_ids: [...channelIds],
    max_uses: 1,
    days: 1,
  });
  const email = uniqueEmail('person');
  const password = unique('password');
  const { userId, session } = await acceptInvitation(url, secret, { email, realName, password });
  return { userId, email, password, session, token: await makeToken(url, session, wanted) };
}

export async function makeToken(
  url: string,
  session: string,
  wanted: readonly Scope[] = scopes,
): Promise<string> {
  const args = { kind: 'user' as const, name: 'test', scopes: [...wanted] };
  return (await ask(url, 'tokens.create', session, args)).token;
}

export interface TestBot {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
}

export async function makeBot(
  { url, owner }: TestWorkspace,
  wanted: readonly Scope[] = scopes,
): Promise<TestBot> {
  const { bot } = await ask(url, 'bots.create', owner.token, { name: unique('bot') });
  const args = { kind: 'bot' as const, bot_id: bot.id, name: 'test', scopes: [...wanted] };
  const { token } = await ask(url, 'tokens.create', owner.token, args);
  return { id: bot.id, userId: bot.user_id, token };
}

/** Lower case, so that it may also name a channel. */
export const unique = (word: string): string => `${word}-${randomBytes(5).toString('hex')}`;
const uniqueEmail = (word: string): string => `${unique(word)}@test.example`;
