/// <reference types="@cloudflare/vitest-plugin/types" />
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Env } from '../../platform/env.ts';
import { rateLimitsOf } from '../../platform/rate-limits/rate-limits.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { TeamId, UserId } from '../../protocol/ids.ts';
import type { PersonCopy } from '../../protocol/objects/member.ts';
import { Person } from '../member/person.ts';
import { setPerson } from '../member/set-person.ts';
import { FakeObjects } from './fake-objects.ts';

const { MEMBER } = env as unknown as Env;

export interface Bench {
  readonly person: Person;
  readonly fakes: FakeObjects;
  readonly copy: PersonCopy;
  readonly clock: { nowMs: number };
  /** A Person over the same storage, as after an eviction. */
  again(): Person;
  rowsWritten(work: () => unknown): number;
}

export const newCopy = (given: Partial<PersonCopy> = {}): PersonCopy => ({
  teamId: mintId('T'),
  userId: mintId('U'),
  role: 'member',
  version: 1,
  isActive: true,
  shards: { count: 1, epoch: 1 },
  ...given,
});

export const memberStub = (teamId: TeamId, userId: UserId) =>
  MEMBER.get(MEMBER.idFromName(`${teamId}:${userId}`));

/** Runs in a real object's storage, with a clock and the other objects in the test's hand. */
export async function onBench(run: (bench: Bench) => Promise<void> | void, given: Partial<PersonCopy> = {}) {
  const copy = newCopy(given);
  await runInDurableObject(memberStub(copy.teamId, copy.userId), async (_, state: DurableObjectState) => {
    const { storage } = state;
    const fakes = new FakeObjects();
    const clock = { nowMs: 1_700_000_000_000 };
    const again = (): Person =>
      new Person({
        storage,
        objects: fakes,
        limits: rateLimitsOf({}),
        now: () => clock.nowMs,
        waitUntil: (work) => {
          state.waitUntil(work);
        },
      });
    const person = again();
    await setPerson(person, copy);
    const rowsWritten = (work: () => unknown): number => {
      const before = changes(storage);
      work();
      return changes(storage) - before;
    };
    await run({ person, fakes, copy, clock, again, rowsWritten });
  });
}

const changes = (storage: DurableObjectStorage): number =>
  storage.sql.exec<{ changes: number }>('select total_changes() as changes').one().changes;
