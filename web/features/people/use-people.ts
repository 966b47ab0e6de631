import { useStore } from '@nanostores/react';
import { computed } from 'nanostores';
import { useMemo } from 'react';
import type { User } from '../../../protocol/entities.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { nameOf } from './names.ts';

export function usePerson(userId: UserId): User | undefined {
  return useStore(useWorkspace().people.person(userId));
}

/** Oneself: the room is shown only once that is known. */
export function useSelf(): User {
  const self = useStore(useWorkspace().$self);
  if (self === undefined) throw new Error('the room is shown after hello');
  return self;
}

export function usePeople(userIds: readonly UserId[]): readonly (User | undefined)[] {
  const { people } = useWorkspace();
  const key = userIds.join();
  const $people = useMemo(
    () =>
      computed(
        key
          .split(',')
          .filter(Boolean)
          .map((id) => people.person(id as UserId)),
        (...users) => users,
      ),
    [people, key],
  );
  return useStore($people);
}

/** A direct or group channel is called by the others in it; the one with oneself alone by oneself. */
export function useDirectNames(people: readonly UserId[]): readonly string[] {
  const self = useSelf();
  const others = people.filter((id) => id !== self.id);
  return usePeople(others.length === 0 ? [self.id] : others).map((user) => nameOf(user));
}
