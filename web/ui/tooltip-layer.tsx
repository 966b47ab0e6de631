import { useStore } from '@nanostores/react';
import { useEffect, useRef } from 'react';
import { place } from './place.ts';
import css from './tooltip.module.css';
import { $tooltip, showTooltip } from './tooltip.ts';

/** One for the whole page, in the top layer. */
export function TooltipLayer() {
  const tip = useStore($tooltip);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null || tip === undefined || !tip.target.isConnected) return undefined;
    element.showPopover();
    place(element, tip.target, { side: 'below', align: 'center', gap: 6 });
    const hide = (): void => showTooltip(undefined, 0);
    document.addEventListener('keydown', hide, true);
    document.addEventListener('scroll', hide, true);
    return () => {
      element.hidePopover();
      document.removeEventListener('keydown', hide, true);
      document.removeEventListener('scroll', hide, true);
    };
  }, [tip]);
  return (
    <div ref={ref} popover="manual" className={css.tip} aria-hidden>
      {tip?.text}
      {tip?.keys === undefined ? null : <kbd>{tip.keys}</kbd>}
    </div>
  );
}
