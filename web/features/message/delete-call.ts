import type { ChannelId, TeamId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { callerFor } from '../../api/call.ts';

/** `passing`: it is not known, or not now. Asked again it is the same: what is gone already is done. */
export type Deleted = 'done' | 'passing' | { readonly refused: string };

const passing = new Set(['unreachable', 'ratelimited', 'service_unavailable', 'internal_error']);

/** Goes on when the page that asked is gone. */
export async function deleteByCall(
  teamId: TeamId,
  { channelId: channel, ts }: { readonly channelId: ChannelId; readonly ts: Timestamp },
): Promise<Deleted> {
  const call = callerFor(teamId, { fetch: (url, init) => fetch(url, { ...init, keepalive: true }) });
  const answer = await call('chat.delete', { channel, ts });
  if (answer.ok || answer.error === 'message_not_found') return 'done';
  return passing.has(answer.error) ? 'passing' : { refused: answer.error };
}
