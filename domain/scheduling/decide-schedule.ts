import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';

/** Slack's bounds: how far ahead, and how many within five minutes of one channel. */
export const daysAheadMax = 120;
const windowSeconds = 300;
export const perWindowMax = 30;

const daySeconds = 86_400;

/** Whether a message may be scheduled, given the times of its author's others in the channel. All in seconds. */
export function decideSchedule(
  postAt: number,
  others: readonly number[],
  nowMs: number,
): Outcome<object, 'time_in_past' | 'time_too_far' | 'restricted_too_many'> {
  const timely = decideTime(postAt, nowMs);
  if (!timely.ok) return timely;
  const times = [...others, postAt].toSorted((one, other) => one - other);
  const isCrowded = times.some((first, index) => {
    const last = times[index + perWindowMax];
    return last !== undefined && last - first < windowSeconds && first <= postAt && postAt <= last;
  });
  return isCrowded ? refuse('restricted_too_many') : accept({});
}

/** Whether it is a time at all that a message can be scheduled for. */
export function decideTime(postAt: number, nowMs: number): Outcome<object, 'time_in_past' | 'time_too_far'> {
  if (postAt * 1_000 <= nowMs) return refuse('time_in_past');
  return postAt * 1_000 > nowMs + daysAheadMax * daySeconds * 1_000 ? refuse('time_too_far') : accept({});
}

/** Others further away than this share no window with `postAt`. */
export const neighbourhood = (postAt: number): { from: number; to: number } => ({
  from: postAt - windowSeconds + 1,
  to: postAt + windowSeconds - 1,
});
