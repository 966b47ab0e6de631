import { ListPage } from '../features/lists/list-page.tsx';
import type { Place } from './place.ts';
import css from './shell.module.css';
import { YouPage } from './you-page.tsx';

/** What is shown in the place of a channel: a list of one's own, or the phone's page for oneself. */
export const OwnPage = ({ page }: { page: NonNullable<Place['page']> }) =>
  page === 'you' ? (
    <main className={css.home}>
      <YouPage />
    </main>
  ) : (
    <ListPage key={page} page={page} />
  );
