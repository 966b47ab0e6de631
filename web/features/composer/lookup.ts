import { useMemo } from 'react';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';
import { mentionNameOf, nameOf } from '../people/names.ts';
import { pickedUnder } from './picked.ts';

/** Names to ids and back, as of now: what an `@` or a `#` in typed words means. */
export interface Lookup {
  readonly personName: (id: UserId) => string | undefined;
  readonly channelName: (id: ChannelId) => string | undefined;
  /** The longest name that `text` begins with. */
  readonly personAt: (text: string) => { readonly id: UserId; readonly length: number } | undefined;
  readonly channelCalled: (name: string) => ChannelId | undefined;
}

export function useLookup(): Lookup {
  const workspace = useWorkspace();
  return useMemo(() => lookupIn(workspace), [workspace]);
}

export const lookupIn = ({ people, channels }: Pick<Workspace, 'people' | 'channels'>): Lookup => ({
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
        const isLonger = name.length > (best?.length ?? 0);
        if (!isLonger || !typed.startsWith(name.toLowerCase()) || !endsWord(text, name.length)) continue;
        best = { id: pickedUnder(name) ?? user.id, length: name.length };
      }
    }
    return best;
  },
  channelCalled: (name) => channels.$lines.get().find((line) => line.name !== '' && line.name === name)?.id,
});

const endsWord = (text: string, at: number): boolean => !/^[\p{L}\p{N}_]/u.test(text.slice(at));
