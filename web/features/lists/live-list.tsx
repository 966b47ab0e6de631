import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { MessageSkeleton } from '../../ui/skeleton.tsx';
import css from './lists.module.css';
import { listTexts } from './texts.ts';
import type { Listed } from './read-pages.ts';
import type { Live } from './use-live.ts';

/** What a list shows while it is not there, when it does not come, and when there is nothing in it. */
export function LiveList<Item>({ live, empty, lede, children }: LiveListProps<Item>) {
  if (live.value === undefined) {
    if (live.error === undefined)
      return (
        <div className={css.waiting}>
          <MessageSkeleton rows={4} label={listTexts.loading} />
        </div>
      );
    return (
      <div className={css.note}>
        <p>{listTexts.failed}</p>
        <Button onClick={live.reload}>{listTexts.retry}</Button>
      </div>
    );
  }
  const { items, hasMore } = live.value;
  if (items.length === 0 && !hasMore)
    return (
      <div className={css.note}>
        <p>
          <b>{empty}</b>
        </p>
        <p>{lede}</p>
      </div>
    );
  return (
    <>
      <ul className={css.list}>{items.map(children)}</ul>
      {hasMore ? (
        <div className={css.more}>
          <Button onClick={live.showMore}>{listTexts.more}</Button>
        </div>
      ) : null}
    </>
  );
}
interface LiveListProps<Item> {
  readonly live: Live<Listed<Item>>;
  readonly empty: string;
  readonly lede: string;
  readonly children: (item: Item) => ReactNode;
}
