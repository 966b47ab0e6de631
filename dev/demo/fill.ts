import { randomBytes } from 'node:crypto';
import { scopes } from '../../protocol/scopes.ts';
import { ask } from '../client.ts';
import type { OutboxOwner } from '../outbox-client.ts';
import { acceptInvitation, setUpWorkspace, signUpWorkspace } from '../sign-up.ts';
import { makeChannels } from './channels.ts';
import { makeBot } from './make-bot.ts';
import { makeEmoji } from './make-emoji.ts';
import { makeUsergroups } from './make-usergroups.ts';
import { tellStory } from './tell-story.ts';
import { conversations } from './story/conversations.ts';
import { people, type Handle, type Person } from './story/people.ts';

export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

/** What `npm run demo -- --json` prints: programs read it. */
export interface Demo {
  readonly url: string;
  /** The SDKs' base URL. */
  readonly api: string;
  readonly workspace: { readonly id: string; readonly name: string };
  /** The first one owns the workspace. Each token has every scope. */
  readonly users: readonly DemoUser[];
  readonly bot: { readonly id: string; readonly user_id: string; readonly token: string };
}

export interface DemoServer extends OutboxOwner {
  /** Where strangers may not sign up: the one-time link of the owner. */
  readonly ownerLink?: string | undefined;
}

export type Team = ReadonlyMap<Handle, DemoUser>;

/** Fills a fresh workspace, through the API alone (codes come from the outbox). */
export async function fill(server: DemoServer, workspace: string): Promise<Demo> {
  const { url } = server;
  const [first, ...others] = people;
  // An address has one account for all workspaces, so those of an earlier demo must be others.
  const domain = `${workspace.toLowerCase()}-${randomBytes(3).toString('hex')}.example`;
  const ownerMail = `${first.handle}@${domain}`;
  const password = makePassword();
  const ownerIs = { email: ownerMail, password, realName: first.realName, workspace };
  const owner = await (server.ownerLink === undefined
    ? signUpWorkspace(server, ownerIs)
    : setUpWorkspace(url, server.ownerLink, ownerIs));
  const team = new Map<Handle, DemoUser>();
  const token = await dress(url, owner.session, first);
  team.set(first.handle, { id: owner.userId, name: first.handle, email: ownerMail, password, token });

  const channels = await makeChannels(url, token, conversations);
  const links = await makeLinks(url, token, channels);
  await Promise.all(
    others.map(async (person) => {
      const email = `${person.handle}@${domain}`;
      const secret = links[person.role];
      team.set(person.handle, await join(url, secret, person, email));
    }),
  );
  const bot = await makeBot(url, token, 'lighthouse');
  await makeEmoji(url, token);
  const usergroups = await makeUsergroups(url, token, team);
  await tellStory({ url, team, bot, channels, usergroups });
  return {
    url,
    api: `${url}/api/`,
    workspace: { id: owner.team.id, name: owner.team.name },
    users: await named(url, token, team),
    bot,
  };
}

/** One link for each role, as an owner would copy them into a chat. */
async function makeLinks(
  url: string,
  token: string,
  channels: ReadonlyMap<string, string>,
): Promise<Record<'admin' | 'member' | 'guest', string>> {
  const guestChannels = conversations
    .filter(({ kind, forGuests }) => kind === 'public' && forGuests)
    .map(({ name }) => channels.get(name) ?? '');
  const link = async (role: 'admin' | 'member' | 'guest'): Promise<string> => {
    const { secret } = await ask(url, 'invitations.create', token, {
      role,
      max_uses: people.filter((person) => person.role === role).length,
      days: 1,
      ...(role === 'guest' ? { channel_ids: guestChannels } : {}),
    });
    return secret;
  };
  return { admin: await link('admin'), member: await link('member'), guest: await link('guest') };
}

async function join(url: string, secret: string, person: Person, email: string): Promise<DemoUser> {
  const password = makePassword();
  const { userId, session } = await acceptInvitation(url, secret, {
    email,
    realName: person.realName,
    password,
  });
  const token = await dress(url, session, person);
  return { id: userId, name: person.handle, email, password, token };
}

/** A profile, and a token with every scope. */
async function dress(url: string, session: string, person: Person): Promise<string> {
  const { handle, title, timeZone, status } = person;
  const made = await ask(url, 'tokens.create', session, { kind: 'user', name: 'demo', scopes: [...scopes] });
  await ask(url, 'users.profile.set', made.token, {
    profile: {
      display_name: handle,
      title,
      tz: timeZone,
      ...(status ? { status_text: status.text, status_emoji: status.emoji } : {}),
    },
  });
  return made.token;
}

/** In the order of the story, with the handles that the workspace gave. */
async function named(url: string, token: string, team: Team): Promise<DemoUser[]> {
  const { members } = await ask(url, 'users.list', token, {});
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  return people.flatMap(({ handle }) => {
    const user = team.get(handle);
    return user ? [{ ...user, name: names.get(user.id) ?? handle }] : [];
  });
}

const makePassword = (): string => randomBytes(15).toString('base64url');
