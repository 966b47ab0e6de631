import type { NativeButton } from './button.tsx';
import css from './button.module.css';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { Glyph, IconSize } from './icon.tsx';
import { useTooltip } from './tooltip.ts';

/** A picture that is pressed. Its label is what a screen reader says and what the tooltip shows. */
export function IconButton({ icon, label, size = 18, keys, className, children, ...rest }: IconButtonProps) {
  const tooltip = useTooltip(label, keys);
  return (
    <button type="button" aria-label={label} {...tooltip} {...rest} className={classes(css.icon, className)}>
      <Icon of={icon} size={size} />
      {children}
    </button>
  );
}
interface IconButtonProps extends NativeButton {
  readonly icon: Glyph;
  readonly label: string;
  readonly size?: IconSize;
  /** The shortcut, as shown in the tooltip. */
  readonly keys?: string;
}
