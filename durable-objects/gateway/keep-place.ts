import type { UpFrame } from '../../protocol/frames.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import type { Reading } from '../../protocol/objects/reading.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { justBefore } from '../../protocol/timestamp.ts';

export type PlaceFrame = Extract<UpFrame, { type: 'mark' | 'follow' | 'unfollow' }>;
type Places = Pick<ChannelObject, 'positionAt' | 'threadPosition'>;
type Kept = Outcome<object, 'channel_not_found' | 'not_in_channel' | 'thread_not_found'>;

/** What a person has read, and follows: the Channel says which place is meant, and the Member keeps it. */
export async function keepPlace(
  places: Places,
  member: Reading,
  actor: Actor,
  frame: PlaceFrame,
): Promise<Kept> {
  if (frame.type === 'mark') return mark(places, member, actor, frame);
  const { channel, thread_ts: threadTs } = frame;
  const head = await places.threadPosition(actor, threadTs);
  if (!head.ok) return head;
  return frame.type === 'follow'
    ? member.followThread(channel, head.threadTs, head.place)
    : member.unfollowThread(channel, head.threadTs, head.place);
}

async function mark(
  places: Places,
  member: Reading,
  actor: Actor,
  frame: Extract<PlaceFrame, { type: 'mark' }>,
): Promise<Kept> {
  const { channel, thread_ts: threadTs } = frame;
  const unread = frame.unread === true;
  const ts = unread ? justBefore(frame.ts) : frame.ts;
  if (threadTs === undefined) {
    const position = await places.positionAt(actor, ts);
    return position.ok ? member.mark(channel, { ordinal: position.ordinal, ts, unread }) : position;
  }
  const position = await places.threadPosition(actor, threadTs, ts);
  if (!position.ok) return position;
  return member.markThread(channel, position.threadTs, { ordinal: position.place.ordinal, ts, unread });
}
