import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { useChannelName } from '../features/channels/use-channel-name.ts';
import { product } from './product.ts';
import type { Place } from './place.ts';
import { useWorkspace } from './workspace-context.ts';

/** `(2) #launch · Tidewater`: the number, and the badge of an installed app, are the mentions. */
export function useTitle(place: Place): void {
  const { $team, channels } = useWorkspace();
  const { mentions, hasUnread } = useStore(channels.$badge);
  const team = useStore($team)?.name ?? product;
  const name = useChannelName(place.channelId);
  useEffect(() => {
    const count = mentions > 0 ? `(${mentions}) ` : hasUnread ? '• ' : '';
    document.title = `${count}${name === '' ? team : `${name} · ${team}`}`;
  }, [mentions, hasUnread, team, name]);
  useEffect(() => {
    if (!('setAppBadge' in navigator)) return;
    void (mentions > 0 ? navigator.setAppBadge(mentions) : navigator.clearAppBadge()).catch(() => {
      // Not installed: there is nowhere to put it.
    });
  }, [mentions]);
}
