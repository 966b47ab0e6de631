import { refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { requireMember } from '../../gate.ts';
import type { SeenByMember } from '../../gate.ts';

/** Slack's code for somebody outside a public channel. */
export async function requireBookmarkable(
  context: CallerCall,
  channel: string,
): Promise<Outcome<SeenByMember, 'channel_not_found' | 'permission_denied'>> {
  const seen = await requireMember(context, channel);
  if (seen.ok) return seen;
  return seen.error === 'not_in_channel' ? refuse('permission_denied') : refuse(seen.error);
}
