import { atom } from 'nanostores';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { User } from '../../../protocol/entities.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { user } from '../../gateway/testing/sample.ts';
import type { People } from '../../store/contract.ts';
import { endStatuses } from './end-statuses.ts';

const now = new Date('2026-11-25T10:00:00Z');
beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

const seconds = (fromNow: number): number => now.getTime() / 1_000 + fromNow;
function withStatus(id: string, until: number): User {
  const made = user(id as UserId, id);
  const status = { status_text: id, status_emoji: ':palm_tree:', status_expiration: until };
  return { ...made, profile: { ...made.profile, ...status } };
}

/** Those who are known, and what is left of their statuses. */
function room(...users: User[]) {
  const $all = atom<readonly User[]>(users);
  const take = (...changed: User[]): void =>
    $all.set($all.get().map((one) => changed.find(({ id }) => id === one.id) ?? one));
  const people = { $all, take } as unknown as People;
  return { people, take, texts: () => $all.get().map(({ profile }) => profile.status_text) };
}

test('each status goes at its own end, and what has no end stays', () => {
  const { people, texts, take } = room(
    withStatus('U1', seconds(60)),
    withStatus('U2', seconds(90)),
    withStatus('U3', 0),
    withStatus('U4', seconds(-5)),
  );
  endStatuses({ people });
  expect(texts()).toEqual(['U1', 'U2', 'U3', '']);
  vi.advanceTimersByTime(59_999);
  expect(texts()).toEqual(['U1', 'U2', 'U3', '']);
  vi.advanceTimersByTime(1);
  expect(texts()).toEqual(['', 'U2', 'U3', '']);
  // Set anew before it ended: the new end counts.
  take(withStatus('U2', seconds(200)));
  vi.advanceTimersByTime(100_000);
  expect(texts()).toEqual(['', 'U2', 'U3', '']);
  vi.advanceTimersByTime(40_000);
  expect(texts()).toEqual(['', '', 'U3', '']);
});

test('one that ends in months waits for no timer that long, and after stopping nothing is touched', () => {
  const { people, texts } = room(withStatus('U1', seconds(90 * 24 * 3_600)));
  const stop = endStatuses({ people });
  vi.advanceTimersByTime(80 * 24 * 3_600_000);
  expect(texts()).toEqual(['U1']);
  stop();
  vi.advanceTimersByTime(20 * 24 * 3_600_000);
  expect(texts()).toEqual(['U1']);
});
