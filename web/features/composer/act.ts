import { nanoid } from 'nanoid';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Refusal } from '../../../protocol/refusal.ts';
import type { CallError } from '../../api/call.ts';
import type { Workspace } from '../../store/contract.ts';

/** The same words again, and no answer to the first: they are tried once more, not said once more. */
const sameActMs = 10 * 60_000;
/** By channel and words, what was said perhaps: no answer came. */
const unanswered = new Map<string, { readonly id: string; readonly atMs: number }>();

type Acted = { readonly ok: true } | Refusal<CallError<'chat.meMessage'>>;

/** `/me waves`: what one does, not says. It is done once its answer comes, or the message itself. */
export async function act(
  workspace: Pick<Workspace, 'call' | 'follow'>,
  channelId: ChannelId,
  text: string,
): Promise<Acted> {
  const words = `${channelId} ${text}`;
  const last = unanswered.get(words);
  const nowMs = Date.now();
  const id = last !== undefined && nowMs - last.atMs < sameActMs ? last.id : nanoid();
  const seen = Promise.withResolvers<Acted>();
  const leave = workspace.follow((event) => {
    if ('client_msg_id' in event && event.client_msg_id === id) seen.resolve({ ok: true });
  });
  const said = workspace.call('chat.meMessage', { channel: channelId, text, client_msg_id: id });
  const answer = await Promise.race([said, seen.promise]);
  leave();
  if (!answer.ok && answer.error === 'unreachable') unanswered.set(words, { id, atMs: nowMs });
  else unanswered.delete(words);
  return answer;
}
