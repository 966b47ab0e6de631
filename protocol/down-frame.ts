import * as v from 'valibot';
import { HelloFrame } from './frames.ts';
import { ChannelId } from './ids.ts';
import { Timestamp } from './timestamp.ts';

const id = v.optional(v.union([v.number(), v.string()]));
const head = v.object({ head: v.number() });

/** Frames to a client beside the events, which protocol/events.ts defines. The `id` of what is answered is echoed. */
export const DownFrame = v.variant('type', [
  HelloFrame,
  v.object({
    type: v.literal('ack'),
    id,
    channel: v.optional(ChannelId),
    ts: v.optional(Timestamp),
    seq: v.optional(v.number()),
    client_msg_id: v.optional(v.string()),
  }),
  v.object({ type: v.literal('error'), id, error: v.string(), message: v.optional(v.string()) }),
  v.object({ type: v.literal('subscribed'), id, channels: v.record(v.string(), head) }),
  v.object({
    type: v.literal('resumed'),
    channels: v.record(v.string(), v.union([head, v.object({ reset: v.literal(true) })])),
  }),
  /** Resume these now. */
  v.object({ type: v.literal('resume'), channels: v.array(v.string()) }),
  /** Come back with your cursors, but not before: the socket is closed after this. */
  v.object({ type: v.literal('reconnect'), after_ms: v.number() }),
  v.object({ type: v.literal('pong'), id }),
  /** Events of one log in order, each as if it had come alone. */
  v.object({
    type: v.literal('batch'),
    events: v.array(v.looseObject({ type: v.string(), seq: v.number() })),
  }),
]);
/** Without the `undefined` that an optional field of a schema may hold: nobody sends that. */
export type DownFrame = HelloFrame | OneOf<Exclude<v.InferOutput<typeof DownFrame>, HelloFrame>>;
type OneOf<Frame> = Frame extends object ? { [Key in keyof Frame]: Exclude<Frame[Key], undefined> } : never;
