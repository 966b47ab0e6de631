import { useId, useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import ChevronDown from 'icon:chevron-down';
import Eye from 'icon:eye';
import EyeOff from 'icon:eye-off';
import { classes } from './classes.ts';
import css from './field.module.css';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { uiTexts } from './texts.ts';

interface Around {
  readonly label: string;
  readonly help?: ReactNode;
  /** What is wrong with it and what to do; read out when it appears. */
  readonly error?: string | undefined;
  readonly big?: boolean;
}
type FieldProps = Around & Omit<ComponentProps<'input'>, 'id'> & { readonly lead?: ReactNode };

/** A labelled input with its help and its error. */
export function Field({ label, help, error, big = false, className, type, lead, ...rest }: FieldProps) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isPassword = type === 'password';
  return (
    <Labelled id={id} label={label} help={help} error={error}>
      <span className={css.box}>
        {lead === undefined ? null : <span className={css.prefix}>{lead}</span>}
        <input
          id={id}
          {...rest}
          type={isPassword && isShown ? 'text' : type}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, help, error)}
          className={classes(
            css.field,
            big && css.big,
            isPassword && css.secret,
            lead !== undefined && css.prefixed,
            className,
          )}
        />
        {isPassword ? (
          <IconButton
            className={css.eye}
            icon={isShown ? EyeOff : Eye}
            size={16}
            label={isShown ? uiTexts.hidePassword : uiTexts.showPassword}
            onClick={() => setShown(!isShown)}
          />
        ) : null}
      </span>
    </Labelled>
  );
}

export function Choice({
  label,
  help,
  error,
  children,
  ...rest
}: Around & Omit<ComponentProps<'select'>, 'id'>) {
  const id = useId();
  return (
    <Labelled id={id} label={label} help={help} error={error}>
      <span className={css.box}>
        <select
          id={id}
          {...rest}
          aria-describedby={describedBy(id, help, error)}
          className={classes(css.field, css.select)}
        >
          {children}
        </select>
        <Icon of={ChevronDown} size={14} className={css.chevron} />
      </span>
    </Labelled>
  );
}

function Labelled({ id, label, help, error, children }: LabelledProps) {
  return (
    <div>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {help === undefined || error !== undefined ? null : (
        <p className={css.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      <p className={css.error} id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}
interface LabelledProps extends Pick<Around, 'label' | 'help' | 'error'> {
  readonly id: string;
  readonly children: ReactNode;
}

const describedBy = (id: string, help: ReactNode, error: string | undefined): string | undefined =>
  error !== undefined ? `${id}-error` : help === undefined ? undefined : `${id}-help`;
