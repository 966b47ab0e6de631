import { useStore } from '@nanostores/react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ChannelDetails, ChannelLine, Workspace } from '../../store/contract.ts';

/** How many people a call to everybody reaches; undefined until that is known. */
export function useReach(channelId: ChannelId): number | undefined {
  const { channels } = useWorkspace();
  return reachOf(useStore(channels.details(channelId)), useStore(channels.line(channelId)));
}

export const reachNow = (
  { channels }: Pick<Workspace, 'channels'>,
  channelId: ChannelId,
): number | undefined => reachOf(channels.details(channelId).get(), channels.line(channelId).get());

/** The members that are listed may be a part of them. */
const reachOf = (
  { channel, members }: Pick<ChannelDetails, 'channel' | 'members'>,
  line: ChannelLine | undefined,
): number | undefined => channel?.num_members ?? members?.length ?? (line?.people.length || undefined);
