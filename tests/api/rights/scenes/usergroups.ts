import { unique } from '../../../support/workspace.ts';
import type { Scene, Scenes } from '../scene.ts';

const ofOne: Scene = {
  args: async ({ world }) => ({ usergroup: (await world.newUsergroup()).id }),
};

export const usergroupsScenes: Scenes = {
  'usergroups.create': { args: () => ({ name: unique('group') }) },
  'usergroups.update': {
    args: async ({ world }) => ({ usergroup: (await world.newUsergroup()).id, description: 'words' }),
  },
  'usergroups.enable': ofOne,
  'usergroups.disable': ofOne,
  'usergroups.list': { args: () => ({}) },
  'usergroups.users.list': ofOne,
  'usergroups.users.update': {
    args: async ({ world, friend }) => ({
      usergroup: (await world.newUsergroup()).id,
      users: [friend.userId],
    }),
  },
};
