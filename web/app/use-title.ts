import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { useChannelName } from '../features/channels/use-channel-name.ts';
import { product } from './product.ts';
import type { Place } from './place.ts';
import { useWorkspace } from './workspace-context.ts';

/** `(2) #launch · Tidewater`: the number is that of the mentions. */
export function useTitle({ channelId, settings }: Place): void {
  const name = useChannelName(channelId);
  usePageTitle(settings === undefined ? name : undefined);
}

/** Undefined: somebody else says it. */
export function usePageTitle(name: string | undefined): void {
  const { $team, channels } = useWorkspace();
  const { mentions, hasUnread } = useStore(channels.$badge);
  const team = useStore($team)?.name ?? product;
  useEffect(() => {
    if (name === undefined) return;
    const count = mentions > 0 ? `(${mentions}) ` : hasUnread ? '• ' : '';
    document.title = `${count}${name === '' ? team : `${name} · ${team}`}`;
  }, [mentions, hasUnread, team, name]);
}
