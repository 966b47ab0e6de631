import { useStore } from '@nanostores/react';
import { useEffect, useRef } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { $editing } from '../message/editing.ts';
import type { Item } from './items.ts';

/** A message that is to be edited is brought into sight: of one that is not, there is no box to write in. */
export function useEdited(
  channelId: ChannelId,
  within: 'channel' | 'thread',
  items: readonly Item[],
  show: (index: number) => void,
): void {
  const edited = useStore($editing);
  const ts = edited?.channelId === channelId && edited.within === within ? edited.ts : undefined;
  const latest = useRef({ items, show });
  latest.current = { items, show };
  useEffect(() => {
    const index = latest.current.items.findIndex(
      ({ row }) => ts !== undefined && row.kind === 'message' && row.message.ts === ts,
    );
    if (index !== -1) latest.current.show(index);
  }, [ts]);
}
