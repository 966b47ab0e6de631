import X from 'icon:x';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Act } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLine } from '../channels/use-channel-name.ts';
import { isOfChannel } from '../lists/is-of-channel.ts';
import { LiveList } from '../lists/live-list.tsx';
import { MessageCard } from '../lists/message-card.tsx';
import { useLive } from '../lists/use-live.ts';
import { usePin } from '../message/use-pin.ts';
import { nameOf } from '../people/names.ts';
import { usePerson } from '../people/use-people.ts';
import thread from '../thread/thread-pane.module.css';
import css from './pins-panel.module.css';
import { pinTexts } from './texts.ts';

/** What is pinned to the channel, in the place of the thread. */
export function PinsPanel({ channelId }: { channelId: ChannelId }) {
  const { teamId, call } = useWorkspace();
  const line = useLine(channelId);
  const live = useLive(
    `pins:${channelId}`,
    async () => {
      const answer = await call('pins.list', { channel: channelId });
      return answer.ok ? { ok: true, value: { items: answer.items, hasMore: false } } : answer;
    },
    (news) => isOfChannel(news, channelId) && /^(?:pin_|message$)/.test(news.type),
  );
  const mayUnpin = line !== undefined && !line.isArchived;
  return (
    <aside className={thread.pane} aria-label={pinTexts.title} data-pane>
      <header className={thread.bar}>
        <h2>{pinTexts.title}</h2>
        <p />
        <IconButton icon={X} label={pinTexts.close} keys="Esc" onClick={() => visit({ teamId, channelId })} />
      </header>
      <div className={css.list} tabIndex={0} role="region" aria-label={pinTexts.list}>
        <LiveList live={live} empty={pinTexts.empty} lede={pinTexts.emptyLede}>
          {({ message, created_by: by }) => (
            <li key={message.ts}>
              <MessageCard channelId={channelId} message={message} isWithin>
                <By userId={by} />
                {mayUnpin ? <Unpin channelId={channelId} ts={message.ts} /> : null}
              </MessageCard>
            </li>
          )}
        </LiveList>
      </div>
    </aside>
  );
}

const By = ({ userId }: { userId: Parameters<typeof usePerson>[0] }) => (
  <span className={css.by}>{pinTexts.by(nameOf(usePerson(userId)))}</span>
);

const Unpin = ({ channelId, ts }: { channelId: ChannelId; ts: Timestamp }) => {
  const pin = usePin(channelId, ts);
  return <Act onClick={() => pin(false)}>{pinTexts.unpin}</Act>;
};
