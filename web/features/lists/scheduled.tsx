import { useState } from 'react';
import type { Output } from '../../api/call.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Act } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { MessageText } from '../message/message-text.tsx';
import { fullLabel } from '../timeline/day.ts';
import css from './lists.module.css';
import { LiveList } from './live-list.tsx';
import { readPages } from './read-pages.ts';
import { TimeDialog } from './time-dialog.tsx';
import { listTexts, scheduleProblem, scheduleTexts } from './texts.ts';
import { useLive } from './use-live.ts';

type Item = Output<'chat.scheduledMessages.list'>['scheduled_messages'][number];

const pageSize = 50;

/** What waits for its time, and what could not be sent when it had come. */
export function Scheduled() {
  const { call } = useWorkspace();
  const live = useLive(
    'scheduled',
    (pages) =>
      readPages(pages, async (cursor) => {
        const answer = await call('chat.scheduledMessages.list', { limit: pageSize, cursor });
        if (!answer.ok) return answer;
        return {
          ok: true,
          items: answer.scheduled_messages,
          next: answer.response_metadata.next_cursor,
        };
      }),
    // One that goes out is a message of one's own.
    ({ type }) => type === 'message',
  );
  return (
    <LiveList live={live} empty={listTexts.empty.scheduled} lede={listTexts.emptyLede.scheduled}>
      {(item) => (
        <li key={item.id}>
          <OneScheduled item={item} onChange={live.reload} />
        </li>
      )}
    </LiveList>
  );
}

function OneScheduled({ item, onChange }: { item: Item; onChange: () => void }) {
  const { call } = useWorkspace();
  const name = useChannelName(item.channel_id);
  const [isAsking, setAsking] = useState(false);
  const when = fullLabel(item.post_at * 1_000);
  const cancel = async (): Promise<void> => {
    const answer = await call('chat.deleteScheduledMessage', {
      channel: item.channel_id,
      scheduled_message_id: item.id,
    });
    toast(answer.ok ? listTexts.cancelled : scheduleProblem(answer.error));
    onChange();
  };
  const move = async (postAt: number): Promise<void> => {
    setAsking(false);
    const answer = await call('scheduledMessages.setTime', {
      channel: item.channel_id,
      scheduled_message_id: item.id,
      post_at: postAt,
    });
    if (!answer.ok) toast(scheduleProblem(answer.error));
    onChange();
  };
  return (
    <article className={css.card}>
      <div className={css.what}>
        <p className={css.by}>
          <b className="cut">{name}</b>
          <span className={item.error === undefined ? css.quiet : css.bad}>
            {item.error === undefined
              ? listTexts.sendsAt(when)
              : listTexts.notSent(scheduleProblem(item.error))}
          </span>
        </p>
        <MessageText text={item.text} />
        <div className={css.acts}>
          <Act onClick={() => setAsking(true)}>{listTexts.editTime}</Act>
          <Act bad onClick={() => void cancel()}>
            {listTexts.cancelIt}
          </Act>
        </div>
      </div>
      {isAsking ? (
        <TimeDialog
          title={scheduleTexts.title}
          fromMs={Math.max(item.post_at * 1_000, Date.now())}
          onPick={(postAt) => void move(postAt)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </article>
  );
}
