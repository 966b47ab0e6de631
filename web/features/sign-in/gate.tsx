import type { ReactNode } from 'react';
import { Link } from '../../app/router.tsx';
import { classes } from '../../ui/classes.ts';
import { Mark } from '../../ui/mark.tsx';
import { ThemeButton } from '../preferences/theme-button.tsx';
import css from './gate.module.css';
import { product } from '../../app/product.ts';

/** The page around every way in: the mark above, one thing to do in the middle. */
export function Gate({ title, lede, above, invited = false, foot, children }: GateProps) {
  return (
    <div className={classes(css.gate, invited && css.invited)}>
      <title>{`${title} · ${product}`}</title>
      <header className={css.head}>
        <Link href="/" className={css.brand}>
          <Mark />
          {product}
        </Link>
        <ThemeButton />
      </header>
      <main className={css.middle}>
        {above}
        <h1 className={css.hero} dir="auto">
          {title}
        </h1>
        <p className={css.lede}>{lede}</p>
        {children}
      </main>
      <footer className={css.foot}>
        <span>{location.host}</span>
        <span>{foot}</span>
      </footer>
    </div>
  );
}
interface GateProps {
  readonly title: string;
  readonly lede: ReactNode;
  readonly above?: ReactNode;
  readonly invited?: boolean;
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}
export const gateForm = css.form;
export const gateNote = css.note;
export const gateCode = css.code;
