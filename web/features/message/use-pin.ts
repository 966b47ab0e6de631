import { useCallback } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { toast } from '../../ui/toast.ts';
import { changeProblem } from './action-texts.ts';

const standing = ['already_pinned', 'no_pin', 'already_starred', 'not_starred'];

/** Pins for everybody in the channel, or takes the pin away. The row changes by the frame that follows. */
export function usePin(channelId: ChannelId, timestamp: Timestamp): (isPinned: boolean) => void {
  const { call } = useWorkspace();
  return useCallback(
    (isPinned) => {
      void call(isPinned ? 'pins.add' : 'pins.remove', { channel: channelId, timestamp }).then(tell);
    },
    [call, channelId, timestamp],
  );
}

/** Saves for oneself alone, or takes it back. */
export function useSave(channelId: ChannelId, timestamp: Timestamp): (isSaved: boolean) => void {
  const { call } = useWorkspace();
  return useCallback(
    (isSaved) => {
      void call(isSaved ? 'stars.add' : 'stars.remove', { channel: channelId, timestamp }).then(tell);
    },
    [call, channelId, timestamp],
  );
}

function tell(answer: { readonly ok: true } | { readonly ok: false; readonly error: string }): void {
  // Another device was faster: it stands as it was wished.
  if (!answer.ok && !standing.includes(answer.error)) toast(changeProblem(answer.error));
}
