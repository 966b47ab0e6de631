import { useVirtualizer } from '@tanstack/react-virtual';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { ReactNode, Ref } from 'react';
import { useGoToRow } from './go-to-row.ts';
import { heightOf, useHoldStill } from './hold-still.ts';
import { moveAmongRows } from './list-keys.ts';
import css from './message-list.module.css';

/** Where a list stands when it opens. */
export type Opening =
  | { readonly kind: 'end' }
  | { readonly kind: 'row'; readonly index: number; readonly align: 'start' | 'center' }
  | { readonly kind: 'kept'; readonly kept: KeptScroll };
/** Enough to put a list back exactly where it was. */
export interface KeptScroll {
  readonly sizes: VirtualItem[];
  readonly offset: number;
  readonly firstKey: string;
}

export interface ListHandle {
  scrollToEnd(): void;
  /** `auto`: no further than is needed to see it. */
  scrollToRow(index: number, align: 'start' | 'center' | 'auto'): void;
  keep(): KeptScroll | undefined;
  /** Moves the focus to the newest row that is seen. */
  focusLast(): void;
}

const overscan = 8;
/** Nearer to the end than this counts as being there. */
const endThresholdPx = 32;
const prefetchPx = 1_600;
const olderPx = 72;

/**
 * A long list that is read from its end: only what is seen is in the page, prepending and growing move nothing, and
 * what is appended is followed only by somebody who is at the end.
 */
export function MessageList({ keys, opening, handle, ...props }: MessageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  // A page that completes the window was not sent live: it must not pull the reader down.
  const wasComplete = useRef(props.isComplete);
  const follows = props.isComplete && wasComplete.current;
  useEffect(() => {
    wasComplete.current = props.isComplete;
  }, [props.isComplete]);

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: keys.length,
    getScrollElement: () => scroller.current,
    // The same while the keys are: with another one all rows are guessed anew.
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    estimateSize: props.estimate,
    measureElement: heightOf,
    overscan,
    anchorTo: 'end',
    followOnAppend: follows,
    scrollEndThreshold: endThresholdPx,
    // Room for what says that older ones are coming: no row of its own, so that it is never what the list holds on to.
    paddingStart: props.hasOlder ? olderPx : 0,
    paddingEnd: 16,
    ...(opening.kind === 'kept'
      ? { initialMeasurementsCache: opening.kept.sizes, initialOffset: opening.kept.offset }
      : {}),
    onChange: (instance) => report(instance.isAtEnd(), instance.scrollOffset ?? 0, instance.getTotalSize()),
  });

  const measure = useHoldStill(virtualizer, keys);
  const goToRow = useGoToRow(virtualizer, keys);

  const lastReport = useRef<boolean>(undefined);
  const lastHeight = useRef(0);
  function report(seemsAtEnd: boolean, offset: number, total: number): void {
    const element = scroller.current;
    const height = element?.clientHeight ?? 0;
    if (element === null || height === 0) return;
    // Before it has measured the frame, the list takes every place for its end.
    const isAtEnd = seemsAtEnd && element.scrollHeight - element.scrollTop - height <= endThresholdPx;
    const hasShrunk = height < lastHeight.current;
    lastHeight.current = height;
    // The composer grew by more than a line at once: who was at the end did not leave it.
    if (!isAtEnd && hasShrunk && lastReport.current === true && latest.current.isComplete) {
      element.scrollTop = element.scrollHeight;
      return;
    }
    if (lastReport.current !== isAtEnd) {
      lastReport.current = isAtEnd;
      latest.current.onAtEnd(isAtEnd);
    }
    if (offset < prefetchPx) latest.current.onNearStart();
    if (total - offset - height < prefetchPx) latest.current.onNearEnd();
  }

  useLayoutEffect(() => {
    if (opening.kind === 'end') virtualizer.scrollToEnd();
    if (opening.kind === 'row') goToRow(opening.index, opening.align);
    // Once, at opening: from here on the list keeps its place by itself.
  }, []);

  const rows = virtualizer.getVirtualItems();
  const first = rows[0];
  const isReady = rows.length > 0;
  useEffect(() => {
    if (isReady) report(virtualizer.isAtEnd(), virtualizer.scrollOffset ?? 0, virtualizer.getTotalSize());
  });
  useEndPin(scroller, () => lastReport.current === true && latest.current.isComplete);

  useImperativeHandle(handle, () => ({
    scrollToEnd: () => virtualizer.scrollToEnd(),
    scrollToRow: goToRow,
    keep: () =>
      virtualizer.isAtEnd() || keys[0] === undefined
        ? undefined
        : { sizes: virtualizer.takeSnapshot(), offset: virtualizer.scrollOffset ?? 0, firstKey: keys[0] },
    focusLast: () => moveAmongRows(scroller.current, 'ArrowUp'),
  }));

  // What fits is not scrolled, whatever the list meant to do while it was longer.
  const fits = virtualizer.getTotalSize() <= (virtualizer.scrollRect?.height ?? 0);
  const offset = fits ? 0 : (virtualizer.scrollOffset ?? 0);
  const topIndex = virtualizer.getVirtualItemForOffset(offset + 12)?.index;
  return (
    <div className={css.frame}>
      {topIndex === undefined ? null : props.overlay?.(topIndex)}
      <div
        ref={scroller}
        className={css.scroller}
        role="log"
        aria-label={props.label}
        aria-live="off"
        tabIndex={0}
        onKeyDown={(event) => {
          if (moveAmongRows(event.currentTarget, event.key)) event.preventDefault();
        }}
      >
        <div className={css.sizer} style={{ height: virtualizer.getTotalSize() }}>
          {props.hasOlder ? <Older /> : null}
          <div className={css.rows} style={{ transform: `translateY(${first?.start ?? 0}px)` }}>
            {rows.map(({ key, index }) => (
              <div key={key} data-index={index} ref={measure}>
                {props.renderRow(index)}
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

interface MessageListProps {
  /** One for each row, the same for ever. */
  readonly keys: readonly string[];
  readonly opening: Opening;
  readonly label: string;
  /** There is more above: shown as such. */
  readonly hasOlder: boolean;
  /** The last row is the newest there is. */
  readonly isComplete: boolean;
  readonly estimate: (index: number) => number;
  readonly renderRow: (index: number) => ReactNode;
  /** Lies over the list: told which row is the topmost. */
  readonly overlay?: (topIndex: number) => ReactNode;
  readonly onAtEnd: (isAtEnd: boolean) => void;
  readonly onNearStart: () => void;
  readonly onNearEnd: () => void;
  readonly handle?: Ref<ListHandle>;
}

const Older = () => (
  <div className={css.older} aria-hidden>
    <span />
    <span />
    <span />
  </div>
);

/** The composer below grew, or the window shrank: who was at the end stays there. */
function useEndPin(scroller: { readonly current: HTMLElement | null }, isPinned: () => boolean): void {
  const check = useRef(isPinned);
  check.current = isPinned;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let height = element.clientHeight;
    const watch = new ResizeObserver(() => {
      const changed = element.clientHeight !== height;
      height = element.clientHeight;
      if (changed && check.current()) element.scrollTop = element.scrollHeight;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
}
