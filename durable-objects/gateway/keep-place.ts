import type { UpFrame } from '../../protocol/frames.ts';
import type { ChannelObject } from '../../protocol/objects/channel.ts';
import type { Reading } from '../../protocol/objects/reading.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { justBefore } from '../../protocol/timestamp.ts';
import type { Session } from './session.ts';

export type PlaceFrame = Extract<UpFrame, { type: 'mark' | 'follow' | 'unfollow' }>;
type Places = Pick<ChannelObject, 'positionAt' | 'threadPosition'>;
type Kept = Outcome<object, 'channel_not_found' | 'not_in_channel' | 'thread_not_found'>;

/**
 * What a person has read, and follows: the Channel says which place is meant, and the Member keeps it. Undefined where
 * the socket was ended between the two: then the Member is not told.
 */
export async function keepPlace(
  places: Places,
  member: Reading,
  session: Pick<Session, 'state' | 'isEnded'>,
  frame: PlaceFrame,
): Promise<Kept | undefined> {
  if (frame.type === 'mark') return mark(places, member, session, frame);
  const { channel, thread_ts: threadTs } = frame;
  const head = await places.threadPosition(session.state.caller, threadTs);
  if (session.isEnded) return undefined;
  if (!head.ok) return head;
  return frame.type === 'follow'
    ? member.followThread(channel, head.threadTs, head.place)
    : member.unfollowThread(channel, head.threadTs, head.place);
}

async function mark(
  places: Places,
  member: Reading,
  session: Pick<Session, 'state' | 'isEnded'>,
  frame: Extract<PlaceFrame, { type: 'mark' }>,
): Promise<Kept | undefined> {
  const actor = session.state.caller;
  const { channel, thread_ts: threadTs } = frame;
  const unread = frame.unread === true;
  const ts = unread ? justBefore(frame.ts) : frame.ts;
  if (threadTs === undefined) {
    const position = await places.positionAt(actor, ts);
    if (session.isEnded) return undefined;
    return position.ok ? member.mark(channel, { ordinal: position.ordinal, ts, unread }) : position;
  }
  const position = await places.threadPosition(actor, threadTs, ts);
  if (session.isEnded) return undefined;
  if (!position.ok) return position;
  return member.markThread(channel, position.threadTs, { ordinal: position.place.ordinal, ts, unread });
}
