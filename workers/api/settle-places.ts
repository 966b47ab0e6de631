import type { WorkerObjects } from '../../platform/objects.ts';
import type { Place } from '../../protocol/objects/store.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

type Settled = Promise<Outcome<object, 'service_unavailable'>>;

/**
 * An account whose address was proved later may have been taken by somebody else: what they opened in its
 * workspaces ends before the one who proved it is given anything (Place.mustRevoke says the rest).
 */
export async function settlePlaces(objects: WorkerObjects, places: readonly Place[]): Settled {
  const settled = await Promise.all(
    places.filter(({ mustRevoke }) => mustRevoke).map((place) => settlePlace(objects, place)),
  );
  return settled.every(({ ok }) => ok) ? accept({}) : refuse('service_unavailable');
}

async function settlePlace(objects: WorkerObjects, { teamId, userId }: Place): Settled {
  const revoked = await objects.member(teamId, userId).revokeEverything();
  if (!revoked.ok) return revoked;
  // Only then: if this isolate dies between, the next sign-in does it again.
  await objects.store().settlePlace({ teamId, userId });
  return accept({});
}
