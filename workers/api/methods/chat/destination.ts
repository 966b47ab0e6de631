import { isChannelId, isUserId } from '../../../../protocol/ids.ts';
import type { UserId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { requireMember, visibleToOutsider } from '../../gate.ts';
import { seesAll } from '../../sight.ts';

type Destination = Outcome<
  { channelId: Parameters<CallerCall['objects']['channel']>[0] },
  'channel_not_found' | 'not_in_channel' | 'service_unavailable'
>;

/** Where a post goes: a conversation's id, a channel's name with or without `#`, or a person, whose direct channel opens. */
export function findDestination(context: CallerCall, named: string): Promise<Destination> {
  if (isChannelId(named)) return requireMember(context, named);
  return isUserId(named) ? directWith(context, named) : channelNamed(context, named.replace(/^#/, ''));
}

async function directWith(context: CallerCall, userId: UserId): Promise<Destination> {
  const { objects, actor } = context;
  if (!(await seesAll(context, [userId]))) return refuse('channel_not_found');
  const others = userId === actor.userId ? [] : [userId];
  const opened = await objects.directory(actor.teamId).openDirect(actor, others, true);
  if (opened.ok) return accept({ channelId: opened.summary.id });
  return opened.error === 'service_unavailable' ? refuse(opened.error) : refuse('channel_not_found');
}

async function channelNamed(context: CallerCall, name: string): Promise<Destination> {
  const { objects, actor } = context;
  const channelId = await objects.directory(actor.teamId).channelNamed(name);
  if (channelId === undefined) return refuse('channel_not_found');
  const membership = await objects.member(actor.teamId, actor.userId).membership(channelId);
  if (membership !== undefined) return accept({ channelId });
  const visible = await visibleToOutsider(context, channelId);
  return visible.ok ? refuse('not_in_channel') : visible;
}
