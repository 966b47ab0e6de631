import { later } from '../../app/later.ts';
import { useStore } from '@nanostores/react';
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { usePlace } from '../../app/navigate.ts';
import { wasTravel } from '../../app/router.tsx';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { TimelineWindow } from '../../store/contract.ts';
import { Button } from '../../ui/button.tsx';
import { MessageSkeleton } from '../../ui/skeleton.tsx';
import { useChannelName, useMayAct } from '../channels/use-channel-name.ts';
import { MessageRow } from '../message/message-row.tsx';
import { useDrawing } from '../message/rich.ts';
import { useSelf } from '../people/use-people.ts';
import { ChannelStart } from './channel-start.tsx';
import { DayOverlay } from './day-line.tsx';
import { estimateRow } from './estimate.ts';
import { itemsOf } from './items.ts';
import type { Item } from './items.ts';
import { MessageList } from './message-list.tsx';
import type { ListHandle, Opening } from './message-list.tsx';
import { Pills } from './pills.tsx';
import { scrollMemory } from './scroll-memory.ts';
import { timelineTexts } from './texts.ts';
import css from './timeline.module.css';
import { useEdited } from './use-edited.ts';
import { useLooking } from './use-looking.ts';

const Announcer = later(() => import('./announcer.tsx'), 'Announcer');

/** The messages of a channel, from the window that the store holds of it. */
export function Timeline({ channelId, at }: { channelId: ChannelId; at: Timestamp | undefined }) {
  const { timelines } = useWorkspace();
  const window = useStore(timelines.window(channelId));
  const entered = useRef(at);
  useEffect(() => {
    timelines.enter(channelId, entered.current);
    return () => timelines.leave(channelId);
  }, [timelines, channelId]);
  useEffect(() => {
    if (at !== undefined && at !== entered.current) void timelines.jumpTo(channelId, at);
    entered.current = at;
  }, [timelines, channelId, at]);
  const isDrawable = !useDrawing(window.rows, window.generation);
  if (window.rows.length === 0 && window.error !== undefined) return <Failed channelId={channelId} />;
  // Never rows of what is not known yet: an empty list is at its end, and whoever is there reads.
  if (
    !window.isLoaded ||
    !isDrawable ||
    (window.rows.length === 0 && (window.loading !== 'none' || window.hasOlder))
  )
    return <Waiting />;
  return <Rows key={window.generation} channelId={channelId} window={window} />;
}

const Waiting = () => (
  <div className={css.waiting}>
    <MessageSkeleton label={timelineTexts.loading} />
  </div>
);

function Failed({ channelId }: { channelId: ChannelId }) {
  const { timelines } = useWorkspace();
  return (
    <div className={css.failed}>
      <p>{timelineTexts.failed}</p>
      <Button onClick={() => timelines.enter(channelId)}>{timelineTexts.retry}</Button>
    </div>
  );
}

function Rows({ channelId, window }: { channelId: ChannelId; window: TimelineWindow }) {
  const { timelines } = useWorkspace();
  const self = useSelf();
  const name = useChannelName(channelId);
  const mayAct = useMayAct(channelId);
  const { rows, firstUnreadTs, hasOlder, hasNewer, targetTs } = window;
  // Without a connection it is asked for again when that is back, not with each frame.
  const mayLoad = window.loading === 'none' && window.error !== 'unreachable';
  const items = useMemo(() => {
    const known = itemsOf(rows, self.id, { firstUnreadTs, hasOlder });
    // How a row looks depends on the one above: the first waits for it, so that it need not change its height then.
    return hasOlder && known.length > 1 ? known.slice(1) : known;
  }, [rows, self.id, firstUnreadTs, hasOlder]);
  const lead = hasOlder ? 0 : 1;
  const keys = useMemo(
    () => [...(lead === 1 ? ['start'] : []), ...items.map(({ key }) => key)],
    [items, lead],
  );
  const list = useRef<ListHandle>(null);
  const [opening] = useState(() => openingOf(channelId, window, items, lead));
  // Whoever comes in at the first unread message has not seen the last one.
  const [isAtEnd, setAtEnd] = useState(opening.kind === 'end');
  const openThread = usePlace()?.threadTs;

  useLooking(isAtEnd && !hasNewer, (isLooking) => timelines.setLooking(channelId, isLooking));
  // In the layout phase: afterwards the list is gone, and with it where it stood.
  useLayoutEffect(() => () => scrollMemory.keep(channelId, list.current?.keep()), [channelId]);
  useOwnPost(items, () => {
    if (hasNewer) void timelines.jumpToNewest(channelId);
    else list.current?.scrollToEnd();
  });
  useEdited(channelId, 'channel', items, (index) => list.current?.scrollToRow(index + lead, 'auto'));
  useTarget(targetTs, items, (index) => list.current?.scrollToRow(index + lead, 'center'));

  const unreadIndex = items.findIndex(({ isFirstUnread }) => isFirstUnread);
  const [topIndex, setTopIndex] = useState(0);
  return (
    <div className={css.frame}>
      <MessageList
        handle={list}
        keys={keys}
        opening={opening}
        label={timelineTexts.log(name)}
        hasOlder={hasOlder}
        isComplete={!hasNewer}
        estimate={(index) => estimateRow(items[index - lead])}
        renderRow={(index) => {
          const item = items[index - lead];
          return item === undefined ? (
            <ChannelStart channelId={channelId} isEmpty={items.length === 0} />
          ) : (
            <MessageRow
              item={item}
              channelId={channelId}
              isTarget={item.row.kind === 'message' && item.row.message.ts === targetTs}
              isThreadOpen={item.row.kind === 'message' && item.row.message.ts === openThread}
              within="channel"
              mayAct={mayAct}
            />
          );
        }}
        overlay={(index) => <DayOverlay item={items[index - lead]} index={index} onTop={setTopIndex} />}
        onAtEnd={setAtEnd}
        onNearStart={() => {
          if (hasOlder && mayLoad) void timelines.loadOlder(channelId);
        }}
        onNearEnd={() => {
          if (hasNewer && mayLoad) void timelines.loadNewer(channelId);
        }}
      />
      <Pills
        unreadCount={unreadIndex === -1 || unreadIndex + lead >= topIndex ? 0 : countFrom(items, unreadIndex)}
        isFar={!isAtEnd || hasNewer}
        onUnread={() => list.current?.scrollToRow(unreadIndex + lead, 'start')}
        onLatest={() => {
          if (hasNewer) void timelines.jumpToNewest(channelId);
          else list.current?.scrollToEnd();
        }}
      />
      <Suspense>
        <Announcer items={items} isComplete={!hasNewer} />
      </Suspense>
    </div>
  );
}

/** What nobody but this person was shown is not counted. */
const countFrom = (items: readonly Item[], index: number): number =>
  items.reduce((sum, { row }, at) => sum + (at >= index && row.kind !== 'ephemeral' ? 1 : 0), 0);

/** Where it was left, for back and forward; else a link's message, the first unread, or the end. */
function openingOf(
  channelId: ChannelId,
  window: TimelineWindow,
  items: readonly Item[],
  lead: number,
): Opening {
  const indexOf = (ts: Timestamp | undefined): number =>
    items.findIndex(({ row }) => row.kind === 'message' && row.message.ts === ts);
  const kept = wasTravel() ? scrollMemory.find(channelId) : undefined;
  const first = lead === 1 ? 'start' : items[0]?.key;
  if (kept !== undefined && kept.firstKey === first) return { kind: 'kept', kept };
  const target = window.targetTs === undefined ? -1 : indexOf(window.targetTs);
  if (target !== -1) return { kind: 'row', index: target + lead, align: 'center' };
  const unread = window.firstUnreadTs === undefined ? -1 : indexOf(window.firstUnreadTs);
  return unread === -1
    ? { kind: 'end' }
    : { kind: 'row', index: Math.max(0, unread + lead - 1), align: 'start' };
}

/** What one posts oneself is seen, wherever one had scrolled to. */
function useOwnPost(items: readonly Item[], onPost: () => void): void {
  const newest = items.findLast(({ row }) => row.kind === 'pending' && row.pending.state !== 'failed')?.key;
  const seen = useRef(newest);
  const post = useRef(onPost);
  post.current = onPost;
  useEffect(() => {
    if (newest !== undefined && newest !== seen.current) post.current();
    seen.current = newest;
  }, [newest]);
}

function useTarget(ts: Timestamp | undefined, items: readonly Item[], show: (index: number) => void): void {
  const shown = useRef(ts);
  const act = useRef(show);
  act.current = show;
  useEffect(() => {
    if (ts === undefined || ts === shown.current) return;
    const index = items.findIndex(({ row }) => row.kind === 'message' && row.message.ts === ts);
    if (index === -1) return;
    shown.current = ts;
    act.current(index);
  }, [ts, items]);
}
