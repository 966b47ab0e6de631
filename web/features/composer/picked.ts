import type { UserId } from '../../../protocol/ids.ts';

/** Who was picked from a list under a name that several have. */
const picked = new Map<string, UserId>();

export const notePick = (name: string, id: UserId): void => void picked.set(name.toLowerCase(), id);
export const pickedUnder = (name: string): UserId | undefined => picked.get(name.toLowerCase());
