import { useEffect, useRef } from 'react';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { shareLooking } from '../device/looking.ts';
import type { Looking } from '../device/looking.ts';
import { deletionsOf } from '../features/message/deletions.ts';
import { startNotifier } from '../features/notices/notifier.ts';
import { useSelf } from '../features/people/use-people.ts';
import { endStatuses } from '../features/profile/end-statuses.ts';
import { settleTimeZone } from '../features/profile/settle-time-zone.ts';
import { useBadge } from './use-badge.ts';
import { useWorkspace } from './workspace-context.ts';

/** What goes on beside what is shown. */
export function Attendant({ channelId, threadTs }: AttendantProps) {
  const workspace = useWorkspace();
  const { id } = useSelf();
  useBadge();
  const looking = useRef<Looking>(undefined);
  // Whoever has left a channel does not take back what they deleted in it. Before what closes them.
  useEffect(() => () => deletionsOf(workspace)?.finish(), [workspace, channelId]);
  useEffect(() => {
    const shared = shareLooking(workspace.teamId, id);
    looking.current = shared;
    const stop = startNotifier(workspace, shared);
    void settleTimeZone(workspace);
    const deletions = deletionsOf(workspace);
    const stopStatuses = endStatuses(workspace);
    return () => {
      stop();
      stopStatuses();
      deletions?.close();
      shared.close();
      looking.current = undefined;
    };
  }, [workspace, id]);
  useEffect(() => {
    const place = channelId === undefined ? undefined : { channelId, threadTs };
    const look = (): void => looking.current?.set(document.hasFocus() ? place : undefined);
    look();
    globalThis.addEventListener('focus', look);
    globalThis.addEventListener('blur', look);
    globalThis.addEventListener('pagehide', look);
    return () => {
      globalThis.removeEventListener('focus', look);
      globalThis.removeEventListener('blur', look);
      globalThis.removeEventListener('pagehide', look);
    };
  }, [channelId, threadTs]);
  return null;
}
interface AttendantProps {
  readonly channelId: ChannelId | undefined;
  readonly threadTs: Timestamp | undefined;
}
