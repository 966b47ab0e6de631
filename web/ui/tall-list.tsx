import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import css from './tall-list.module.css';

const overscan = 8;

/** A list that scrolls by itself and may have thousands of rows: only those that are seen are in the page. */
export function TallList<Row>({ rows, keyOf, rowPx, label, className, children }: TallListProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    estimateSize: () => rowPx,
    overscan,
  });
  return (
    <div ref={scroller} className={className}>
      <ul className={css.rows} style={{ height: virtualizer.getTotalSize() }} aria-label={label}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={css.row}
              style={{ translate: `0 ${start}px` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              {children(row)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
interface TallListProps<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** As high as a row is taken to be until it is seen. */
  readonly rowPx: number;
  readonly label: string;
  readonly className: string | undefined;
  readonly children: (row: Row) => ReactNode;
}
