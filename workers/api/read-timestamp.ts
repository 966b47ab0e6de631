import * as v from 'valibot';
import { Timestamp } from '../../protocol/timestamp.ts';

/** What names a message. Each method has its own word for a text that is none. */
export function readTimestamp(text: string): Timestamp | undefined {
  const parsed = v.safeParse(Timestamp, text.trim());
  return parsed.success ? parsed.output : undefined;
}
