import ChevronLeft from 'icon:chevron-left';
import type { ReactNode } from 'react';
import { pathOf } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { Link } from '../../app/router.tsx';
import { usePageTitle } from '../../app/use-title.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { iconButtonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useHeldFocus } from '../../ui/use-held-focus.ts';
import { Activity } from './activity.tsx';
import css from './lists.module.css';
import { Saved } from './saved.tsx';
import { Scheduled } from './scheduled.tsx';
import { listTexts } from './texts.ts';
import { Threads } from './threads.tsx';

type Page = Exclude<NonNullable<Place['page']>, 'you'>;
const lists: Readonly<Record<Page, () => ReactNode>> = {
  activity: Activity,
  threads: Threads,
  saved: Saved,
  scheduled: Scheduled,
};

/** One's own list, in the place of a channel. */
export function ListPage({ page }: { page: Page }) {
  const { teamId } = useWorkspace();
  const title = listTexts.titles[page];
  const List = lists[page];
  const pane = useHeldFocus();
  usePageTitle(title);
  return (
    <main ref={pane} className={css.page} data-pane>
      <header className={css.bar}>
        <Link
          href={pathOf({ teamId })}
          className={classes(iconButtonClass(), css.back)}
          aria-label={listTexts.back}
        >
          <Icon of={ChevronLeft} size={18} />
        </Link>
        <h1>{title}</h1>
      </header>
      <div className={css.scroller} tabIndex={0} role="region" aria-label={title} data-pane-focus>
        <List />
      </div>
    </main>
  );
}
