import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ChannelLine } from '../../store/contract.ts';
import { joinNames } from '../people/names.ts';
import { useDirectNames } from '../people/use-people.ts';

const $none = atom<ChannelLine | undefined>(undefined);

export function useLine(channelId: ChannelId | undefined): ChannelLine | undefined {
  const { channels } = useWorkspace();
  return useStore(channelId === undefined ? $none : channels.line(channelId));
}

/** `#launch`, or the people of a direct channel; '' while it is not known. */
export function useChannelName(channelId: ChannelId | undefined): string {
  const line = useLine(channelId);
  const names = useDirectNames(line?.people ?? []);
  if (line === undefined) return '';
  return line.kind === 'direct' || line.kind === 'group' ? joinNames(names) : `#${line.name}`;
}
