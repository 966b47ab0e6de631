import type { DownFrame } from '../../protocol/down-frame.ts';
import type { LogId } from '../../protocol/frames.ts';
import { isTeamId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Caller } from '../../protocol/objects/caller.ts';
import type { LogEntry } from '../../protocol/objects/delivery.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { GatewayContext } from './context.ts';
import { eventFrame } from './event-frame.ts';
import type { Session } from './session.ts';

const callLimitMs = 10_000;
/** An object has six connections at a time when deployed: more would wait, and hold deliveries up. */
const sideBySide = 4;

type Place = Extract<DownFrame, { type: 'resumed' }>['channels'][string];

/**
 * Sends what each cursor missed, in order, with its live frames held behind; then `resumed` for all that was
 * asked. A cursor at the head costs no call; a log that this person does not have is `reset`.
 */
export async function catchUp(
  gateway: GatewayContext,
  session: Session,
  cursors: Readonly<Record<string, number>>,
  behind: readonly { readonly logId: LogId; readonly cursor: number }[],
  shown: ReadonlyMap<LogId, number>,
): Promise<void> {
  const asked = Object.keys(cursors);
  if (asked.length === 0) return;
  const places: Record<string, Place> = {};
  for (const logId of asked) {
    const head = shown.get(logId as LogId);
    places[logId] = head === undefined ? { reset: true } : { head };
  }
  const waiting = [...behind];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      places[next.logId] = await catchUpLog(gateway, session, next.logId, next.cursor);
    }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, waiting.length) }, worker));
  session.send({ type: 'resumed', channels: places });
  for (const [logId, place] of Object.entries(places)) {
    if ('head' in place) session.told(logId as LogId, place.head);
  }
}

/** A later hello: catches up with the logs that it names, and shows nothing else anew. */
export async function resume(
  gateway: GatewayContext,
  session: Session,
  cursors: Readonly<Record<string, number>>,
): Promise<void> {
  const shown = new Map<LogId, number>();
  for (const logId of Object.keys(cursors) as LogId[]) {
    const head = headFor(gateway, session, logId);
    if (head !== undefined) shown.set(logId, head);
  }
  const behind = behindOf(cursors, shown);
  session.hold(behind.map(({ logId }) => logId));
  await catchUp(gateway, session, cursors, behind, shown);
}

/**
 * Of a log that is merely followed this gateway may have no row, or one from before the lease that ended: the channel
 * is asked, whatever the cursor.
 */
function headFor(gateway: GatewayContext, session: Session, logId: LogId): number | undefined {
  if (!mayHear(gateway, session, logId)) return undefined;
  const isMember = gateway.logs.has(session.state.caller.userId, logId);
  return isMember ? gateway.logs.get(logId)?.head : -1;
}

/** The logs whose cursor is not at the head: above it too, since the gateway may be behind the channel. */
export const behindOf = (
  cursors: Readonly<Record<string, number>>,
  shown: ReadonlyMap<LogId, number>,
): { logId: LogId; cursor: number }[] =>
  Object.entries(cursors)
    .map(([logId, cursor]) => ({ logId: logId as LogId, cursor }))
    .filter(({ logId, cursor }) => shown.has(logId) && shown.get(logId) !== cursor);

async function catchUpLog(
  gateway: GatewayContext,
  session: Session,
  logId: LogId,
  cursor: number,
): Promise<Place> {
  const { caller } = session.state;
  let at = cursor;
  session.resetGap(logId);
  try {
    for (;;) {
      const answer = await withinLimit(`since ${logId}`, callLimitMs, since(gateway, caller, logId, at));
      // Asked again after each await: a person who was removed meanwhile hears nothing more.
      if (!answer.ok || !mayHear(gateway, session, logId)) return giveUp(gateway, session, logId);
      session.cork();
      const missed = untilOut(answer.entries, caller.userId);
      const frames = missed.map((entry) => eventFrame(logId, entry));
      const broken = frames.findIndex(({ text }) => text === undefined);
      for (const frame of broken === -1 ? frames : frames.slice(0, broken)) {
        if (frame.seq > at + 1) session.skipTo(logId, at);
        session.put(frame);
        at = frame.seq;
      }
      session.uncork(new Map());
      // What cannot be shown cannot be caught up with.
      if (broken !== -1) return giveUp(gateway, session, logId);
      if (!(await session.room()) || !mayHear(gateway, session, logId))
        return giveUp(gateway, session, logId);
      // Put out, and this gateway was not told yet: it tells them that itself.
      if (missed.length < answer.entries.length) return giveUp(gateway, session, logId);
      if (answer.entries.length === 0 || at >= answer.head) {
        // What was held leaves before `resumed` does: it must say that unseen entries lie before it.
        if (at < answer.head) session.skipTo(logId, at);
        session.caughtUp(logId, answer.head);
        return { head: answer.head };
      }
    }
  } catch (error) {
    console.warn(JSON.stringify({ event: 'catch_up_failed', log: logId, at, reason: String(error) }));
    return giveUp(gateway, session, logId);
  }
}

/** What was said after somebody's removal is not theirs, unless they came back. */
function untilOut(entries: readonly LogEntry[], userId: UserId): readonly LogEntry[] {
  const last = entries.findLastIndex(({ membership }) => membership?.userId === userId);
  return entries[last]?.membership?.change === 'left' ? entries.slice(0, last) : entries;
}

/** In it, or following it from outside, by now. */
export const mayHear = (gateway: GatewayContext, session: Session, logId: LogId): boolean =>
  !session.isEnded &&
  (gateway.logs.has(session.state.caller.userId, logId) || gateway.sockets.followersOf(logId).has(session));

/** The client forgets what it has of the log and reads a page; what was held goes on from where the gateway is. */
function giveUp(gateway: GatewayContext, session: Session, logId: LogId): Place {
  session.resetGap(logId);
  if (mayHear(gateway, session, logId)) session.caughtUp(logId, gateway.logs.get(logId)?.head ?? 0);
  // Removed meanwhile: of what waited the removal alone is theirs, and nothing else tells them.
  else session.removed(logId);
  return { reset: true };
}

const since = (
  gateway: GatewayContext,
  caller: Caller,
  logId: LogId,
  cursor: number,
): Promise<Outcome<{ entries: LogEntry[]; head: number }, string>> =>
  isTeamId(logId)
    ? gateway.objects.directory(logId).since(caller, cursor)
    : gateway.objects.channel(logId).since(caller, cursor);
