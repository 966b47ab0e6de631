import type { Output } from '../../api/call.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { News } from '../../store/contract.ts';
import { Act } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import { changeProblem } from '../message/action-texts.ts';
import { LiveList } from './live-list.tsx';
import { MessageCard } from './message-card.tsx';
import { isOfChannel } from './is-of-channel.ts';
import { readPages } from './read-pages.ts';
import type { Listed } from './read-pages.ts';
import { listTexts } from './texts.ts';
import type { Live } from './use-live.ts';
import { useLive } from './use-live.ts';

type Item = Extract<Output<'stars.list'>['items'][number], { type: 'message' }>;

const pageSize = 50;

/** Edited or deleted, here or elsewhere. */
const changesMessage = (news: News): boolean =>
  'subtype' in news && (news.subtype === 'message_changed' || news.subtype === 'message_deleted');

/** Messages that one saved, the newest first. */
export function Saved() {
  const { call } = useWorkspace();
  const live: Live<Listed<Item>> = useLive(
    'saved',
    (pages) =>
      readPages(pages, async (cursor) => {
        const answer = await call('stars.list', { limit: pageSize, cursor });
        if (!answer.ok) return answer;
        return {
          ok: true,
          items: answer.items.filter((item) => item.type === 'message'),
          next: answer.response_metadata.next_cursor,
        };
      }),
    (news) =>
      news.type === 'star_added' ||
      news.type === 'star_removed' ||
      (changesMessage(news) && (live.value?.items ?? []).some(({ channel }) => isOfChannel(news, channel))),
  );
  const remove = async ({ channel, message }: Item): Promise<void> => {
    const answer = await call('stars.remove', { channel, timestamp: message.ts });
    if (!answer.ok && answer.error !== 'not_starred') toast(changeProblem(answer.error));
  };
  return (
    <LiveList live={live} empty={listTexts.empty.saved} lede={listTexts.emptyLede.saved}>
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
