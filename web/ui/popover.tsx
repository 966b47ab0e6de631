import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { place } from './place.ts';
import type { Placement } from './place.ts';
import css from './popover.module.css';

/**
 * A light layer beside `anchor`: closed by Esc, by a press elsewhere, and by whoever opened it. The focus goes in
 * (to `data-autofocus`, else to the layer itself) and comes back.
 */
export function Popover({
  anchor,
  onClose,
  label,
  placement = below,
  className,
  role = 'dialog',
  children,
}: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { side, align, gap } = placement;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const before = document.activeElement;
    element.showPopover();
    const put = (): void => place(element, anchor, { side, align, ...(gap === undefined ? {} : { gap }) });
    put();
    (element.querySelector<HTMLElement>('[data-autofocus]') ?? element).focus({ preventScroll: true });
    const onToggle = (event: ToggleEvent): void => {
      if (event.newState === 'closed') close.current();
    };
    element.addEventListener('toggle', onToggle);
    const watch = new ResizeObserver(put);
    watch.observe(element);
    globalThis.addEventListener('resize', put);
    return () => {
      element.removeEventListener('toggle', onToggle);
      watch.disconnect();
      globalThis.removeEventListener('resize', put);
      const isWithin = element.contains(document.activeElement) || document.activeElement === document.body;
      if (isWithin && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [anchor, side, align, gap]);
  return (
    <div
      ref={ref}
      popover="auto"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={classes(css.popover, className)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      {children}
    </div>
  );
}
const below: Placement = { side: 'below', align: 'start' };

interface PopoverProps {
  readonly anchor: Element;
  readonly onClose: () => void;
  readonly label: string;
  readonly placement?: Placement;
  readonly className?: string | undefined;
  readonly role?: 'dialog' | 'menu';
  readonly children: ReactNode;
}
