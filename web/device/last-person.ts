import type { TeamId, UserId } from '../../protocol/ids.ts';
import { isTeamId, isUserId } from '../../protocol/ids.ts';

/**
 * Who was in a workspace last in this browser: all that says, without a connection, whose device is to be opened. In
 * localStorage, from where it goes with their session.
 */
const keyOf = (teamId: TeamId): string => `edgewise:${teamId}:person`;

export const lastPerson = {
  get(teamId: TeamId): UserId | undefined {
    const id = read(teamId) ?? '';
    return isUserId(id) ? id : undefined;
  },
  set(teamId: TeamId, userId: UserId): void {
    try {
      globalThis.localStorage.setItem(keyOf(teamId), userId);
    } catch {
      // Then there is no start without a connection.
    }
  },
  /** In which somebody was. */
  workspaces(): TeamId[] {
    try {
      const keys = Object.keys(globalThis.localStorage);
      return keys.map((key) => /^edgewise:(T\w+):person$/.exec(key)?.[1] ?? '').filter((id) => isTeamId(id));
    } catch {
      return [];
    }
  },
  /** Unless somebody else has come since. */
  forget(teamId: TeamId, userId: UserId): void {
    if (read(teamId) === userId) globalThis.localStorage.removeItem(keyOf(teamId));
  },
};

function read(teamId: TeamId): string | undefined {
  try {
    return globalThis.localStorage.getItem(keyOf(teamId)) ?? undefined;
  } catch {
    return undefined;
  }
}
