import type { UserId } from '../protocol/ids.ts';

/** Which gateway serves a person: FNV-1a of the id, so that every object finds the same one without asking. */
export function shardOf(userId: UserId, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < userId.length; at += 1) {
    hash = Math.imul(hash ^ userId.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash % count;
}
