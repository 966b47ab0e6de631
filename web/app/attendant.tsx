import { useEffect, useRef } from 'react';
import type { ChannelId } from '../../protocol/ids.ts';
import { shareLooking } from '../device/looking.ts';
import type { Looking } from '../device/looking.ts';
import { startNotifier } from '../features/notices/notifier.ts';
import { useSelf } from '../features/people/use-people.ts';
import { settleTimeZone } from '../features/profile/settle-time-zone.ts';
import { useWorkspace } from './workspace-context.ts';

/** What goes on beside what is shown. */
export function Attendant({ channelId }: { channelId: ChannelId | undefined }) {
  const workspace = useWorkspace();
  const { id } = useSelf();
  const looking = useRef<Looking>(undefined);
  useEffect(() => {
    const shared = shareLooking(workspace.teamId, id);
    looking.current = shared;
    const stop = startNotifier(workspace, shared);
    void settleTimeZone(workspace);
    return () => {
      stop();
      shared.close();
      looking.current = undefined;
    };
  }, [workspace, id]);
  useEffect(() => {
    const look = (): void => looking.current?.set(document.hasFocus() ? channelId : undefined);
    look();
    globalThis.addEventListener('focus', look);
    globalThis.addEventListener('blur', look);
    globalThis.addEventListener('pagehide', look);
    return () => {
      globalThis.removeEventListener('focus', look);
      globalThis.removeEventListener('blur', look);
      globalThis.removeEventListener('pagehide', look);
    };
  }, [channelId]);
  return null;
}
