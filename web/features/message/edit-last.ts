import { mayStillEdit } from '../../../domain/permissions/message-rules.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { microsOf } from '../../../protocol/timestamp.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import type { Workspace } from '../../store/contract.ts';
import { knownRules } from '../policies/use-rules.ts';
import { $editing } from './editing.ts';

/** Opens the last message of one's own for editing. Where it is too old for that, all others are, too. */
export async function editLast(
  workspace: Workspace,
  channelId: ChannelId,
  threadTs: Timestamp | undefined,
): Promise<void> {
  const own = workspace.messages.lastOwn(channelId, threadTs);
  if (own === undefined) return;
  const rules = await knownRules(workspace);
  if (!mayStillEdit({}, rules, Date.now() - microsOf(own.ts) / 1_000)) return;
  // Whoever has begun to write meanwhile goes on.
  if (workspace.drafts.draft(channelId, threadTs).get() !== '') return;
  $editing.set({ channelId, ts: own.ts, within: threadTs === undefined ? 'channel' : 'thread' });
}
