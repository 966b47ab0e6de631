import { atom } from 'nanostores';
import { nanoid } from 'nanoid';
import type { TeamId } from '../../protocol/ids.ts';
import { callAccount, callerFor } from '../api/call.ts';
import { browserTabs } from '../device/tabs.ts';
import { systemClock } from '../gateway/clock.ts';
import { browserHints, connectWebSocket } from '../gateway/socket.ts';
import { $signOuts } from './account.ts';
import type { Workspace } from './contract.ts';
import { LiveWorkspace } from './workspace.ts';

/** The workspace that this tab shows. */
const $open = atom<LiveWorkspace | undefined>();

/**
 * Opens a workspace with the browser's cookie: connects, and keeps it connected. The same one again is the same
 * Workspace, unless it is locked; another one closes the first. Where only the account is signed in, the session in
 * the workspace is opened on the way (`workspaces.enter`).
 */
export function openWorkspace(teamId: TeamId): Workspace {
  const open = $open.get();
  if (open?.teamId === teamId && !isOver(open)) return open;
  closeWorkspace();
  const workspace = new LiveWorkspace({
    teamId,
    url: `${location.origin.replace(/^http/, 'ws')}/gateway?workspace=${teamId}`,
    call: callerFor(teamId),
    callAccount,
    connect: connectWebSocket,
    hints: browserHints,
    clock: systemClock,
    tabs: browserTabs(teamId),
    // Not needed for the first paint.
    openDevice: async (...whose) => (await import('../device/indexed-device.ts')).openDevice(...whose),
    keeper: () => import('./keeper.ts'),
    soon: beforeNextFrame,
    newId: () => nanoid(),
  });
  $open.set(workspace);
  workspace.start();
  return workspace;
}

/** What this tab shows, if it shows one. */
export const openedWorkspace = (): Workspace | undefined => $open.get();

/** Closes what is open, for leaving `/w/…`. */
export function closeWorkspace(): void {
  $open.get()?.close();
  $open.set(undefined);
}

const isOver = (workspace: LiveWorkspace): boolean =>
  !['connecting', 'live', 'offline'].includes(workspace.$connection.get().state);

const hiddenPageDelayMs = 100;

/** A page that is not seen draws no frames. */
function beforeNextFrame(run: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    run();
  };
  requestAnimationFrame(once);
  setTimeout(once, hiddenPageDelayMs);
}

$signOuts.listen(() => $open.get()?.tellSignedOut());

if (typeof document !== 'undefined') {
  const save = (): void => $open.get()?.save();
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
}
