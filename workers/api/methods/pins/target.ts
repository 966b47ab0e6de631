import type { ChannelId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { Timestamp } from '../../../../protocol/timestamp.ts';
import type { CallerCall } from '../../context.ts';
import { requireMember } from '../../gate.ts';
import { readTimestamp } from '../../read-timestamp.ts';

/** The message that is to be pinned, or no longer. */
export async function findTarget(
  context: CallerCall,
  { channel, timestamp }: { readonly channel: string; readonly timestamp?: string | undefined },
): Promise<
  Outcome<
    { channelId: ChannelId; ts: Timestamp },
    'channel_not_found' | 'not_in_channel' | 'no_item_specified' | 'bad_timestamp'
  >
> {
  if (timestamp === undefined || timestamp === '') return refuse('no_item_specified');
  const ts = readTimestamp(timestamp);
  if (ts === undefined) return refuse('bad_timestamp');
  const seen = await requireMember(context, channel);
  return seen.ok ? accept({ channelId: seen.channelId, ts }) : seen;
}
