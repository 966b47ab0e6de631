import { useState } from 'react';
import type { Output } from '../../api/call.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';
import { Act } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { MessageText } from '../message/message-text.tsx';
import { fullLabel } from '../timeline/day.ts';
import css from './lists.module.css';
import { LiveList } from './live-list.tsx';
import { TimeDialog } from './time-dialog.tsx';
import { listTexts, scheduleProblem, scheduleTexts } from './texts.ts';
import { useLive } from './use-live.ts';

type Item = Output<'chat.scheduledMessages.list'>['scheduled_messages'][number];

/** What waits for its time, and what could not be sent when it had come. */
export function Scheduled() {
  const { call } = useWorkspace();
  const live = useLive(
    'scheduled',
    async () => {
      const answer = await call('chat.scheduledMessages.list', { limit: 200 });
      return answer.ok ? { ok: true, value: answer.scheduled_messages } : answer;
    },
    // One that goes out is a message of one's own.
    ({ type }) => type === 'message',
  );
  return (
    <LiveList
      live={live}
      items={live.value}
      empty={listTexts.empty.scheduled}
      lede={listTexts.emptyLede.scheduled}
    >
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
    const answer = await remove(call, item);
    toast(answer.ok ? listTexts.cancelled : scheduleProblem(answer.error));
    onChange();
  };
  const move = async (postAt: number): Promise<void> => {
    setAsking(false);
    const error = await reschedule(call, item, postAt);
    if (error !== undefined) toast(scheduleProblem(error));
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

const remove = (call: Workspace['call'], { channel_id: channel, id }: Item) =>
  call('chat.deleteScheduledMessage', { channel, scheduled_message_id: id });

/** The new one first, so that it is never lost; where the old one went out meanwhile, the new one is taken back. */
async function reschedule(call: Workspace['call'], item: Item, postAt: number): Promise<string | undefined> {
  const { channel_id: channel, text, thread_ts: threadTs } = item;
  const made = await call('chat.scheduleMessage', {
    channel,
    text,
    post_at: String(postAt),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  });
  if (!made.ok) return made.error;
  const removed = await remove(call, item);
  if (removed.ok) return undefined;
  await call('chat.deleteScheduledMessage', { channel, scheduled_message_id: made.scheduled_message_id });
  return removed.error;
}
