import type { Item } from './items.ts';

const linePx = 22;
/** What a block has beside its words. */
const partPx = 24;
const lineLength = 88;
/** What is longer is folded, see message/fold.ts. */
const linesMax = 16;

/** How high a row will be, near enough that measuring it moves little. */
export function estimateRow(item: Item | undefined): number {
  if (item === undefined) return 160;
  const { row, isContinuation, startsDay, isFirstUnread } = item;
  const text = row.kind === 'pending' ? row.pending.text : row.message.text;
  const lines = text
    .split('\n', linesMax)
    .reduce((sum, line) => sum + 1 + Math.floor(line.length / lineLength), 0);
  const message = row.kind === 'message' ? row.message : undefined;
  return (
    8 +
    Math.min(lines, linesMax) * linePx +
    (isContinuation ? 0 : 34) +
    ((message?.blocks?.length ?? 0) + (message?.attachments?.length ?? 0)) * partPx +
    (startsDay ? 44 : 0) +
    (isFirstUnread ? 24 : 0) +
    ((message?.reactions?.length ?? 0) > 0 ? 32 : 0) +
    ((message?.reply_count ?? 0) > 0 ? 36 : 0)
  );
}
