import { useEffect } from 'react';
import { classes } from '../../ui/classes.ts';
import css from './day-line.module.css';
import { dayLabel } from './day.ts';
import type { Item } from './items.ts';
import { timelineTexts } from './texts.ts';

export const DayLine = ({ atMs }: { atMs: number }) => <h2 className={css.day}>{dayLabel(atMs)}</h2>;

export const NewLine = () => (
  <p className={css.new} role="separator" aria-label={timelineTexts.newMessages}>
    {timelineTexts.newLine}
  </p>
);

/** The day of the topmost row, at the top of the list while one reads within it. */
export function DayOverlay({ item, index, onTop }: DayOverlayProps) {
  useEffect(() => onTop(index), [onTop, index]);
  if (item === undefined) return null;
  return (
    <p className={classes(css.day, css.over)} aria-hidden>
      {dayLabel(item.atMs)}
    </p>
  );
}
interface DayOverlayProps {
  readonly item: Item | undefined;
  readonly index: number;
  readonly onTop: (index: number) => void;
}
