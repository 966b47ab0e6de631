import { eventNameOf, events } from '../../protocol/events.ts';
import type { AnyEventBody, Audience } from '../../protocol/events.ts';
import type { LogId } from '../../protocol/frames.ts';
import { isTeamId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import { frameBytesMax } from '../../protocol/limits.ts';
import type { LogEntry } from '../../protocol/objects/delivery.ts';
import type { Scope } from '../../protocol/scopes.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** One entry as a frame, made once for all sockets. */
export interface EventFrame {
  readonly logId: LogId;
  readonly seq: number;
  /** Unset: none could be made of this entry. Who would hear it is asked to resume, which answers `reset`. */
  readonly text: string | undefined;
  readonly scope: Scope | undefined;
  readonly audience: Audience;
  /** The last one of this log: for somebody who was removed, or, of a log that is over, for everybody. */
  readonly endsFor: UserId | 'everybody' | undefined;
}

/** Never throws: an entry that cannot become a frame must not hold up its log. */
export function eventFrame(logId: LogId, entry: LogEntry): EventFrame {
  const { seq, event, audience } = entry;
  const endsFor = endOf(entry);
  try {
    if (event !== undefined) {
      const contract = events[eventNameOf(event)];
      const text = fitting(logId, seq, event);
      return { logId, seq, text, scope: contract.scope, audience: audience ?? contract.audience, endsFor };
    }
  } catch (error) {
    console.error(JSON.stringify({ event: 'frame_failed', log: logId, seq, reason: String(error) }));
  }
  const everybody = isTeamId(logId) ? 'team' : 'channel';
  return { logId, seq, text: undefined, scope: undefined, audience: audience ?? everybody, endsFor };
}

function endOf({ isLast, membership }: LogEntry): EventFrame['endsFor'] {
  if (isLast === true) return 'everybody';
  return membership?.change === 'left' ? membership.userId : undefined;
}

/** Says that entries which this socket may not see lie between the one at `after` and this one. */
export const withAfter = (text: string, after: number): string => `${text.slice(0, -1)},"after":${after}}`;

/** What is too large for a frame is named: the client reads the row. */
function fitting(logId: LogId, seq: number, event: AnyEventBody): string {
  const place = isTeamId(logId) ? { team: logId } : { channel: logId };
  const text = JSON.stringify({ ...event, ...place, seq });
  if (text.length * 3 <= frameBytesMax || new TextEncoder().encode(text).length <= frameBytesMax) return text;
  return JSON.stringify({ type: event.type, ...place, seq, ...rowOf(event), truncated: true });
}

/** The `ts` of the message's row: a change has one of its own, by which nothing is found. */
function rowOf(event: AnyEventBody): { ts?: Timestamp } {
  if ('item' in event) return 'ts' in event.item ? { ts: event.item.ts } : {};
  if (event.type !== 'message') return {};
  return { ts: 'message' in event ? event.message.ts : event.ts };
}
