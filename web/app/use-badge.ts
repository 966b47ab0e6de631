import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { product } from './product.ts';
import { useWorkspace } from './workspace-context.ts';

/** The badge of an installed app is the mentions. Once the workspace is left neither it nor the title tells of it. */
export function useBadge(): void {
  const { mentions } = useStore(useWorkspace().channels.$badge);
  useEffect(() => setBadge(mentions), [mentions]);
  useEffect(
    () => () => {
      setBadge(0);
      document.title = product;
    },
    [],
  );
}

function setBadge(mentions: number): void {
  if (!('setAppBadge' in navigator)) return;
  void (mentions > 0 ? navigator.setAppBadge(mentions) : navigator.clearAppBadge()).catch(() => {
    // Not installed: there is nowhere to put it.
  });
}
