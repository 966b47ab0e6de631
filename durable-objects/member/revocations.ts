import { shardOf } from '../../domain/shard.ts';
import type { CredentialId } from '../../protocol/ids.ts';
import type { Revocation } from '../../protocol/objects/gateway.ts';
import { backoffMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { Person } from './person.ts';
import type { Holder, OwedRevocation } from './revocations-store.ts';

/** How long a holder may take: shorter than the Directory waits for this Member (directory/limits.ts). */
const callLimitMs = 3_000;
/** When the alarm takes over what a call left unfinished; one that still works on it is joined, not raced. */
const graceMs = 4_000;

/**
 * In the transaction of the change: those who hold open sockets of it are to be told, and if this turn dies, the
 * alarm tells them. Who holds one by then was told by `watch` or refuses it at hello, since this is stored.
 */
export function oweRevocation(
  person: Person,
  { credentialIds, isRole }: Pick<OwedRevocation, 'credentialIds' | 'isRole'>,
): void {
  const channels = person.revocations.channelsWithSockets(isRole ? undefined : credentialIds);
  for (const holder of new Set<Holder>(['gateway', ...channels])) {
    const before = person.owed(holder);
    person.saveOwed({
      holder,
      credentialIds: [...new Set([...(before?.credentialIds ?? []), ...credentialIds])],
      isRole: isRole || before?.isRole === true,
      due: person.now() + graceMs,
      tries: 0,
    });
  }
}

/** Whether everybody who was owed a revocation has it, after trying now. */
export async function settleRevocations(person: Person): Promise<boolean> {
  const told = await Promise.all(person.allOwed().map(({ holder }) => settle(person, holder)));
  return !told.includes(false);
}

export const revocationsDuty = (person: Person): Duty => ({
  name: 'revocations',
  dueAt: () => {
    const times = person.allOwed().map(({ due }) => retryTime(due, person.now()));
    return times.length === 0 ? undefined : Math.min(...times);
  },
  run: async (nowMs) => {
    const due = person.allOwed().filter(({ due }) => retryTime(due, nowMs) <= nowMs);
    await Promise.all(due.map(({ holder }) => settle(person, holder)));
  },
});

async function settle(person: Person, holder: Holder): Promise<boolean> {
  if (person.owed(holder) === undefined) return true;
  const work = person.telling.get(holder) ?? begin(person, holder);
  // Then once more: what came to be owed just as that work ended is owed still.
  return (await work) && settle(person, holder);
}

function begin(person: Person, holder: Holder): Promise<boolean> {
  const work = tell(person, holder).finally(() => person.telling.delete(holder));
  person.telling.set(holder, work);
  return work;
}

async function tell(person: Person, holder: Holder): Promise<boolean> {
  const owed = person.owed(holder);
  if (owed === undefined) return true;
  try {
    await withinLimit(`revoke ${holder}`, callLimitMs, told(person, owed));
    person.transact(() => {
      if (holder !== 'gateway') person.revocations.deleteSocketsOf(owed.credentialIds, holder);
      // Unless more came to be owed meanwhile: that they were not told.
      if (person.owed(holder) === owed) person.clearOwed(holder);
    });
    return true;
  } catch (error) {
    const tries = owed.tries + 1;
    const due = person.now() + backoffMs(tries);
    person.transact(() => {
      person.saveOwed({ ...(person.owed(holder) ?? owed), tries, due });
    });
    console.warn(JSON.stringify({ event: 'revocation_owed', holder, tries, reason: String(error) }));
    return false;
  }
}

async function told(person: Person, { holder, credentialIds, isRole }: OwedRevocation): Promise<void> {
  const { copy } = person;
  if (copy === undefined) throw new Error('a revocation is owed for a person who was never made');
  const { teamId, userId, role, shards } = copy;
  const revocation: Revocation = { userId, credentialIds, ...(isRole ? { role } : {}) };
  const { objects } = person;
  await (holder === 'gateway'
    ? objects.gateway(teamId, shardOf(userId, shards.count)).revoke(revocation)
    : objects.channel(holder).revoke(revocation));
}

/** All that were ever given out and are still known: an expired one may have left a socket open. */
export const allIds = (person: Person): CredentialId[] => person.credentials().map(({ id }) => id);
