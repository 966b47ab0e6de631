import { mayManageChannels } from '../../../../domain/permissions/permissions.ts';
import type { ChannelId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { requireVisible } from '../../gate.ts';

/** A conversation of any kind that an admin or owner may see. */
export async function requireManaged(
  context: CallerCall,
  channel: string,
): Promise<Outcome<{ channelId: ChannelId }, 'not_an_admin' | 'channel_not_found'>> {
  if (!mayManageChannels(context.actor)) return refuse('not_an_admin');
  const seen = await requireVisible(context, channel);
  return seen.ok ? accept({ channelId: seen.channelId }) : seen;
}

/** The channel decides again, and may know better who they are. */
export const refused = (error: 'channel_not_found' | 'restricted_action') =>
  refuse(error === 'restricted_action' ? 'not_an_admin' : error);
