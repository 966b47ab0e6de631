import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ChannelDetails, ChannelLine } from '../../store/contract.ts';
import { joinNames } from '../people/names.ts';
import { useDirectNames } from '../people/use-people.ts';

const $none = atom<ChannelLine | undefined>(undefined);
const $nothing = atom<Partial<ChannelDetails>>({});

export function useLine(channelId: ChannelId | undefined): ChannelLine | undefined {
  const { channels } = useWorkspace();
  return useStore(channelId === undefined ? $none : channels.line(channelId));
}

/** Whether anything can be said or changed there: not from outside, and not in what is archived. */
export function useMayAct(channelId: ChannelId): boolean {
  const line = useLine(channelId);
  return line !== undefined && !line.isArchived;
}

/** `#launch`, or the people of a direct channel; '' while it is not known. Of one that one looks at from outside, too. */
export function useChannelName(channelId: ChannelId | undefined): string {
  const { channels } = useWorkspace();
  const line = useLine(channelId);
  const names = useDirectNames(line?.people ?? []);
  const isOutside = channelId !== undefined && line === undefined;
  const { channel } = useStore(isOutside ? channels.details(channelId) : $nothing);
  if (line === undefined) return channel?.name === undefined ? '' : `#${channel.name}`;
  return line.kind === 'direct' || line.kind === 'group' ? joinNames(names) : `#${line.name}`;
}
