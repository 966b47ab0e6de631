import type { LogId } from '../../protocol/frames.ts';
import { isTeamId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Delivery, DeliveryAnswer, LogEntry } from '../../protocol/objects/delivery.ts';
import { batchFrom } from './batch.ts';
import type { GatewayContext } from './context.ts';
import { eventFrame } from './event-frame.ts';
import { Followed } from './followed.ts';
import type { Logs } from './logs.ts';
import type { Session } from './session.ts';
import type { Sockets } from './sockets.ts';

/**
 * Takes a numbered batch in, in one turn: skips what it has, refuses a gap, applies the rest in order, hands the
 * frames over, and then stores head and list. Stored first, a throw between would lose the last frame; as it is,
 * it makes a repeat, which clients drop.
 */
export function deliver(
  { logs, sockets }: Pick<GatewayContext, 'logs' | 'sockets'>,
  delivery: Delivery,
): DeliveryAnswer {
  const { logId } = delivery;
  try {
    const followed = follow(logs, delivery);
    if (followed === undefined) return { state: 'attach' };
    if (delivery.from > followed.head + 1) return { state: 'expected', from: followed.head + 1 };
    const news = delivery.entries.filter((entry) => entry.seq > followed.head);
    handOver(sockets, logId, followed, news);
    endFollows(sockets, logId, followed);
    const isWanted = followed.people.size > 0 || sockets.followersOf(logId).size > 0;
    if (!isWanted) logs.drop(logId);
    else if (news.length > 0 || delivery.attach !== undefined) logs.save(logId, followed);
    if (delivery.attach?.skipped === true) askToResume(sockets, logId, followed);
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

/** Entry by entry, so that each goes to those who are here at it. Many at once leave as one frame a socket. */
function handOver(sockets: Sockets, logId: LogId, followed: Followed, news: readonly LogEntry[]): void {
  const corked = new Set<Session>();
  try {
    for (const entry of news) {
      const frame = eventFrame(logId, entry);
      for (const session of hearersOf(sockets, logId, followed, followed.apply(entry))) {
        if (news.length >= batchFrom && !corked.has(session)) {
          session.cork();
          corked.add(session);
        }
        session.offer(frame);
      }
    }
  } finally {
    const made = new Map<string, string[]>();
    for (const session of corked) session.uncork(made);
  }
}

function* hearersOf(
  sockets: Sockets,
  logId: LogId,
  followed: Followed,
  people: Iterable<UserId>,
): Iterable<Session> {
  const followers = followed.summary?.kind === 'public' ? sockets.followersOf(logId) : undefined;
  for (const userId of people) {
    for (const session of sockets.of(userId)) if (followers?.has(session) !== true) yield session;
  }
  // One who is in the channel too hears each entry once.
  for (const session of followers ?? []) {
    if (session.state.caller.role !== 'guest' || followed.people.has(session.state.caller.userId))
      yield session;
  }
}

/** A channel that is public no more, or gone, is not followed from outside: its followers are asked to find that out. */
function endFollows(sockets: Sockets, logId: LogId, { isOver, summary, people }: Followed): void {
  if (isTeamId(logId) || (!isOver && (summary === undefined || summary.kind === 'public'))) return;
  for (const session of [...sockets.followersOf(logId)]) {
    sockets.unfollow(session, logId);
    if (people.has(session.state.caller.userId)) continue;
    session.caughtUp(logId, Number.MAX_SAFE_INTEGER);
    if (session.state.phase === 'ready') session.send({ type: 'resume', channels: [logId] });
  }
}

/** What was in flight when the gateway attached is skipped: its clients fetch it themselves. */
function askToResume(sockets: Sockets, logId: LogId, followed: Followed): void {
  const hearers = [...hearersOf(sockets, logId, followed, followed.people.keys())];
  for (const session of hearers) {
    if (session.state.phase === 'ready') session.send({ type: 'resume', channels: [logId] });
  }
}
