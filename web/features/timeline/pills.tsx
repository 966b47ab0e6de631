import ArrowDown from 'icon:arrow-down';
import ArrowUp from 'icon:arrow-up';
import { Icon } from '../../ui/icon.tsx';
import css from './pills.module.css';
import { timelineTexts } from './texts.ts';

/** What one would miss, above and below: to the first new message, and to the latest. */
export const Pills = ({ unreadCount, isFar, onUnread, onLatest }: PillsProps) => (
  <>
    {unreadCount > 0 ? (
      <button
        type="button"
        className={css.above}
        aria-label={timelineTexts.jumpToNew(unreadCount)}
        onClick={onUnread}
      >
        <Icon of={ArrowUp} size={14} />
        {timelineTexts.newAbove(unreadCount)}
      </button>
    ) : null}
    {isFar ? (
      <button type="button" className={css.below} aria-label={timelineTexts.latestLabel} onClick={onLatest}>
        {timelineTexts.latest}
        <Icon of={ArrowDown} size={14} />
      </button>
    ) : null}
  </>
);
interface PillsProps {
  readonly unreadCount: number;
  readonly isFar: boolean;
  readonly onUnread: () => void;
  readonly onLatest: () => void;
}
