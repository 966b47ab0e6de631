import { mayReadFromOutside } from '../../domain/permissions/permissions.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import { isChannelId, isDirectId } from '../../protocol/ids.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Membership } from '../../protocol/objects/member.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { CallerCall } from './context.ts';

/** A channel that this caller may know of. Who is not in it has the Directory's summary instead of a membership. */
export type Seen =
  | { readonly channelId: ChannelId; readonly isMember: true; readonly membership: Membership }
  | { readonly channelId: ChannelId; readonly isMember: false; readonly summary: ChannelSummary };

/**
 * The gate of every method that takes a `channel`. What is no id, was never minted, or is not the caller's gets the
 * same answer by the same steps, and wakes no Channel: the Member said whether they are in it when it authenticated
 * them, and for everything else the Directory alone is asked.
 */
export async function requireVisible(
  context: CallerCall,
  channel: string,
): Promise<Outcome<Seen, 'channel_not_found'>> {
  if (!isChannelId(channel)) return refuse('channel_not_found');
  const { membership } = context;
  if (membership?.channelId === channel) return accept({ channelId: channel, isMember: true, membership });
  return visibleToOutsider(context, channel);
}

/** For one whose membership was asked otherwise: a channel that was named, not given by id. */
export async function visibleToOutsider(
  { objects, actor }: CallerCall,
  channelId: ChannelId,
): Promise<Outcome<Seen, 'channel_not_found'>> {
  // Nobody sees a direct channel from outside: no need to ask.
  if (isDirectId(channelId)) return refuse('channel_not_found');
  const visible = await objects.directory(actor.teamId).visibleChannel(actor, { id: channelId });
  return visible.ok ? accept({ channelId, isMember: false, summary: visible.summary }) : visible;
}

export type SeenByMember = Extract<Seen, { isMember: true }>;

/** To write: Slack tells somebody outside a public channel that they are. */
export async function requireMember(
  context: CallerCall,
  channel: string,
): Promise<Outcome<SeenByMember, 'channel_not_found' | 'not_in_channel'>> {
  const seen = await requireVisible(context, channel);
  if (!seen.ok) return seen;
  return seen.isMember ? accept(seen) : refuse('not_in_channel');
}

/** To read messages: of a public channel a person may from outside, a bot only what it was brought into. */
export async function requireReadable(
  context: CallerCall,
  channel: string,
): Promise<Outcome<Seen, 'channel_not_found' | 'not_in_channel'>> {
  const seen = await requireVisible(context, channel);
  if (!seen.ok) return seen;
  return seen.isMember || mayReadFromOutside(context.actor) ? seen : refuse('not_in_channel');
}
