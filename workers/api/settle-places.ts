import type { Objects } from '../../platform/objects.ts';
import type { Place } from '../../protocol/objects/store.ts';

/**
 * An account whose address was proved later may have been taken by somebody else: what they opened in its
 * workspaces ends before the one who proved it is given anything (Place.mustRevoke says the rest).
 */
export async function settlePlaces(objects: Objects, places: readonly Place[]): Promise<void> {
  await Promise.all(
    places.filter(({ mustRevoke }) => mustRevoke).map((place) => settlePlace(objects, place)),
  );
}

async function settlePlace(objects: Objects, { teamId, userId }: Place): Promise<void> {
  await objects.member(teamId, userId).revokeEverything();
  // Only then: if this isolate dies between, the next sign-in does it again.
  await objects.store().settlePlace({ teamId, userId });
}
