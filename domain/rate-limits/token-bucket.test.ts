import { expect, test } from 'vitest';
import { fullBucket, takeToken } from './token-bucket.ts';
import type { Bucket } from './token-bucket.ts';

const size = { perSecond: 2, burst: 3 };

/** Which of the calls at these times pass. */
function pass(times: readonly number[]): boolean[] {
  let bucket: Bucket = fullBucket(size, 0);
  return times.map((nowMs) => {
    const taken = takeToken(bucket, size, nowMs);
    bucket = taken.bucket;
    return taken.retryAfterSeconds === undefined;
  });
}

test('a burst passes, then what the rate refills, never more than the burst', () => {
  expect(pass([0, 0, 0, 0, 499, 500, 501])).toEqual([true, true, true, false, false, true, false]);
  expect(pass([0, 0, 0, 60_000, 60_000, 60_000, 60_000])).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});

test('a clock that goes back refills nothing and loses nothing', () => {
  expect(pass([1_000, 1_000, 1_000, 0, 0])).toEqual([true, true, true, false, false]);
});

test('a refusal says in whole seconds when another try makes sense', () => {
  const slow = { perSecond: 0.25, burst: 1 };
  const { bucket } = takeToken(fullBucket(slow, 0), slow, 0);
  expect(takeToken(bucket, slow, 0).retryAfterSeconds).toBe(4);
  expect(takeToken(bucket, slow, 3_500).retryAfterSeconds).toBe(1);
});
