import ChevronLeft from 'icon:chevron-left';
import type { ReactNode } from 'react';
import { pathOf } from '../../app/place.ts';
import { Link } from '../../app/router.tsx';
import { useWorkspace } from '../../app/workspace-context.ts';
import { iconButtonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useHeldFocus } from '../../ui/use-held-focus.ts';
import css from './settings.module.css';
import { settingsTexts } from './texts.ts';

/** A page of the settings: its name, what can be made here, and the rest below, which scrolls. */
export function PageFrame({ title, tools, lede, children }: PageFrameProps) {
  const { teamId } = useWorkspace();
  const pane = useHeldFocus();
  return (
    <main ref={pane} className={css.page} data-pane>
      <header className={css.bar}>
        <Link
          className={classes(iconButtonClass(), css.back)}
          href={pathOf({ teamId, settings: '' })}
          aria-label={settingsTexts.backToList}
        >
          <Icon of={ChevronLeft} size={18} />
        </Link>
        <h1 className="cut" tabIndex={-1} data-pane-focus>
          {title}
        </h1>
        <div className={css.tools}>{tools}</div>
      </header>
      <div className={css.scroll}>
        <div className={css.column}>
          {lede === undefined ? null : <p className={css.lede}>{lede}</p>}
          {children}
        </div>
      </div>
    </main>
  );
}
interface PageFrameProps {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly lede?: string;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export const Part = ({ title, lede, tools, children }: PartProps) => (
  <section className={css.part} aria-label={title}>
    <header className={css.partHead}>
      <div>
        <h2>{title}</h2>
        {lede === undefined ? null : <p>{lede}</p>}
      </div>
      {tools === undefined ? null : <div className={css.tools}>{tools}</div>}
    </header>
    {children}
  </section>
);
interface PartProps {
  readonly title: string;
  readonly lede?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** In the place of a table that would have no row. */
export const Nothing = ({ children }: { children: ReactNode }) => <p className={css.nothing}>{children}</p>;
