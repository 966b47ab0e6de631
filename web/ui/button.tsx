import type { ComponentProps } from 'react';
import css from './button.module.css';
import { classes } from './classes.ts';

type Look = 'plain' | 'main' | 'danger' | 'quiet';
type Native = Omit<ComponentProps<'button'>, 'type'> & { readonly type?: 'button' | 'submit' };

const looks: Readonly<Record<Look, string | undefined>> = {
  plain: undefined,
  main: css.main,
  danger: css.danger,
  quiet: css.quiet,
};

/** `busy` keeps it focused and its width, and lets no second press through. */
export function Button({
  look = 'plain',
  big = false,
  busy = false,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      className={classes(css.button, looks[look], big && css.big, busy && css.busy, className)}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
interface ButtonProps extends Native {
  readonly look?: Look;
  readonly big?: boolean;
  readonly busy?: boolean;
}

/** Words that act, within a line: "Not sent. Retry". */
export function Act({ bad = false, className, ...rest }: Native & { readonly bad?: boolean }) {
  return <button type="button" {...rest} className={classes(css.act, bad && css.bad, className)} />;
}

/** For links that look like buttons. */
export const buttonClass = (look: Look = 'plain', big = false): string =>
  classes(css.button, looks[look], big && css.big);
export const iconButtonClass = (): string => classes(css.icon);

export type { Native as NativeButton };
