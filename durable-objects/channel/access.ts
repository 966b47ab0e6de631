import { mayReadFromOutside } from '../../domain/permissions/permissions.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Room } from './room.ts';
import type { Meta } from './store.ts';

/**
 * Who may see a channel, and who may write in it: asked at the start of every verb, and again after every await.
 * What a person may not see is refused as what was never created.
 */
export function requireViewer(
  room: Room,
  viewer: Actor,
): Outcome<{ meta: Meta; isMember: boolean }, 'channel_not_found'> {
  const { meta } = room;
  if (meta === undefined || meta.teamId !== viewer.teamId) return refuse('channel_not_found');
  const isMember = room.members.has(viewer.userId);
  const isOpen = meta.kind === 'public' && viewer.role !== 'guest';
  return isMember || isOpen ? accept({ meta, isMember }) : refuse('channel_not_found');
}

/** Who hears what is said, live: a bot only where it was brought in. */
export function requireListener(room: Room, listener: Actor): ReturnType<typeof requireViewer> {
  const seen = requireViewer(room, listener);
  if (!seen.ok) return seen;
  return seen.isMember || mayReadFromOutside(listener) ? seen : refuse('channel_not_found');
}

export function requireMember(
  room: Room,
  actor: Actor,
): Outcome<{ meta: Meta }, 'channel_not_found' | 'not_in_channel'> {
  const seen = requireViewer(room, actor);
  if (!seen.ok) return seen;
  return seen.isMember ? seen : refuse('not_in_channel');
}

export function requireWriter(
  room: Room,
  actor: Actor,
): Outcome<{ meta: Meta }, 'channel_not_found' | 'not_in_channel' | 'is_archived'> {
  const member = requireMember(room, actor);
  if (!member.ok) return member;
  return member.meta.isArchived ? refuse('is_archived') : member;
}

/** Direct channels have the people that they were opened with: nobody joins, leaves or archives them. */
export function requireNamed(meta: Meta): Outcome<object, 'method_not_supported_for_channel_type'> {
  return meta.kind === 'direct' || meta.kind === 'group'
    ? refuse('method_not_supported_for_channel_type')
    : accept({});
}
