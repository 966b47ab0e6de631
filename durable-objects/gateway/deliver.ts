import type { LogId } from '../../protocol/frames.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Delivery, DeliveryAnswer } from '../../protocol/objects/delivery.ts';
import { eventFrame } from './event-frame.ts';
import type { EventFrame } from './event-frame.ts';
import { Followed } from './followed.ts';
import type { Logs } from './logs.ts';
import type { Session } from './session.ts';

/** The sockets of a person here. */
export type SessionsOf = (userId: UserId) => Iterable<Session>;

/**
 * Takes a numbered batch in, in one turn: skips what it has, refuses a gap, applies the rest in order, hands the
 * frames over, and then stores head and list. Stored first, a throw between would lose the last frame; as it is,
 * it makes a repeat, which clients drop.
 */
export function deliver(logs: Logs, sessionsOf: SessionsOf, delivery: Delivery): DeliveryAnswer {
  const { logId } = delivery;
  try {
    const followed = follow(logs, delivery);
    if (followed === undefined) return { state: 'attach' };
    if (delivery.from > followed.head + 1) return { state: 'expected', from: followed.head + 1 };
    const news = delivery.entries.filter((entry) => entry.seq > followed.head);
    for (const entry of news) handOver(eventFrame(logId, entry), followed.apply(entry), sessionsOf);
    if (news.length > 0 || delivery.attach !== undefined) logs.save(logId, followed);
    if (delivery.attach?.skipped === true) askToResume(logId, followed, sessionsOf);
    return { state: 'applied', head: followed.head };
  } catch (error) {
    logs.reload(logId);
    throw error;
  }
}

/**
 * The log as it is followed from here on. An attachment replaces what is older than it, or of another generation;
 * one for a shard's first person that comes again (the answer was lost) changes nothing.
 */
function follow(logs: Logs, delivery: Delivery): Followed | undefined {
  const { attach, generation } = delivery;
  const known = logs.get(delivery.logId);
  const followed = known?.generation === generation ? known : undefined;
  if (attach === undefined) return followed;
  const isCurrent = followed !== undefined && followed.head >= attach.head && !attach.skipped;
  return isCurrent ? followed : Followed.attached(generation, attach);
}

function handOver(frame: EventFrame, hearers: Iterable<UserId>, sessionsOf: SessionsOf): void {
  for (const userId of hearers) for (const session of sessionsOf(userId)) session.offer(frame);
}

/** What was in flight when the gateway attached is skipped: its clients fetch it themselves. */
function askToResume(logId: LogId, followed: Followed, sessionsOf: SessionsOf): void {
  for (const userId of followed.people.keys()) {
    for (const session of sessionsOf(userId)) {
      if (session.state.phase === 'ready') session.send({ type: 'resume', channels: [logId] });
    }
  }
}
