import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import type { Saving } from '../../protocol/objects/saving.ts';
import type { Person } from './person.ts';

/** Also of one who left since: the reaction is on the message still, for those who see it. */
export function receiveReacted(person: Person, { channelId, asOf = 0, reacted = [] }: MemberDelivery): void {
  if (reacted.length === 0) return;
  person.transact(() => {
    for (const { seq, at, holds } of reacted) {
      person.saveReacted({ channel: channelId, seq, at, holds: holds ? 1 : 0, rev: asOf });
    }
  });
}

export function reacted(
  person: Person,
  { channelIds, after, skip, limit }: Parameters<Saving['reacted']>[0],
): Awaited<ReturnType<Saving['reacted']>> {
  if (person.reactions === undefined) return { places: [], total: 0, more: false };
  const found = person.reactions.page(channelIds, after, skip, limit + 1);
  return {
    places: found.slice(0, limit),
    total: person.reactions.count(channelIds),
    more: found.length > limit,
  };
}
