import { expect, test } from 'vitest';
import type { LogFrame } from '../gateway/frames.ts';
import { bob, teamId, user } from '../gateway/testing/sample.ts';
import type { Call } from '../api/call.ts';
import { People } from './people.ts';
import { makeGate } from './testing/gate.ts';

test('a person who changes while everybody is read has the new name and the address that was read', async () => {
  const before = user(bob, 'Bob');
  const read = { ...before, profile: { ...before.profile, email: 'bob@example.com' } };
  const gate = makeGate();
  const answer = { ok: true, members: [read], response_metadata: { next_cursor: '' } };
  const call = (async () => {
    await gate.passed;
    return answer;
  }) as unknown as Call;
  const people = new People({ call, soon: (run) => run() });
  const loaded = people.load();
  const change = { type: 'user_change', user: user(bob, 'Bobby'), cache_ts: 1, event_ts: '1' };
  people.apply({ ...change, team: teamId, seq: 6 } as unknown as LogFrame);
  gate.open();
  await loaded;
  expect(people.person(bob).get()).toMatchObject({
    real_name: 'Bobby',
    profile: { email: 'bob@example.com' },
  });
});
