import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import table from './table.module.css';
import { settingsTexts } from './texts.ts';

const step = 100;

/** The first hundred rows; more are drawn on request, since a browser takes its time with thousands. */
export function useFirst<Row>(rows: readonly Row[]): {
  readonly shown: readonly Row[];
  readonly more: ReactNode;
} {
  const [shownMax, setShownMax] = useState(step);
  const left = rows.length - shownMax;
  const more =
    left > 0 ? (
      <p className={table.more}>
        <Button onClick={() => setShownMax(shownMax + step)}>
          {settingsTexts.showMore(Math.min(left, step))}
        </Button>
      </p>
    ) : null;
  return { shown: rows.slice(0, shownMax), more };
}
