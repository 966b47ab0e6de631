import { useStore } from '@nanostores/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { $density } from '../../store/preferences.ts';
import { ChannelRow } from './channel-row.tsx';
import css from './navigation.module.css';

const usualRowPx = 32;

/** A section with hundreds of channels, within the navigation's own scrolling. */
export function LongList({ ids, current }: { ids: readonly ChannelId[]; current: ChannelId | undefined }) {
  const list = useRef<HTMLUListElement>(null);
  const { top, rowPx } = usePlaceOf(list);
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scroller]') ?? null,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: () => rowPx,
    scrollMargin: top,
    overscan: 12,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  useEffect(() => {
    const index = current === undefined ? -1 : ids.indexOf(current);
    if (index !== -1) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [virtualizer, ids, current]);
  return (
    <ul ref={list} className={css.long} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const id = ids[index];
        return id === undefined ? null : (
          <ChannelRow
            key={key}
            channelId={id}
            isCurrent={id === current}
            isFolded={false}
            top={start - top}
          />
        );
      })}
    </ul>
  );
}

/** Where the list begins within what scrolls, and how high a row is: both are the stylesheet's to say. */
function usePlaceOf(list: { readonly current: HTMLElement | null }): { top: number; rowPx: number } {
  const density = useStore($density);
  const [place, setPlace] = useState({ top: 0, rowPx: usualRowPx });
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const rowPx = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || usualRowPx;
    const top = element.offsetTop;
    setPlace((before) => (before.top === top && before.rowPx === rowPx ? before : { top, rowPx }));
  }, [list, density]);
  return place;
}
