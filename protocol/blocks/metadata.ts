import * as v from 'valibot';

/** Metadata of a message: a name for what it is about, and flat facts about it. */
const fact = v.union([v.string(), v.number(), v.boolean()], 'must provide a string, a number or a boolean');
const facts = v.record(v.string(), fact, 'must provide an object');
const value = v.union(
  [fact, facts, v.array(v.union([fact, facts]))],
  'must provide a string, a number, a boolean, or flat objects of them',
);

export const MessageMetadata = v.object({
  event_type: v.pipe(
    v.string('must provide a string'),
    v.regex(/^[\w.:/-]+$/, 'must match pattern'),
    v.maxLength(255, 'must be less than 256 characters'),
  ),
  event_payload: v.pipe(
    v.unknown(),
    v.check((payload) => !Array.isArray(payload), 'must provide an object'),
    v.record(v.string(), value, 'must provide an object'),
  ),
});
export type MessageMetadata = v.InferOutput<typeof MessageMetadata>;

export const metadataLengthMax = 16_000;
