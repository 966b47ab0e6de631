import { useCallback } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { toast } from '../../ui/toast.ts';

/** Adds one's reaction, or takes it back. */
export function useReact(channelId: ChannelId, ts: Timestamp): (name: string) => void {
  const { messages, preferences } = useWorkspace();
  return useCallback(
    (name) => {
      preferences.noteEmoji(name);
      void messages.toggleReaction(channelId, ts, name).then(async (answer) => {
        if (answer.ok || answer.error === 'already_reacted' || answer.error === 'no_reaction') return;
        const { changeProblem } = await import('./action-texts.ts');
        toast(changeProblem(answer.error));
      });
    },
    [messages, preferences, channelId, ts],
  );
}
