import type { Duty } from '../log/duties.ts';
import { revokeIn } from './credentials.ts';
import type { Person } from './person.ts';
import { oweRevocation, settleRevocations } from './revocations.ts';
import type { Credential } from './store.ts';

/** A session that ends by itself ends its open sockets too, as one that is revoked does. */
export const expiriesDuty = (person: Person): Duty => ({
  name: 'expiries',
  dueAt: () => {
    const times = standing(person).map(({ expires }) => expires ?? Infinity);
    return times.length === 0 ? undefined : Math.min(...times);
  },
  run: async (nowMs) => {
    const expired = standing(person).filter(({ expires }) => (expires ?? Infinity) <= nowMs);
    if (expired.length === 0) return;
    person.transact(() => {
      revokeIn(person, expired);
      oweRevocation(person, { credentialIds: expired.map(({ id }) => id), isRole: false });
    });
    await settleRevocations(person);
  },
});

const standing = (person: Person): Credential[] =>
  person.credentials().filter(({ expires, revoked }) => expires !== undefined && revoked === undefined);
