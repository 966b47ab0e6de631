import { later } from '../../app/later.ts';
import { useStore } from '@nanostores/react';
import { memo, Suspense, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { classes } from '../../ui/classes.ts';
import { DayLine, NewLine } from '../timeline/day-line.tsx';
import type { Item } from '../timeline/items.ts';
import { $editing } from './editing.ts';
import { MessageContent } from './message-content.tsx';
import css from './message-row.module.css';
import { isSystem, SystemLine } from './system-line.tsx';

const MessageActions = later(() => import('./message-actions.tsx'), 'MessageActions');

const EphemeralContent = later(() => import('./ephemeral-content.tsx'), 'EphemeralContent');

/** A row of a timeline or thread, with the day and the "New" line that stand above it. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { item } = props;
  return (
    <>
      {item.startsDay && props.within === 'channel' ? <DayLine atMs={item.atMs} /> : null}
      {item.isFirstUnread ? <NewLine /> : null}
      <Content {...props} />
    </>
  );
}, isSame);

export interface MessageRowProps {
  readonly item: Item;
  readonly channelId: ChannelId;
  readonly within: 'channel' | 'thread';
  /** Whether messages can be changed here: nobody does from outside, or in what is archived. */
  readonly mayAct: boolean;
  /** A link points at it. */
  readonly isTarget?: boolean;
  /** Its thread is open beside the channel. */
  readonly isThreadOpen?: boolean;
}

/** Items are made anew whenever a row comes; what a row shows is the same as long as these are. */
function isSame(before: MessageRowProps, after: MessageRowProps): boolean {
  return (
    before.item.row === after.item.row &&
    before.item.isContinuation === after.item.isContinuation &&
    before.item.startsDay === after.item.startsDay &&
    before.item.isFirstUnread === after.item.isFirstUnread &&
    before.isTarget === after.isTarget &&
    before.isThreadOpen === after.isThreadOpen &&
    before.mayAct === after.mayAct &&
    before.channelId === after.channelId
  );
}

function Content(props: MessageRowProps) {
  const { row } = props.item;
  if (row.kind === 'ephemeral')
    return (
      <Suspense>
        <EphemeralContent row={row} channelId={props.channelId} atMs={props.item.atMs} />
      </Suspense>
    );
  if (row.kind === 'message' && isSystem(row.message)) return <SystemLine message={row.message} />;
  // One form for what is on its way and what is stored, so that the focus and what is selected in it stay.
  return (
    <Touchable {...props}>
      <MessageContent {...props} row={row} />
    </Touchable>
  );
}

/** Shows what can be done with a message to a pointer over it, to the focus within it, and after a tap. */
function Touchable({
  item,
  channelId,
  within,
  mayAct,
  isTarget,
  isThreadOpen,
  children,
}: MessageRowProps & { children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  const [isWithin, setWithin] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const editing = useStore($editing);
  const message = item.row.kind === 'message' ? item.row.message : undefined;
  const isEdited = editing !== undefined && editing.ts === message?.ts && editing.within === within;
  const isGone = message?.subtype === 'tombstone';
  const isActive = message !== undefined && (isOver || isWithin || isHeld) && !isEdited && !isGone;
  return (
    <article
      ref={ref}
      data-row={item.key}
      data-pending={item.row.kind === 'pending' || undefined}
      tabIndex={-1}
      className={classes(
        css.row,
        item.isContinuation && css.continuation,
        (isActive || isThreadOpen) && css.active,
        isTarget && css.target,
      )}
      // Not on entering alone: a row may come to lie under a pointer that rests.
      onPointerMove={(event) => event.pointerType === 'mouse' && setOver(true)}
      onPointerLeave={() => setOver(false)}
      onPointerUp={(event) => {
        const isPlain = event.target instanceof Element && event.target.closest('a, button, pre') === null;
        if (event.pointerType !== 'mouse' && isPlain) setOver((was) => !was);
      }}
      onFocus={(event) => setWithin(event.target.matches(':focus-visible'))}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          setWithin(false);
          if (matchMedia('(pointer: coarse)').matches) setOver(false);
        }
      }}
    >
      {children}
      {isActive ? (
        <Suspense>
          <MessageActions
            channelId={channelId}
            message={message}
            within={within}
            mayAct={mayAct}
            onHold={setHeld}
          />
        </Suspense>
      ) : null}
    </article>
  );
}
