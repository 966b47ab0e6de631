import { eventNameOf } from '../../protocol/events.ts';
import type { AnyEventBody, EventName } from '../../protocol/events.ts';
import { placeOf } from './cursor.ts';
import { channelReducers } from './reducers.ts';
import type { Timeline } from './timeline.ts';

/** An event frame of a channel's log, as it came. */
export type EventFrame = AnyEventBody & { readonly seq: number; readonly after?: number };

/**
 * Moves a timeline by one frame. Only a frame whose `after` is the cursor does; one at or below it was seen; any
 * other is a gap, after which the client resumes from `timeline.head`.
 */
export function applyFrame(
  timeline: Timeline,
  frame: EventFrame,
): { state: 'applied' | 'seen' | 'gap'; timeline: Timeline } {
  const place = placeOf(timeline.head, frame);
  if (place !== 'next') return { state: place, timeline };
  const name = eventNameOf(frame);
  if (!isOfChannel(name)) return { state: 'seen', timeline };
  // The name was read off this body, so the reducer is the one of its type.
  const reduce = channelReducers[name] as (timeline: Timeline, event: AnyEventBody, seq: number) => Timeline;
  return { state: 'applied', timeline: { ...reduce(timeline, frame, frame.seq), head: frame.seq } };
}

const isOfChannel = (name: EventName): name is keyof typeof channelReducers =>
  Object.hasOwn(channelReducers, name);
