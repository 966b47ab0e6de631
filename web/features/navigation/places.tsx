import AtSign from 'icon:at-sign';
import Bookmark from 'icon:bookmark';
import CalendarClock from 'icon:calendar-clock';
import MessagesSquare from 'icon:messages-square';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { pathOf } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { Link } from '../../app/router.tsx';
import { useWorkspace } from '../../app/workspace-context.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { isOfThreads } from '../lists/is-of-threads.ts';
import { listTexts } from '../lists/texts.ts';
import { useLive } from '../lists/use-live.ts';
import css from './navigation.module.css';

const places = [
  ['activity', AtSign],
  ['threads', MessagesSquare],
  ['saved', Bookmark],
  ['scheduled', CalendarClock],
] as const;

/** Every reply anywhere may change it, and the server asks each channel with a thread that is followed. */
const gatherMs = 20_000;

/** One's own lists, above the channels. Threads with new replies turn bold, as channels do. */
export function Places({ place }: { place: Place }) {
  const { teamId, call } = useWorkspace();
  const { value: unread = 0 } = useLive(
    'threads:unread',
    async () => {
      const answer = await call('threads.list', { unread_only: true, limit: 1 });
      return answer.ok ? { ok: true, value: answer.unread_threads } : answer;
    },
    isOfThreads,
    gatherMs,
    // What one has just read oneself is not to stay bold meanwhile.
    ({ type }) => type === 'thread_marked',
  );
  return (
    <ul aria-label={listTexts.places}>
      {places.map(([page, icon]) => {
        const isNew = page === 'threads' && unread > 0;
        return (
          <Row key={page} isCurrent={place.page === page}>
            <Link
              href={pathOf({ teamId, page })}
              aria-current={place.page === page ? 'page' : undefined}
              className={classes(css.row, isNew && css.unread)}
            >
              <Icon of={icon} />
              <span className="cut">{listTexts.titles[page]}</span>
              {isNew ? <span className="visually-hidden">{listTexts.unreadThreads(unread)}</span> : null}
            </Link>
          </Row>
        );
      })}
    </ul>
  );
}

/** Seen once it is the current one, as the channels are. */
function Row({ isCurrent, children }: { isCurrent: boolean; children: ReactNode }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return <li ref={item}>{children}</li>;
}
