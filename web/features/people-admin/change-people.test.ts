import { expect, test } from 'vitest';
import type { TeamId } from '../../../protocol/ids.ts';
import type { Call } from '../../api/call.ts';
import { changePeople, changePerson } from './change-people.ts';
import { person } from './testing/person.ts';

const users = ['ann', 'ben', 'eve'].map((name) => person(name));
const [ann, ben, eve] = users.map(({ id }) => id);

type Answer = Awaited<ReturnType<Parameters<typeof changePeople>[1]['change']>>;

async function run(answers: Readonly<Record<string, readonly Answer[]>>) {
  const waits: number[] = [];
  const progress: number[] = [];
  const tries = new Map<string, number>();
  const refused = await changePeople(users, {
    change: (userId) => {
      const at = tries.get(userId) ?? 0;
      tries.set(userId, at + 1);
      const own = answers[userId] ?? [];
      return Promise.resolve(own[Math.min(at, own.length - 1)] ?? { ok: true });
    },
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    onProgress: (done) => progress.push(done),
  });
  return { refused: refused.map(({ user, error }) => [user.id, error]), waits, progress, tries };
}

test('one who is refused does not hold up the rest', async () => {
  const { refused, progress } = await run({ [String(ben)]: [{ ok: false, error: 'last_owner' }] });
  expect(refused).toEqual([[ben, 'last_owner']]);
  expect(progress).toEqual([1, 2, 3]);
});

test('a call too many waits as long as the server says, and is made again', async () => {
  const limited: Answer = { ok: false, error: 'ratelimited', retryAfterSeconds: 7 };
  const { refused, waits, tries } = await run({ [String(ann)]: [limited, { ok: true }] });
  expect({ refused, waits, tries: tries.get(String(ann)) }).toEqual({
    refused: [],
    waits: [7_000],
    tries: 2,
  });
});

test('a server that never has time is a refusal in the end', async () => {
  const { refused, waits } = await run({ [String(eve)]: [{ ok: false, error: 'ratelimited' }] });
  expect(refused).toEqual([[eve, 'ratelimited']]);
  expect(waits).toEqual([1_000, 1_000, 1_000]);
});

test('who was deactivated by another hand meanwhile is no refusal', async () => {
  const { refused } = await run({ [String(ann)]: [{ ok: false, error: 'user_already_deleted' }] });
  expect(refused).toEqual([]);
});

test('each change is its method', async () => {
  const calls: unknown[] = [];
  const call = ((name: string, args: unknown) => {
    calls.push([name, args]);
    return Promise.resolve({ ok: true });
  }) as Call;
  const teamId = 'T0AAAAAAAAAA' as TeamId;
  const [user] = users;
  if (user === undefined) throw new Error('nobody');
  for (const kind of ['owner', 'admin', 'member', 'deactivate', 'reactivate'] as const)
    await changePerson(call, teamId, user.id, { kind });
  await changePerson(call, teamId, user.id, { kind: 'guest', channelIds: [] });
  const named = { team_id: teamId, user_id: user.id };
  expect(calls).toEqual([
    ['admin.users.setOwner', named],
    ['admin.users.setAdmin', named],
    ['admin.users.setRegular', named],
    ['admin.users.remove', named],
    ['members.reactivate', { user_id: user.id }],
    ['members.setGuest', { user_id: user.id, channel_ids: [] }],
  ]);
});
