import { placeOf } from '../../../domain/timeline/cursor.ts';
import type { UserId } from '../../../protocol/ids.ts';
import type { Person } from '../../../protocol/objects/directory.ts';
import type { Event } from '../../core/support/socket.ts';

/** The workspace's own log as a client holds it: a cursor, and what its people say of themselves. */
export class HeldWorkspace {
  /** Undefined before the first hello. */
  head: number | undefined;
  isResuming = false;
  /** It lost a frame by its own fault. */
  isDropped = false;
  readonly names = new Map<UserId, string>();

  reset(): void {
    this.head = undefined;
    this.names.clear();
  }

  take(frame: Event): 'next' | 'seen' | 'gap' {
    const place = placeOf(this.head ?? 0, frame);
    if (place !== 'next') return place;
    this.head = frame.seq;
    if (frame.type === 'team_join' || frame.type === 'user_change') {
      this.names.set(frame.user.id, frame.user.profile.status_text);
    }
    return place;
  }

  /** A page of people: what frames said meanwhile is newer. */
  merge(people: readonly Person[]): void {
    for (const { id, user } of people) {
      if (!this.names.has(id)) this.names.set(id, user.profile.status_text);
    }
  }
}
