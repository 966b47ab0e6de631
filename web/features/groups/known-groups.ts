import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { Usergroup } from '../../../protocol/entities.ts';
import type { Workspace } from '../../store/contract.ts';

interface KnownGroups {
  /** Those out of use, too: messages name them still. */
  readonly $groups: ReadableAtom<readonly Usergroup[]>;
  readonly load: () => void;
}
type Source = Pick<Workspace, 'call' | 'follow'>;
const known = new WeakMap<object, KnownGroups>();

/** The user groups of a workspace: read when somebody first shows or types a mention, and after each change. */
export function groupsOf(workspace: Source): KnownGroups {
  const before = known.get(workspace);
  if (before !== undefined) return before;
  const $groups = atom<readonly Usergroup[]>([]);
  let isAsked = false;
  let isFollowed = false;
  const load = (): void => {
    if (isAsked) return;
    isAsked = true;
    if (!isFollowed) {
      isFollowed = true;
      workspace.follow(({ type }) => {
        if (!type.startsWith('subteam_')) return;
        isAsked = false;
        load();
      });
    }
    void workspace.call('usergroups.list', { include_disabled: true }).then((answer) => {
      // Without an answer it is asked again the next time.
      isAsked = answer.ok;
      if (answer.ok) $groups.set(answer.usergroups);
    });
  };
  const made = { $groups, load };
  known.set(workspace, made);
  return made;
}
