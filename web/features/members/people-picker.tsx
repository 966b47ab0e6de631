import X from 'icon:x';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { slackbotId } from '../../../protocol/ids.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { nameOf, secondNameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import css from './people-picker.module.css';
import { memberTexts } from './texts.ts';

const shownMax = 7;

/** Several people, by their names: what is picked stands in the field, Backspace takes the last one out. */
export function PeoplePicker({ label = memberTexts.to, picked, onChange, without, max }: PeoplePickerProps) {
  const { people } = useWorkspace();
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  // Slackbot speaks by itself and is in no conversation of others.
  const taken = new Set<UserId>([slackbotId, ...without, ...picked.map((user) => user.id)]);
  const found =
    picked.length >= max
      ? []
      : people
          .search(query, { limit: shownMax + taken.size })
          .filter((user) => !taken.has(user.id))
          .slice(0, shownMax);
  const at = Math.min(active, Math.max(0, found.length - 1));
  const pick = (user: User): void => {
    onChange([...picked, user]);
    setQuery('');
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    const user = found[at];
    if (key === 'Backspace' && query === '') onChange(picked.slice(0, -1));
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && found.length > 0)
      setActive((at + (key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    else if (key === 'Enter' && query !== '' && user !== undefined) pick(user);
    else return;
    if (key !== 'Backspace') event.preventDefault();
  };
  return (
    <div>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <div className={css.field}>
        {picked.map((user) => (
          <span key={user.id} className={css.chip}>
            <UserAvatar id={user.id} user={user} size={20} />
            <span className="cut">{nameOf(user)}</span>
            <button
              type="button"
              aria-label={memberTexts.takeOut(nameOf(user))}
              onClick={() => onChange(picked.filter((one) => one.id !== user.id))}
            >
              <Icon of={X} size={14} />
            </button>
          </span>
        ))}
        <input
          id={id}
          data-autofocus
          role="combobox"
          autoComplete="off"
          aria-expanded={found.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] === undefined ? undefined : `${id}-${found[at].id}`}
          placeholder={picked.length === 0 ? memberTexts.toHint : ''}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={`${id}-list`} className={css.list} role="listbox" aria-label={label}>
        {found.map((user, index) => (
          <li
            key={user.id}
            id={`${id}-${user.id}`}
            role="option"
            aria-selected={index === at}
            className={classes(css.option, index === at && css.active)}
            onPointerMove={() => setActive(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(user);
            }}
          >
            <UserAvatar id={user.id} user={user} size={28} />
            <b className="cut">
              <bdi>{nameOf(user)}</bdi>
            </b>
            <span className={classes(css.about, 'cut')}>{user.profile.title || secondNameOf(user)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
interface PeoplePickerProps {
  readonly label?: string;
  readonly picked: readonly User[];
  readonly onChange: (picked: readonly User[]) => void;
  readonly without: readonly UserId[];
  readonly max: number;
}
