import type { AnyEventBody, EventBody } from '../../protocol/events.ts';
import type { DownFrame } from '../../protocol/down-frame.ts';
import type { HelloFrame, LogId } from '../../protocol/frames.ts';
import type { ChannelId, TeamId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';

/** An entry of a log: of the Directory's where `channel` is no id. */
export type LogFrame = AnyEventBody & { readonly seq: number; readonly after?: number };

/** An entry that was too large for a frame: whoever holds the log's rows reads them anew. */
export interface TruncatedFrame {
  readonly type: AnyEventBody['type'];
  readonly channel?: ChannelId;
  readonly team?: TeamId;
  readonly seq: number;
  readonly after?: number;
  readonly ts?: Timestamp;
  readonly truncated: true;
}

/** What has no place in a log and is never repeated. */
export type Passing = EventBody<(typeof passings)[number]>;
const passings = [
  'message_ephemeral',
  'user_typing',
  'channel_marked',
  'channel_preferences',
  'preferences_changed',
  'thread_marked',
  'thread_subscribed',
  'thread_unsubscribed',
  'star_added',
  'star_removed',
  'im_open',
  'im_close',
  'group_open',
  'group_close',
] as const;

export type Control = Exclude<DownFrame, { type: 'pong' | 'batch' }>;

export type Received =
  | { readonly kind: 'entry'; readonly logId: LogId; readonly frame: LogFrame | TruncatedFrame }
  | { readonly kind: 'passing'; readonly event: Passing }
  | { readonly kind: 'batch'; readonly events: readonly unknown[] }
  | { readonly kind: 'control'; readonly frame: Control }
  | { readonly kind: 'pong' }
  /** Of a newer server: skipped. */
  | { readonly kind: 'unknown' };

const controls = ['hello', 'ack', 'error', 'resumed', 'resume', 'reconnect', 'subscribed'];

/** Tells frames apart. They come from our own server, so their insides are believed. */
export function classify(value: unknown): Received {
  if (typeof value !== 'object' || value === null || !('type' in value)) return { kind: 'unknown' };
  const frame = value as {
    type: unknown;
    seq?: unknown;
    channel?: unknown;
    team?: unknown;
    events?: unknown;
  };
  if (typeof frame.type !== 'string') return { kind: 'unknown' };
  if (frame.type === 'pong') return { kind: 'pong' };
  if (frame.type === 'batch') {
    return Array.isArray(frame.events) ? { kind: 'batch', events: frame.events } : { kind: 'unknown' };
  }
  if (controls.includes(frame.type)) {
    return { kind: 'control', frame: value as Control };
  }
  if (typeof frame.seq !== 'number') {
    if ('is_ephemeral' in frame) return { kind: 'passing', event: value as Passing };
    return passings.some((type) => type === frame.type)
      ? { kind: 'passing', event: value as Passing }
      : { kind: 'unknown' };
  }
  // `channel_created` holds the channel as an object: it is of the Directory's log.
  const logId = typeof frame.channel === 'string' ? frame.channel : frame.team;
  if (typeof logId !== 'string') return { kind: 'unknown' };
  return { kind: 'entry', logId: logId as LogId, frame: value as LogFrame | TruncatedFrame };
}

export const isTruncated = (frame: LogFrame | TruncatedFrame): frame is TruncatedFrame =>
  'truncated' in frame;

/** Parts of one hello as one; undefined until the last is there. */
export function joinHello(parts: readonly HelloFrame[]): HelloFrame | undefined {
  const last = parts.at(-1);
  if (last === undefined || last.last === false) return undefined;
  return { ...last, channels: parts.flatMap(({ channels }) => channels) };
}
