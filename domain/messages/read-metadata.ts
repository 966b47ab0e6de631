import * as v from 'valibot';
import { MessageMetadata, metadataLengthMax } from '../../protocol/blocks/metadata.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { asMessages, faultsOf } from './faults.ts';
import { readJson } from './read-json.ts';

type MetadataError = 'invalid_metadata_format' | 'invalid_metadata_schema' | 'metadata_too_large';

/** `metadata: null` where an empty object was sent: what was there goes. */
export function readMetadata(given: unknown): Outcome<{ metadata?: MessageMetadata | null }, MetadataError> {
  const read = readJson(given);
  if (read.state === 'none') return accept({});
  if (read.state === 'unreadable' || !isObject(read.value)) return refuse('invalid_metadata_format');
  if (Object.keys(read.value).length === 0) return accept({ metadata: null });
  if (JSON.stringify(read.value).length > metadataLengthMax) return refuse('metadata_too_large');
  const parsed = v.safeParse(MessageMetadata, read.value);
  return parsed.success
    ? accept({ metadata: read.value as MessageMetadata })
    : refuse('invalid_metadata_schema', { messages: asMessages(faultsOf('metadata', parsed.issues)) });
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
