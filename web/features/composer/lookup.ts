import { useMemo } from 'react';
import type { User } from '../../../protocol/entities.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';
import { groupsOf } from '../groups/known-groups.ts';
import { mentionNameOf, nameOf } from '../people/names.ts';

/** Names to ids and back, as of now: what an `@` or a `#` in typed words means. */
export interface Lookup {
  readonly personName: (id: UserId) => string | undefined;
  readonly channelName: (id: ChannelId) => string | undefined;
  /** The longest name that `text` begins with. */
  readonly personAt: (text: string) => { readonly id: UserId; readonly length: number } | undefined;
  readonly channelCalled: (name: string) => ChannelId | undefined;
  readonly groupHandle: (id: string) => string | undefined;
  readonly groupCalled: (handle: string) => string | undefined;
}

export function useLookup(): Lookup {
  const workspace = useWorkspace();
  return useMemo(() => lookupIn(workspace), [workspace]);
}

export const lookupIn = (workspace: Looked): Lookup => lookup(workspace, groupsOf(workspace).$groups);

type Looked = Pick<Workspace, 'people' | 'channels' | 'call' | 'follow'>;

const lookup = ({ people, channels }: Looked, $groups: ReturnType<typeof groupsOf>['$groups']): Lookup => ({
  personName: (id) => {
    const user = people.$all.get().find((one) => one.id === id) ?? people.person(id).get();
    return user && mentionNameOf(user);
  },
  channelName: (id) => channels.$lines.get().find((line) => line.id === id)?.name,
  personAt: (text) => {
    const typed = text.toLowerCase();
    let best: { id: UserId; length: number } | undefined;
    for (const user of people.$all.get()) {
      if (user.deleted) continue;
      for (const name of [mentionNameOf(user), nameOf(user), user.name]) {
        // A handle is one person's alone, so it says more than a name that is spelled the same.
        const least = Math.max(1, (best?.length ?? 0) + (name === user.name ? 0 : 1));
        if (name.length < least || !typed.startsWith(name.toLowerCase())) continue;
        if (!endsWord(text, name.length)) continue;
        best = { id: user.id, length: name.length };
      }
    }
    return best;
  },
  channelCalled: (name) => channels.$lines.get().find((line) => line.name !== '' && line.name === name)?.id,
  groupHandle: (id) => $groups.get().find((group) => group.id === id)?.handle,
  groupCalled: (handle) =>
    $groups.get().find((group) => group.date_delete === 0 && group.handle === handle.toLowerCase())?.id,
});

/** What follows an `@` and means this person alone: their handle where somebody else has the name, too. */
export function ownNameOf(user: User, everybody: readonly User[]): string {
  const others = everybody.filter(({ id, deleted }) => id !== user.id && !deleted);
  const isOwn = (name: string): boolean =>
    !others.some((other) => namesOf(other).includes(name.toLowerCase()));
  return [mentionNameOf(user), nameOf(user)].find(isOwn) ?? user.name;
}
/** All that an `@` may call them by, in small letters. */
export const namesOf = (user: User): string[] =>
  [mentionNameOf(user), nameOf(user), user.name].map((name) => name.toLowerCase());

const endsWord = (text: string, at: number): boolean => !/^[\p{L}\p{N}_]/u.test(text.slice(at));
