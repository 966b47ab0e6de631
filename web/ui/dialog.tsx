import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import X from 'icon:x';
import { classes } from './classes.ts';
import css from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { uiTexts } from './texts.ts';

/** A native modal: the browser traps the focus, closes on Esc, and gives the focus back. */
export function Dialog({
  title,
  onClose,
  width = 'normal',
  children,
  isBare = false,
  className,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = ref.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={isBare ? undefined : id}
      aria-label={isBare ? title : undefined}
      className={classes(css.dialog, css[width], className)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      // React bubbles through portals and nesting: what is typed here is no shortcut of the room.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={css.inside}>
        {isBare ? null : (
          <header className={css.head}>
            <h2 id={id} className="cut">
              {title}
            </h2>
            <IconButton icon={X} label={uiTexts.close} onClick={onClose} />
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'normal' | 'wide';
  readonly children: ReactNode;
  /** Without its own head: the quick switcher. */
  readonly isBare?: boolean;
  readonly className?: string | undefined;
}

/** What a dialog ends with: its buttons, the main one last. */
export const DialogButtons = ({ children }: { children: ReactNode }) => (
  <footer className={css.buttons}>{children}</footer>
);
export const dialogBody = (): string => classes(css.body);
