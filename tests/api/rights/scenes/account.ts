import { methods, isMethodName } from '../../../../protocol/methods.ts';
import type { MethodContract } from '../../../../protocol/methods/method.ts';
import { sampleOf } from '../../samples.ts';
import type { Scenes } from '../scene.ts';

const taking = (kind: 'account' | 'none') =>
  Object.keys(methods)
    .filter((name) => isMethodName(name))
    .filter((name) => (methods[name] as MethodContract).tokens.includes(kind));

/** What names nobody's place in a workspace: the calls of samples.ts, each by whom it works for. */
export const accountScenes: Scenes = {
  ...Object.fromEntries(
    [...taking('account'), ...taking('none')].map((name) => [
      name,
      {
        // A refused call is refused before its arguments are read; but another account’s names what is there.
        args: async ({ world }, { column, expected }) =>
          expected === 'ok' || column === 'other' ? (await sampleOf(world, name)).args : {},
        token: async ({ world }) => (await sampleOf(world, name)).token ?? '',
      },
    ]),
  ),
  'account.sessions.revoke': {
    // Where it is to succeed a new one: what other rows go by stays.
    args: async (stage, { expected }) => {
      const { ask, workspace } = stage.world;
      if (expected === 'ok') return (await sampleOf(stage.world, 'account.sessions.revoke')).args;
      const { sessions } = await ask('account.sessions.list', workspace.accountToken, {});
      return { session_id: sessions[0]?.id };
    },
  },
};
