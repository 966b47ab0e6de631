import type { AnyEventBody } from '../../../protocol/events.ts';
import type { LogEntry } from '../../../protocol/objects/delivery.ts';

/** An entry that shows something: all but a broken one do. */
export type ShownEntry = LogEntry & { readonly event: AnyEventBody };

export function asShown(entry: LogEntry): ShownEntry {
  const { event } = entry;
  if (event === undefined) throw new Error(`entry ${entry.seq} cannot be shown`);
  return { ...entry, event };
}
