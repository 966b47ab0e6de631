import * as v from 'valibot';
import { ChannelId } from './ids.ts';

const lengthMax = 32_768;

/** A part of the list of channels that the person made. A channel is in one at most: the first that names it. */
export const Section = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/, 'must be 1 to 32 letters, digits, - or _')),
  name: v.pipe(
    v.string(),
    v.check((name) => name.trim() !== '', 'must not be empty'),
    v.maxLength(80, 'must be at most 80 characters'),
  ),
  channels: v.array(ChannelId),
});
export type Section = v.InferOutput<typeof Section>;

/** What of a channel one is notified of where nothing else was said for it. */
export const notifyLevels = ['all', 'mentions', 'nothing'] as const;

/**
 * What a person wishes of every client of theirs, on whatever device. What is not there was never said: a client does
 * as it does by itself.
 */
export const Preferences = v.strictObject({
  /** In their order. */
  sections: v.optional(
    v.pipe(
      v.array(Section),
      v.maxLength(50, 'must be at most 50 sections'),
      v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must have an id each'),
      v.check((all) => JSON.stringify(all).length <= lengthMax, 'must be at most 32 KiB'),
    ),
  ),
  /** Whether looking at a message reads it, or the person says so. */
  read_by: v.optional(v.picklist(['looking', 'escape'], 'must be looking or escape')),
  send_by: v.optional(v.picklist(['enter', 'ctrl_enter'], 'must be enter or ctrl_enter')),
  // Written out: a client that reads only the type would keep all of this for what is computed in it.
  notify: v.optional(v.picklist(notifyLevels, 'must be one of all, mentions, nothing')),
  /** What their browser said last, so that it is asked about once. */
  time_zone: v.optional(v.pipe(v.string(), v.maxLength(64, 'must be at most 64 characters'))),
});
export type Preferences = v.InferOutput<typeof Preferences>;
