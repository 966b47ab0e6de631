import type { Message } from '../../protocol/entities.ts';
import type { CallerCall } from './context.ts';
import type { Seen } from './gate.ts';

/** Messages with the caller's own stars. Only where they starred one is their Member asked. */
export async function withStars(
  { objects, actor, caller }: CallerCall,
  seen: Seen,
  messages: Message[],
): Promise<Message[]> {
  const mayStar = seen.isMember && seen.membership.hasStars && caller.scopes.includes('stars:read');
  if (!mayStar || messages.length === 0) return messages;
  const seqs = messages.map(({ seq }) => seq);
  const member = objects.member(actor.teamId, actor.userId);
  const starred = new Set(await member.starsAmong(seen.channelId, seqs));
  return messages.map((message) =>
    starred.has(message.seq) ? { ...message, is_starred: true as const } : message,
  );
}
