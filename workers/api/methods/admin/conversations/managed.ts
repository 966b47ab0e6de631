import { mayManageChannels } from '../../../../../domain/permissions/permissions.ts';
import { isDirectId } from '../../../../../protocol/ids.ts';
import type { ChannelId } from '../../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../../protocol/refusal.ts';
import type { CallerCall } from '../../../context.ts';
import { requireVisible } from '../../../gate.ts';

/**
 * A channel for who answers for the workspace: a public one, or a private one that they are in. What is said in
 * private is not theirs to end from outside, and looks to them as to anybody.
 */
export async function requireManaged(
  context: CallerCall,
  channel: string,
): Promise<
  Outcome<{ channelId: ChannelId }, 'not_an_admin' | 'channel_not_found' | 'channel_type_not_supported'>
> {
  if (!mayManageChannels(context.actor)) return refuse('not_an_admin');
  const seen = await requireVisible(context, channel);
  if (!seen.ok) return seen;
  return isDirectId(seen.channelId)
    ? refuse('channel_type_not_supported')
    : accept({ channelId: seen.channelId });
}
