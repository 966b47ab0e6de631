import * as v from 'valibot';
import { ChannelId, UserId } from './ids.ts';

export const channelKinds = ['public', 'private', 'direct', 'group'] as const;
export type ChannelKind = (typeof channelKinds)[number];

const Words = v.object({ value: v.string(), creator: v.string(), lastSet: v.number() });

/** What a list of channels needs of one. The Channel decides it; the Directory keeps a copy, newer `rev` wins. */
export const ChannelSummary = v.object({
  id: ChannelId,
  kind: v.picklist(channelKinds),
  name: v.string(),
  isGeneral: v.boolean(),
  isArchived: v.boolean(),
  /** Seconds. */
  created: v.number(),
  creator: UserId,
  topic: Words,
  purpose: Words,
  previousNames: v.array(v.string()),
  memberCount: v.number(),
  /** Milliseconds. */
  updatedMs: v.number(),
  /** Everybody, in direct and group channels alone. */
  people: v.optional(v.array(UserId)),
  /** The channel's `seq` that this was read at. */
  rev: v.number(),
});
export type ChannelSummary = v.InferOutput<typeof ChannelSummary>;
