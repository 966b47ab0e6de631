import type { Message } from '../../protocol/entities.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { CallerCall } from './context.ts';

/** The address that the client opens at this message (web/app/place.ts); of a reply, in its thread. */
export function permalinkOf(
  { actor, request }: CallerCall,
  channelId: ChannelId,
  { ts, thread_ts: threadTs }: Pick<Message, 'ts' | 'thread_ts'>,
): string {
  const isReply = threadTs !== undefined && threadTs !== ts;
  const path = `/w/${actor.teamId}/${channelId}${isReply ? `/t/${threadTs}` : ''}/m/${ts}`;
  return `${request.origin}${path}${isReply ? `?thread_ts=${threadTs}&cid=${channelId}` : ''}`;
}
