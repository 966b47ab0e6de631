import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import Check from 'icon:check';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { Glyph } from './icon.tsx';
import css from './menu.module.css';
import type { Placement } from './place.ts';
import { Popover } from './popover.tsx';

export type MenuItem =
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly icon?: Glyph;
      readonly hint?: string;
      readonly isDangerous?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'choice'; readonly label: string; readonly isOn: boolean; readonly onSelect: () => void }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'line' };

/** A menu beside its button: arrows move, letters find, Enter takes, Esc and Tab leave. */
export function Menu({ anchor, onClose, label, items, placement }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const first = items.findIndex(isTakeable);
  return (
    <Popover
      anchor={anchor}
      onClose={onClose}
      label={label}
      role="menu"
      className={css.menu}
      {...(placement === undefined ? {} : { placement })}
    >
      <div
        ref={list}
        onKeyDown={(event) => {
          if (event.key === 'Tab') {
            event.preventDefault();
            onClose();
          } else if (list.current !== null) move(event, list.current);
        }}
      >
        {items.map((item, index) => (
          // Never one element for two entries: a press that began on one would end on the other.
          <Entry
            key={`${index} ${item.kind === 'line' ? '' : item.label}`}
            item={item}
            isFirst={index === first}
            onClose={onClose}
          />
        ))}
      </div>
    </Popover>
  );
}
interface MenuProps {
  readonly anchor: Element;
  readonly onClose: () => void;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly placement?: Placement;
}

function Entry({ item, isFirst, onClose }: { item: MenuItem; isFirst: boolean; onClose: () => void }) {
  if (item.kind === 'line') return <hr className={css.line} />;
  if (item.kind === 'heading')
    return (
      <p className={css.heading} role="presentation">
        {item.label}
      </p>
    );
  const isChoice = item.kind === 'choice';
  return (
    <button
      type="button"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={isChoice ? item.isOn : undefined}
      tabIndex={-1}
      data-autofocus={isFirst || undefined}
      className={classes(css.item, item.kind === 'action' && item.isDangerous && css.danger)}
      onClick={() => {
        onClose();
        item.onSelect();
      }}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
    >
      {item.kind === 'action' && item.icon !== undefined ? <Icon of={item.icon} /> : null}
      {isChoice ? (
        <span className={css.check}>{item.isOn ? <Icon of={Check} size={14} /> : null}</span>
      ) : null}
      <span className="cut">{item.label}</span>
      {item.kind === 'action' && item.hint !== undefined ? <kbd>{item.hint}</kbd> : null}
    </button>
  );
}

const isTakeable = ({ kind }: MenuItem): boolean => kind === 'action' || kind === 'choice';

function move(event: KeyboardEvent, list: HTMLElement): void {
  const entries = [...list.querySelectorAll<HTMLElement>('button')];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const next = nextOf(event.key, at, entries);
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  entries[(next + entries.length) % entries.length]?.focus();
}

function nextOf(key: string, at: number, entries: readonly HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at === -1 ? -1 : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  if (key.length !== 1 || key === ' ') return undefined;
  const starts = (entry: HTMLElement): boolean =>
    entry.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  const after = entries.findIndex((entry, index) => index > at && starts(entry));
  const any = after === -1 ? entries.findIndex(starts) : after;
  return any === -1 ? undefined : any;
}
