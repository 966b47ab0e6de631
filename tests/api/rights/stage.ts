import { ask } from '../../support/ask.ts';
import { scopes, type Scope } from '../../../protocol/scopes.ts';
import type { House } from '../../support/house.ts';
import { join, makeToken, unique, type TestPerson } from '../../support/workspace.ts';
import { makeWorld, type World } from '../world.ts';
import type { RoleColumn } from './columns.ts';

export interface Caller {
  readonly userId: string;
  readonly token: string;
  /** A person's session; a bot has none. */
  readonly session?: string;
}

/** A conversation, with a message of the host in it. */
export interface Place {
  readonly channel: string;
  readonly name: string;
  readonly ts: string;
}

/** Where a row may be about: the host and the friend are in all of them, the callers in the first two. */
export const placeNames = [
  'public',
  'private',
  'public, from outside',
  'private, from outside',
  'direct messages of others',
] as const;
export type PlaceName = (typeof placeNames)[number];

/** One workspace with a caller for each column, and people whom their calls are about. */
export interface Stage {
  readonly world: World;
  readonly callers: { readonly [Name in RoleColumn]: Caller };
  /** Made every channel that a row is about; a full member. */
  readonly host: TestPerson;
  /** A full member whom calls are about: in every channel of the host. */
  readonly friend: TestPerson;
  /** A full member in no channel of the host. */
  readonly newcomer: TestPerson;
  readonly otherAdmin: TestPerson;
  readonly otherOwner: TestPerson;
  /** By user id: an account's bearer, which opens sessions. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly places: { readonly [Name in PlaceName]: Place };
  readonly revoked: { readonly user: string; readonly account: string };
  readonly lacking: ReadonlyMap<Scope, string>;
  /** A new channel of the host, with the friend and all callers but the one apart and the guest of another channel. */
  newRoom(settings?: RoomSettings): Promise<Place>;
}

interface RoomSettings {
  readonly isPrivate?: boolean;
  readonly maker?: Caller;
  readonly withCallers?: boolean;
}

export async function makeStage(house: House): Promise<Stage> {
  const world = await makeWorld(house);
  const { url, workspace, owner, member, bot, guest: single, guestRoom } = world;
  const rooms = [guestRoom, await world.newChannel()] as const;
  const [host, friend, newcomer, apart, admin, otherAdmin, otherOwner, guest] = await Promise.all([
    join(workspace, { realName: 'Hope Host' }),
    join(workspace, { realName: 'Fred Friend' }),
    join(workspace, { realName: 'Nora Newcomer' }),
    join(workspace, { realName: 'Abe Apart' }),
    join(workspace, { realName: 'Ada Admin', role: 'admin' }),
    join(workspace, { realName: 'Otto Other', role: 'admin' }),
    join(workspace, { realName: 'Olga Other', role: 'owner' }),
    join(workspace, { realName: 'Gina Guest', role: 'guest', channelIds: [rooms[1]] }),
  ]);
  const callers: Stage['callers'] = { apart, guest, single, bot, member, admin, owner };
  const insiders = [guest, bot, member, admin, owner].map(({ userId }) => userId);

  const newRoom: Stage['newRoom'] = async ({ isPrivate = false, maker = host, withCallers = true } = {}) => {
    const name = unique('room');
    const made = await ask(url, 'conversations.create', maker.token, { name, is_private: isPrivate });
    const channel = made.channel.id;
    const people = [host.userId, friend.userId, ...(withCallers ? insiders : [])];
    const users = people.filter((userId) => userId !== maker.userId);
    await ask(url, 'conversations.invite', maker.token, { channel, users });
    return { channel, name, ts: await sayIn(url, host, channel) };
  };
  const outside = { withCallers: false };
  const { channel: direct } = await ask(url, 'conversations.open', host.token, { users: [friend.userId] });
  const places: Stage['places'] = {
    public: await newRoom(),
    private: await newRoom({ isPrivate: true }),
    'public, from outside': await newRoom(outside),
    'private, from outside': await newRoom({ ...outside, isPrivate: true }),
    'direct messages of others': {
      channel: direct.id,
      name: direct.id,
      ts: await sayIn(url, host, direct.id),
    },
  };
  const accounts = new Map([[owner.userId, workspace.accountToken]]);
  for (const { userId, email, password } of [friend, otherAdmin, apart, guest, single, member, admin])
    accounts.set(userId, (await ask(url, 'account.signIn', undefined, { email, password })).token);
  const lacking = new Map<Scope, string>();
  for (const scope of scopes) {
    const others = scopes.filter((other) => other !== scope);
    lacking.set(scope, await makeToken(url, owner.session, others));
  }
  await ask(url, 'invitations.create', host.token, {});
  const revoked = { user: await makeToken(url, owner.session), account: await world.newAccount() };
  await world.ask('auth.revoke', revoked.user, {});
  await world.ask('account.signOut', revoked.account, {});
  const people = { host, friend, newcomer, otherAdmin, otherOwner };
  return { world, callers, ...people, accounts, places, revoked, lacking, newRoom };
}

export const sayIn = async (url: string, by: Caller, channel: string): Promise<string> =>
  (await ask(url, 'chat.postMessage', by.token, { channel, text: 'words' })).ts;
