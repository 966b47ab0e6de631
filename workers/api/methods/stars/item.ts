import type { ChannelId } from '../../../../protocol/ids.ts';
import type { Timestamp } from '../../../../protocol/timestamp.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { requireVisible } from '../../gate.ts';
import { readTimestamp } from '../../read-timestamp.ts';

interface Named {
  readonly channel?: string | undefined;
  readonly timestamp?: string | undefined;
}
type Item = { readonly channelId: ChannelId; readonly message?: { seq: number; ts: Timestamp } };

/** What a star is for, as far as the caller may see it. */
export async function findItem(
  context: CallerCall,
  { channel, timestamp }: Named,
): Promise<Outcome<Item, 'no_item_specified' | 'channel_not_found' | 'bad_timestamp' | 'message_not_found'>> {
  if (channel === undefined || channel === '') {
    return refuse('no_item_specified', {
      messages: ['[ERROR] channel: name one, and of a message its timestamp'],
    });
  }
  const ts = timestamp === undefined ? undefined : readTimestamp(timestamp);
  if (timestamp !== undefined && ts === undefined) return refuse('bad_timestamp');
  const seen = await requireVisible(context, channel);
  if (!seen.ok) return seen;
  const { channelId } = seen;
  if (ts === undefined) return accept({ channelId });
  const found = await context.objects.channel(channelId).message(context.actor, ts);
  return found.ok ? accept({ channelId, message: { seq: found.message.seq, ts } }) : found;
}
