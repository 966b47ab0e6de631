import type { Block } from '../../protocol/entities.ts';

/**
 * Every block gets a name that an answer to it can use. Whoever sends the same blocks again gets the same names:
 * they come from a block's own words and place, and nothing else.
 */
export function nameBlocks(blocks: readonly Block[]): Block[] {
  const taken = new Set(blocks.map((block) => block['block_id']).filter((id) => id !== undefined));
  return blocks.map((block, index) => {
    if (block['block_id'] !== undefined) return block;
    const id = freeName(`${index}${JSON.stringify(block)}`, taken);
    taken.add(id);
    return { ...block, block_id: id };
  });
}

/** Two blocks of one message that share a name. */
export function doubleName(blocks: readonly Block[]): number | undefined {
  const seen = new Set<unknown>();
  for (const [index, { block_id: id }] of blocks.entries()) {
    if (id !== undefined && seen.has(id)) return index;
    seen.add(id);
  }
  return undefined;
}

function freeName(text: string, taken: ReadonlySet<unknown>): string {
  for (let salt = 0; ; salt += 1) {
    const name = hashOf(`${salt}${text}`).toString(36).padStart(5, '0').slice(-5);
    if (!taken.has(name)) return name;
  }
}

/** FNV-1a: short, and the same everywhere. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
