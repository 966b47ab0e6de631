import { deleteDB } from 'idb';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import { deviceName } from './indexed-device.ts';
import { lastPerson } from './last-person.ts';

/** They signed out here: nothing of theirs stays, drafts and unsent messages neither. */
export async function forgetPerson(teamId: TeamId, userId: UserId): Promise<void> {
  lastPerson.forget(teamId, userId);
  const name = deviceName(teamId, userId);
  try {
    await deleteDB(name);
  } finally {
    for (const key of keysOf(`${name}:`)) globalThis.localStorage.removeItem(key);
  }
}

function keysOf(prefix: string): string[] {
  try {
    return Object.keys(globalThis.localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    // The browser keeps nothing for us.
    return [];
  }
}
