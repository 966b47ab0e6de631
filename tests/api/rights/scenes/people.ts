import type { MethodName } from '../../../../protocol/methods.ts';
import { dataUrl, png } from '../../../support/pictures.ts';
import { join, makeBot } from '../../../support/workspace.ts';
import type { Attempt, Scene, Scenes } from '../scene.ts';
import type { Stage } from '../stage.ts';

const title = { name: 'title', value: 'Boss' };

/** Whom a call changes for good: somebody new where it is to succeed. */
const whomOf = async ({ world, friend }: Stage, { expected }: Attempt): Promise<string> =>
  expected === 'ok' ? (await world.newPerson()).userId : friend.userId;
const adminOf = async ({ world, otherAdmin }: Stage, { expected }: Attempt): Promise<string> =>
  expected === 'ok' ? (await join(world.workspace, { role: 'admin' })).userId : otherAdmin.userId;
const ownerOf = async ({ world, otherOwner }: Stage, { expected }: Attempt): Promise<string> =>
  expected === 'ok' ? (await join(world.workspace, { role: 'owner' })).userId : otherOwner.userId;
const botOf = async ({ world }: Stage, { expected }: Attempt): Promise<string> =>
  expected === 'ok' ? (await makeBot(world.workspace)).userId : world.bot.userId;

type Whom = (stage: Stage, attempt: Attempt) => Promise<string>;
const named = (whom: Whom) => ({
  args: async (stage: Stage, attempt: Attempt) => ({
    team_id: stage.world.workspace.teamId,
    user_id: await whom(stage, attempt),
  }),
});
const guestOf = (whom: Whom) => ({
  args: async (stage: Stage, attempt: Attempt) => ({
    user_id: await whom(stage, attempt),
    channel_ids: [stage.places.public.channel],
  }),
});
const reactivated = (whom: Whom) => ({
  args: async (stage: Stage, attempt: Attempt) => ({ user_id: await whom(stage, attempt) }),
});
const lists =
  (whom: (stage: Stage) => { readonly userId: string }): NonNullable<Scene['shows']> =>
  ({ members }, stage) =>
    (members as readonly { readonly id: string }[]).some(({ id }) => id === whom(stage).userId);
const aboutFriend = (method: MethodName): Scenes => ({
  [method]: { args: ({ friend }: Stage) => ({ user: friend.userId }) },
});

export const peopleScenes: Scenes = {
  'reminders.add': {
    args: ({ host }, { column }) => ({
      text: 'lunch',
      time: 3_600,
      ...(column === 'other' ? { user: host.userId } : {}),
    }),
  },
  'reminders.list': { args: () => ({}) },
  ...remindersScenes(),
  'client.prefs.get': { args: () => ({}) },
  'client.prefs.set': { args: () => ({ prefs: { read_by: 'escape' } }) },
  'team.preferences.list': { args: () => ({}) },
  'workspaces.signUpPolicy': { args: () => ({}) },
  'workspaces.setName': { args: () => ({ name: 'Renamed' }) },
  'workspaces.setIcon': { args: () => ({ image: dataUrl(png(8)) }) },
  'workspaces.deleteIcon': { args: () => ({}) },
  'workspaces.setRules': { args: () => ({ msg_edit_window_mins: -1 }) },
  'team.info': { args: ({ world }) => ({ team: world.workspace.teamId }) },
  'users.list': { args: () => ({}) },
  'users.list · somebody of their channels': { args: () => ({}), shows: lists(({ friend }) => friend) },
  'users.list · somebody of other channels': {
    args: () => ({}),
    shows: lists(({ otherOwner }) => otherOwner),
  },
  ...aboutFriend('users.info'),
  'users.lookupByEmail': { args: ({ friend }) => ({ email: friend.email }) },
  'users.setPhoto': { args: () => ({ image: dataUrl(png(20)) }) },
  'users.deletePhoto': { args: () => ({}) },
  ...aboutFriend('users.conversations'),
  ...aboutFriend('users.profile.get'),
  'users.profile.set': { args: ({ friend }) => ({ user: friend.userId, ...title }) },
  'users.profile.set · one’s own': { args: () => title },
  'users.profile.set · an admin’s': { args: ({ otherAdmin }) => ({ user: otherAdmin.userId, ...title }) },
  'users.profile.set · an owner’s': { args: ({ otherOwner }) => ({ user: otherOwner.userId, ...title }) },
  'admin.users.setOwner': named(whomOf),
  'admin.users.setAdmin': named(whomOf),
  'admin.users.setRegular': named(whomOf),
  'admin.users.setRegular · an admin': named(adminOf),
  'admin.users.remove': named(whomOf),
  'admin.users.remove · an admin': named(adminOf),
  'admin.users.remove · an owner': named(ownerOf),
  'admin.users.remove · a bot': named(botOf),
  'members.setGuest': guestOf(whomOf),
  'members.setGuest · an admin': guestOf(adminOf),
  'members.reactivate': reactivated(whomOf),
  'members.reactivate · an admin': reactivated(adminOf),
};

function remindersScenes(): Scenes {
  const of = async ({ world }: Stage, { token }: { readonly token: string }) => ({
    reminder: (await world.ask('reminders.add', token, { text: 'lunch', time: 3_600 })).reminder.id,
  });
  const scenes = (['info', 'complete', 'delete'] as const).map((verb): Scenes => {
    const method = `reminders.${verb}`;
    return {
      [method]: { args: (stage, { me, expected }) => of(stage, expected === 'ok' ? me : stage.host) },
      [`${method} · another’s`]: { args: (stage) => of(stage, stage.host) },
    };
  });
  return Object.assign({}, ...scenes) as Scenes;
}
