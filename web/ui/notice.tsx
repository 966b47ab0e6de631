import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import css from './notice.module.css';

/** A whole page, or a pane, that says one thing and what to do about it. */
export const Notice = ({ title, lede, children, within = false }: NoticeProps) => (
  <main className={classes(css.notice, within && css.within)}>
    <h1>{title}</h1>
    <p>{lede}</p>
    <div className={css.ways}>{children}</div>
  </main>
);
interface NoticeProps {
  readonly title: string;
  readonly lede: string;
  readonly children?: ReactNode;
  /** Inside the room. */
  readonly within?: boolean;
}
