import type { Output } from '../../api/call.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Act } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import { changeProblem } from '../message/action-texts.ts';
import { LiveList } from './live-list.tsx';
import { MessageCard } from './message-card.tsx';
import { listTexts } from './texts.ts';
import { useLive } from './use-live.ts';

type Item = Extract<Output<'stars.list'>['items'][number], { type: 'message' }>;

/** Messages that one saved, the newest first. */
export function Saved() {
  const { call } = useWorkspace();
  const live = useLive(
    'saved',
    async () => {
      const answer = await call('stars.list', { limit: 200 });
      return answer.ok ? { ok: true, value: answer.items.filter((item) => item.type === 'message') } : answer;
    },
    ({ type }) => type === 'star_added' || type === 'star_removed',
  );
  const remove = async ({ channel, message }: Item): Promise<void> => {
    const answer = await call('stars.remove', { channel, timestamp: message.ts });
    if (!answer.ok && answer.error !== 'not_starred') toast(changeProblem(answer.error));
  };
  return (
    <LiveList live={live} items={live.value} empty={listTexts.empty.saved} lede={listTexts.emptyLede.saved}>
      {(item) => (
        <li key={`${item.channel}${item.message.ts}`}>
          <MessageCard channelId={item.channel} message={item.message}>
            <Act onClick={() => void remove(item)}>{listTexts.unsave}</Act>
          </MessageCard>
        </li>
      )}
    </LiveList>
  );
}
