import type { ChannelId } from '../../../protocol/ids.ts';
import type { Workspace } from '../../store/contract.ts';
import { toast } from '../../ui/toast.ts';
import { channelProblem, channelTexts } from './texts.ts';

/** Out of the archive, for everybody. */
export async function reopenChannel({ channels }: Workspace, channelId: ChannelId): Promise<void> {
  const opened = await channels.reopen(channelId);
  toast(opened.ok ? channelTexts.reopened : channelProblem(opened.error));
}
