import { useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { toast } from '../../ui/toast.ts';
import { nameOf } from '../people/names.ts';
import { changePeople, changePerson } from './change-people.ts';
import type { Change, Refused } from './change-people.ts';
import { peopleTexts } from './texts.ts';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Carries changes out, and keeps who was refused until the next one. The rows change by the workspace's frames. */
export function useChange() {
  const { call, teamId } = useWorkspace();
  const [progress, setProgress] = useState<Progress>();
  const [refused, setRefused] = useState<{ readonly of: number; readonly rows: readonly Refused[] }>();
  const apply = async (users: readonly User[], change: Change): Promise<void> => {
    setRefused(undefined);
    setProgress({ done: 0, of: users.length });
    const rows = await changePeople(users, {
      change: (userId) => changePerson(call, teamId, userId, change),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onProgress: (done) => setProgress({ done, of: users.length }),
    });
    setProgress(undefined);
    if (rows.length > 0) setRefused({ of: users.length, rows });
    else toast(peopleTexts.done(change.kind, calledAs(users)));
  };
  return { apply, progress, refused, forget: () => setRefused(undefined) };
}

/** One by name, several by their number. */
export const calledAs = (users: readonly User[]): string => {
  const [first] = users;
  return users.length === 1 && first !== undefined ? nameOf(first) : peopleTexts.people(users.length);
};
