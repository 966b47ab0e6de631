import type { Arguments } from '../../dev/client.ts';
import { ask } from '../support/ask.ts';
import { signUpWorkspace } from '../../dev/sign-up.ts';
import type { MethodName, MethodOutput } from '../../protocol/methods.ts';
import type { House } from '../support/house.ts';
import { dataUrl, png } from '../support/pictures.ts';
import {
  join,
  makeBot,
  signUp,
  unique,
  type TestBot,
  type TestPerson,
  type TestWorkspace,
} from '../support/workspace.ts';

/** A workspace with somebody of each kind, and another one beside it, for tests that go through the table. */
export interface World {
  readonly house: House;
  readonly url: string;
  readonly workspace: TestWorkspace;
  readonly general: string;
  readonly owner: TestPerson;
  readonly member: TestPerson;
  /** In `guestRoom` alone. */
  readonly guest: TestPerson;
  /** A public channel with the owner and the guest. */
  readonly guestRoom: string;
  readonly bot: TestBot;
  /** Of another workspace, which has never met this one. */
  readonly foreign: TestWorkspace;
  /** A call that must succeed. */
  ask<Name extends MethodName>(
    method: Name,
    token: string | undefined,
    args: Arguments<Name>,
  ): Promise<MethodOutput<Name>>;
  /** A new channel of the owner. */
  newChannel(settings?: ChannelSettings): Promise<string>;
  /** A new message of the owner. */
  newMessage(channel: string, text?: string): Promise<string>;
  newPerson(): Promise<TestPerson>;
  /** A new custom emoji, by default of the owner: its name. */
  newEmoji(token?: string): Promise<string>;
  /** A new user group of the owner, with the member in it. */
  newUsergroup(): Promise<MethodOutput<'usergroups.create'>['usergroup']>;
  /** An account that just signed in, by its bearer. */
  newAccount(): Promise<string>;
}
export interface ChannelSettings {
  readonly isPrivate?: boolean;
  /** User ids. */
  readonly people?: readonly string[];
  readonly isArchived?: boolean;
}

/** Ids of the right form that nobody ever got. */
export const never = {
  channel: 'C0NEVERMINTE',
  direct: 'D0NEVERMINTE',
  user: 'U0NEVERMINTE',
  team: 'T0NEVERMINTE',
  bot: 'B0NEVERMINTE',
  credential: 'K0NEVERMINTE',
  usergroup: 'S0NEVERMINTE',
  invitation: 'I0NEVERMINTE',
  ts: '1500000000.000001',
} as const;

export async function makeWorld(house: House): Promise<World> {
  const { url } = house;
  const [workspace, foreign] = await Promise.all([signUp(house), signUp(house)]);
  const { owner } = workspace;
  const askHouse: World['ask'] = (method, token, args) => ask(url, method, token, args);

  const newChannel: World['newChannel'] = async ({ isPrivate = false, people = [], isArchived } = {}) => {
    const args = { name: unique('room'), is_private: isPrivate };
    const { channel } = await askHouse('conversations.create', owner.token, args);
    if (people.length > 0)
      await askHouse('conversations.invite', owner.token, { channel: channel.id, users: [...people] });
    if (isArchived) await askHouse('conversations.archive', owner.token, { channel: channel.id });
    return channel.id;
  };
  const guestRoom = await newChannel();
  const [member, guest, bot] = await Promise.all([
    join(workspace),
    join(workspace, { role: 'guest', channelIds: [guestRoom], realName: 'Gus Guest' }),
    makeBot(workspace),
  ]);
  return {
    house,
    url,
    workspace,
    general: workspace.generalId,
    owner,
    member,
    guest,
    guestRoom,
    bot,
    foreign,
    ask: askHouse,
    newChannel,
    newMessage: async (channel, text = 'words') =>
      (await askHouse('chat.postMessage', owner.token, { channel, text })).ts,
    newPerson: () => join(workspace),
    newEmoji: async (token = owner.token) => {
      const name = unique('emoji');
      await askHouse('admin.emoji.add', token, { name, url: dataUrl(png(8)) });
      return name;
    },
    newUsergroup: async () => {
      const made = await askHouse('usergroups.create', owner.token, { name: unique('group') });
      const args = { usergroup: made.usergroup.id, users: [member.userId] };
      return (await askHouse('usergroups.users.update', owner.token, args)).usergroup;
    },
    newAccount: async () => {
      const email = `${unique('account')}@test.example`;
      const made = await signUpWorkspace(house, { email, realName: 'Anna Account', workspace: unique('T') });
      return made.accountToken;
    },
  };
}

export async function deactivate(
  { ask: askHouse, owner, workspace }: World,
  person: TestPerson,
): Promise<void> {
  const args = { team_id: workspace.teamId, user_id: person.userId };
  await askHouse('admin.users.remove', owner.token, args);
}
