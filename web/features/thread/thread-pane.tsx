import { useStore } from '@nanostores/react';
import Bell from 'icon:bell';
import BellOff from 'icon:bell-off';
import X from 'icon:x';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { ThreadWindow } from '../../store/contract.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MessageSkeleton } from '../../ui/skeleton.tsx';
import { useChannelName, useMayAct } from '../channels/use-channel-name.ts';
import { Composer } from '../composer/composer.tsx';
import { MessageRow } from '../message/message-row.tsx';
import { useDrawing } from '../message/rich.ts';
import { messageTexts } from '../message/texts.ts';
import { useSelf } from '../people/use-people.ts';
import { estimateRow } from '../timeline/estimate.ts';
import { Announcer } from '../timeline/announcer.tsx';
import { itemsOf } from '../timeline/items.ts';
import type { Item } from '../timeline/items.ts';
import { MessageList } from '../timeline/message-list.tsx';
import { useEdited } from '../timeline/use-edited.ts';
import { useLooking } from '../timeline/use-looking.ts';
import type { ListHandle } from '../timeline/message-list.tsx';
import css from './thread-pane.module.css';
import { threadTexts } from './texts.ts';

/** A thread beside its channel, under an address of its own. */
export function ThreadPane({ channelId, threadTs, at }: ThreadPaneProps) {
  const { teamId, timelines } = useWorkspace();
  const thread = useStore(timelines.thread(channelId, threadTs));
  const mayAct = useMayAct(channelId);
  const name = useChannelName(channelId);
  useEffect(() => {
    timelines.enterThread(channelId, threadTs);
    return () => timelines.leaveThread(channelId, threadTs);
  }, [timelines, channelId, threadTs]);
  return (
    <aside className={css.pane} aria-label={threadTexts.title} data-pane>
      <header className={css.bar}>
        <h2>{threadTexts.title}</h2>
        <p className="cut">{threadTexts.inChannel(name)}</p>
        <FollowButton thread={thread} />
        <IconButton
          icon={X}
          label={threadTexts.close}
          keys="Esc"
          onClick={() => visit({ teamId, channelId })}
        />
      </header>
      <Body thread={thread} at={at} />
      {mayAct && thread.error === undefined ? <Composer channelId={channelId} threadTs={threadTs} /> : null}
    </aside>
  );
}
interface ThreadPaneProps {
  readonly channelId: ChannelId;
  readonly threadTs: Timestamp;
  readonly at: Timestamp | undefined;
}

/** Those who follow hear of new replies. Writing one follows by itself. */
function FollowButton({ thread }: { thread: ThreadWindow }) {
  const { messages } = useWorkspace();
  const { channelId, threadTs, isFollowed, parent } = thread;
  if (parent === undefined || isFollowed === undefined) return null;
  return (
    <IconButton
      icon={isFollowed ? Bell : BellOff}
      label={isFollowed ? threadTexts.unfollow : threadTexts.follow}
      aria-pressed={isFollowed}
      onClick={() => messages.followThread(channelId, threadTs, !isFollowed)}
    />
  );
}

function Body({ thread, at }: { thread: ThreadWindow; at: Timestamp | undefined }) {
  const { timelines } = useWorkspace();
  const { channelId, threadTs, error, loading, parent, rows } = thread;
  const isDrawable = !useDrawing(parent === undefined ? rows : [parent, ...rows]);
  if (error === 'thread_not_found') return <p className={css.note}>{threadTexts.gone}</p>;
  if (error === 'channel_not_found') return <p className={css.note}>{threadTexts.hidden}</p>;
  if (thread.parent === undefined && error !== undefined) {
    return (
      <div className={css.note}>
        <p>{threadTexts.failed}</p>
        <Button onClick={() => timelines.enterThread(channelId, threadTs)}>{threadTexts.retry}</Button>
      </div>
    );
  }
  // The parent may be there already; the replies come as one.
  if (
    thread.parent === undefined ||
    !isDrawable ||
    (loading === 'first' && thread.rows.length === 0 && hasReplies(thread))
  ) {
    return (
      <div className={css.waiting}>
        <MessageSkeleton rows={4} label={threadTexts.loading} />
      </div>
    );
  }
  return <Replies thread={thread} at={at} />;
}

const hasReplies = ({ parent }: ThreadWindow): boolean =>
  parent?.kind === 'message' && (parent.message.reply_count ?? 0) > 0;

function Replies({ thread, at }: { thread: ThreadWindow; at: Timestamp | undefined }) {
  const { timelines } = useWorkspace();
  const self = useSelf();
  const mayAct = useMayAct(thread.channelId);
  const { channelId, threadTs, parent, rows, hasNewer, loading, firstUnreadTs } = thread;
  const items = useMemo(() => {
    const [first] = parent === undefined ? [] : itemsOf([parent], self.id);
    return [...(first === undefined ? [] : [first]), ...itemsOf(rows, self.id, { firstUnreadTs })];
  }, [parent, rows, self.id, firstUnreadTs]);
  const list = useRef<ListHandle>(null);
  const keys = useMemo(() => items.map(({ key }, index) => (index === 0 ? 'parent' : key)), [items]);
  const target =
    at === undefined ? -1 : items.findIndex(({ row }) => row.kind === 'message' && row.message.ts === at);
  const [isAtEnd, setAtEnd] = useState(target === -1);
  useLooking(isAtEnd && !hasNewer, (isLooking) =>
    timelines.setLookingAtThread(channelId, threadTs, isLooking),
  );
  useEdited(channelId, 'thread', items, (index) => list.current?.scrollToRow(index, 'auto'));
  useFollowOwn(items, () => list.current?.scrollToEnd());
  const count = rows.filter(({ kind }) => kind !== 'ephemeral').length;
  return (
    <>
      <MessageList
        handle={list}
        keys={keys}
        opening={target === -1 ? { kind: 'end' } : { kind: 'row', index: target, align: 'center' }}
        label={threadTexts.log}
        hasOlder={false}
        isComplete={!hasNewer}
        estimate={(index) => estimateRow(items[index])}
        renderRow={(index) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <>
              <MessageRow
                item={item}
                channelId={channelId}
                within="thread"
                mayAct={mayAct}
                isTarget={index === target}
              />
              {index === 0 ? (
                <p className={classes(css.count)}>
                  {count === 0 ? threadTexts.none : messageTexts.replies(count)}
                </p>
              ) : null}
            </>
          );
        }}
        onAtEnd={setAtEnd}
        onNearStart={nothing}
        onNearEnd={() => {
          if (hasNewer && loading === 'none') void timelines.loadMoreReplies(channelId, threadTs);
        }}
      />
      <Announcer items={items} isComplete={!hasNewer} />
    </>
  );
}
const nothing = (): void => undefined;

function useFollowOwn(items: readonly Item[], follow: () => void): void {
  const newest = items.findLast(({ row }) => row.kind === 'pending')?.key;
  const act = useRef(follow);
  act.current = follow;
  useEffect(() => {
    if (newest !== undefined) act.current();
  }, [newest]);
}
