import type { Workspace } from '../store/contract.ts';
import { nextChannel } from './channel-order.ts';
import { $layer, openLayer } from './layers.ts';
import { visit } from './navigate.ts';
import { focusNextPane } from './panes.ts';
import type { Place } from './place.ts';
import { hasCommand } from './keys.ts';

/** Whether the key did something. */
export function actOn(event: KeyboardEvent, place: Place, workspace: Workspace): boolean {
  const { key } = event;
  if (hasCommand(event) && !event.altKey && key.toLowerCase() === 'k') {
    if ($layer.get()?.kind !== 'switcher') openLayer({ kind: 'switcher' });
    return true;
  }
  if ($layer.get() !== undefined) return false;
  if (key === 'F6') return focusNextPane(event.shiftKey ? -1 : 1);
  if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    const step = key === 'ArrowDown' ? 1 : -1;
    const channelId = nextChannel(workspace, place.channelId, { step, isUnreadOnly: event.shiftKey });
    if (channelId !== undefined) visit({ teamId: workspace.teamId, channelId });
    return true;
  }
  if (key === 'Escape') return leave(place, workspace);
  if (key === '?' && !isTyping(event.target)) {
    openLayer({ kind: 'shortcuts' });
    return true;
  }
  return false;
}

/** Esc closes what is beside the channel; with nothing beside it, it marks the channel read. */
function leave({ channelId, threadTs, panel }: Place, workspace: Workspace): boolean {
  if (channelId === undefined) return false;
  if (threadTs !== undefined || panel !== undefined) {
    visit({ teamId: workspace.teamId, channelId });
    document.querySelector<HTMLElement>('main textarea')?.focus();
    return true;
  }
  workspace.messages.markAllRead(channelId);
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
