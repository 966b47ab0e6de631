import * as v from 'valibot';
import { MessageBlocks } from '../../protocol/blocks/message-blocks.ts';
import type { Block } from '../../protocol/entities.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { doubleName, nameBlocks } from './block-ids.ts';
import { asMessages, faultsOf } from './faults.ts';
import { readJson } from './read-json.ts';

/** Of all markdown blocks of a message together. */
const markdownLengthMax = 12_000;

/** Blocks as a caller wrote them, each named. `blocks` is there where something was sent, be it an empty list. */
export function readBlocks(
  given: unknown,
): Outcome<{ blocks?: Block[] }, 'invalid_blocks' | 'invalid_blocks_format'> {
  const read = readJson(given);
  if (read.state === 'none') return accept({});
  if (read.state === 'unreadable' || !Array.isArray(read.value)) return refuse('invalid_blocks_format');
  const faults = faultsOfBlocks('blocks', read.value);
  if (faults.length > 0) return refuse('invalid_blocks', { messages: asMessages(faults), errors: faults });
  return accept({ blocks: nameBlocks(read.value as Block[]) });
}

/** In Slack's words; none where a message can have these blocks. */
export function faultsOfBlocks(pointer: string, value: readonly unknown[]): readonly string[] {
  const parsed = v.safeParse(MessageBlocks, value);
  if (!parsed.success) return faultsOf(pointer, parsed.issues);
  const blocks = value as Block[];
  const double = doubleName(blocks);
  if (double !== undefined)
    return [`\`block_id\` already exists [json-pointer:/${pointer}/${double}/block_id]`];
  const markdown = blocks.filter(({ type }) => type === 'markdown').map((block) => String(block['text']));
  return markdown.join('').length > markdownLengthMax
    ? [
        `must be less than ${markdownLengthMax + 1} characters in all markdown blocks [json-pointer:/${pointer}]`,
      ]
    : [];
}
