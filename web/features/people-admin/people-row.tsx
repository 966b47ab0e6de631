import ChevronDown from 'icon:chevron-down';
import Ellipsis from 'icon:ellipsis';
import { useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import type { Role } from '../../../protocol/roles.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { nameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { roleOf } from '../people/role.ts';
import { useSelf } from '../people/use-people.ts';
import table from '../settings/table.module.css';
import { kindOf } from './find-people.ts';
import css from './people.module.css';
import type { Choices } from './standing.ts';
import { peopleTexts } from './texts.ts';

export type Wish = Role | 'deactivate' | 'reactivate' | 'access';

/** One person: what they are, and what may be done about it. */
export function PeopleRow({ user, choices, isPicked, onPick, onWish }: PeopleRowProps) {
  const self = useSelf();
  const name = nameOf(user);
  return (
    <tr className={classes(css.row, user.deleted && css.off)}>
      {onPick === undefined ? null : (
        <td className={css.pick}>
          {isSelectable(choices) ? (
            <label>
              <input
                type="checkbox"
                aria-label={peopleTexts.select(name)}
                checked={isPicked}
                onChange={(event) => onPick(event.target.checked)}
              />
            </label>
          ) : null}
        </td>
      )}
      <th scope="row">
        <span className={css.person}>
          <UserAvatar id={user.id} user={user} size={28} />
          <span className="cut">
            <span className={classes(table.main, 'cut')}>
              <bdi>{name}</bdi>
              {user.id === self.id ? <span className={css.you}> {peopleTexts.you}</span> : null}
            </span>
            <span className={classes(table.under, 'cut')}>{user.profile.email ?? `@${user.name}`}</span>
          </span>
        </span>
      </th>
      <td data-label={peopleTexts.role}>
        <RoleCell user={user} choices={choices} onWish={onWish} />
      </td>
      <td data-label={peopleTexts.state}>
        {user.deleted
          ? peopleTexts.deactivated
          : choices.isLastOwner
            ? peopleTexts.lastOwner
            : peopleTexts.active}
      </td>
      <td className={table.end}>
        <More user={user} choices={choices} onWish={onWish} />
      </td>
    </tr>
  );
}
interface PeopleRowProps {
  readonly user: User;
  readonly choices: Choices;
  readonly isPicked: boolean;
  /** Undefined where nobody may be changed. */
  readonly onPick: ((isPicked: boolean) => void) | undefined;
  readonly onWish: (wish: Wish) => void;
}

export const isSelectable = ({ roles, mayDeactivate, mayReactivate }: Choices): boolean =>
  roles.length > 0 || mayDeactivate || mayReactivate;

type CellProps = Pick<PeopleRowProps, 'user' | 'choices' | 'onWish'>;

function RoleCell({ user, choices, onWish }: CellProps) {
  const [anchor, setAnchor] = useState<Element>();
  const kind = kindOf(user);
  const text = peopleTexts.kindOf[kind];
  const others = choices.roles.filter((role) => role !== kind);
  if (others.length === 0) return text;
  const items = [...others, roleOf(user)].toSorted(byRank).map((role): MenuItem => ({
    kind: 'choice',
    label: peopleTexts.kindOf[role],
    isOn: role === kind,
    onSelect: () => {
      if (role !== kind) onWish(role);
    },
  }));
  return (
    <>
      <button
        type="button"
        className={css.role}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label={peopleTexts.roleOf(nameOf(user), text)}
        onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
      >
        {text}
        <Icon of={ChevronDown} size={14} />
      </button>
      {anchor === undefined ? null : (
        <Menu anchor={anchor} label={peopleTexts.role} items={items} onClose={() => setAnchor(undefined)} />
      )}
    </>
  );
}

function More({ user, choices, onWish }: CellProps) {
  const [anchor, setAnchor] = useState<Element>();
  const action = (label: string, wish: Wish, isDangerous = false): MenuItem => ({
    kind: 'action',
    label,
    isDangerous,
    onSelect: () => onWish(wish),
  });
  const items = [
    ...(user.is_restricted && choices.roles.includes('guest')
      ? [action(peopleTexts.changeChannels, 'guest')]
      : []),
    ...(choices.mayEndAccess ? [action(peopleTexts.access, 'access')] : []),
    ...(choices.mayDeactivate ? [action(peopleTexts.deactivate, 'deactivate', true)] : []),
    ...(choices.mayReactivate ? [action(peopleTexts.reactivate, 'reactivate')] : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <IconButton
        icon={Ellipsis}
        label={peopleTexts.more(nameOf(user))}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
      />
      {anchor === undefined ? null : (
        <Menu
          anchor={anchor}
          label={peopleTexts.more(nameOf(user))}
          items={items}
          placement={{ side: 'below', align: 'end' }}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  );
}

const order: readonly Role[] = ['owner', 'admin', 'member', 'guest'];
const byRank = (one: Role, other: Role): number => order.indexOf(one) - order.indexOf(other);
