import CalendarClock from 'icon:calendar-clock';
import { useRef, useState } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.ts';
import { scheduleProblem, scheduleTexts } from '../lists/texts.ts';
import { TimeDialog } from '../lists/time-dialog.tsx';
import { fullLabel } from '../timeline/day.ts';
import { EverybodyDialog } from './everybody-dialog.tsx';
import { readWords } from './read-words.ts';
import { sensibleTimes } from './sensible-times.ts';

/** Lets what stands in the composer wait for its time. It stays there until the server has it. */
export function SendLater({ channelId, threadTs, isBroadcast, anchor, onClose }: SendLaterProps) {
  const workspace = useWorkspace();
  const { teamId, call, drafts } = workspace;
  const [isAsking, setAsking] = useState(false);
  const asks = useRef(false);
  const [wish, setWish] = useState<Wish>();
  const choose = (postAt: number): void => {
    const words = drafts.draft(channelId, threadTs).get();
    const { wire: text, callsMany } = readWords(words, channelId, workspace);
    const chosen = { words, text, postAt };
    if (callsMany) {
      asks.current = true;
      setWish(chosen);
    } else void schedule(chosen);
  };
  const schedule = async ({ words, text, postAt }: Wish): Promise<void> => {
    onClose();
    if (text === '') return;
    const answer = await call('chat.scheduleMessage', {
      channel: channelId,
      text,
      post_at: String(postAt),
      ...(threadTs === undefined ? {} : { thread_ts: threadTs, reply_broadcast: isBroadcast }),
    });
    if (!answer.ok) {
      toast(scheduleProblem(answer.error));
      return;
    }
    // What was written meanwhile is not swept away.
    if (drafts.draft(channelId, threadTs).get() === words) drafts.set(channelId, '', threadTs);
    toast(scheduleTexts.done(fullLabel(postAt * 1_000)), {
      label: scheduleTexts.show,
      onSelect: () => visit({ teamId, page: 'scheduled' }),
    });
  };
  if (wish !== undefined)
    return <EverybodyDialog channelId={channelId} onSend={() => void schedule(wish)} onClose={onClose} />;
  if (isAsking)
    return (
      <TimeDialog
        title={scheduleTexts.title}
        fromMs={Date.now() + 3_600_000}
        onPick={(postAt) => choose(postAt)}
        onClose={onClose}
      />
    );
  const hasWords = drafts.draft(channelId, threadTs).get().trim() !== '';
  const times = sensibleTimes(Date.now()).map(({ name, atMs }): MenuItem => ({
    kind: 'action',
    label: scheduleTexts[name],
    hint: soon.format(atMs),
    onSelect: () => choose(Math.floor(atMs / 1_000)),
  }));
  const own: MenuItem = {
    kind: 'action',
    label: scheduleTexts.own,
    onSelect: () => {
      asks.current = true;
      setAsking(true);
    },
  };
  return (
    <Menu
      anchor={anchor}
      label={scheduleTexts.menu}
      placement={{ side: 'above', align: 'end' }}
      // The menu closes before it does what was chosen, which may be to ask for another time in its place.
      onClose={() => queueMicrotask(() => asks.current || onClose())}
      items={[
        ...(hasWords ? [...times, own, { kind: 'line' } as const] : []),
        {
          kind: 'action',
          label: scheduleTexts.see,
          icon: CalendarClock,
          onSelect: () => visit({ teamId, page: 'scheduled' }),
        },
      ]}
    />
  );
}
/** Within a week a weekday is enough. */
const soon = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit' });

interface Wish {
  readonly words: string;
  readonly text: string;
  /** In seconds since 1970. */
  readonly postAt: number;
}
interface SendLaterProps {
  readonly channelId: ChannelId;
  readonly threadTs: Timestamp | undefined;
  readonly isBroadcast: boolean;
  readonly anchor: Element;
  readonly onClose: () => void;
}
