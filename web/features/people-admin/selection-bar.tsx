import { useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { roles } from '../../../protocol/roles.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import css from './people.module.css';
import type { Wish } from './people-row.tsx';
import type { Choices } from './standing.ts';
import { peopleTexts } from './texts.ts';
import type { Progress } from './use-change.ts';

export interface Picked {
  readonly user: User;
  readonly choices: Choices;
}

/** Several at once. Each act says for how many of them it can be done. */
export function SelectionBar({ picked, progress, onWish, onClear }: SelectionBarProps) {
  const [anchor, setAnchor] = useState<Element>();
  const whoMay = (may: (choices: Choices) => boolean): User[] =>
    picked.filter(({ choices }) => may(choices)).map(({ user }) => user);
  const offered = roles
    .map((role) => ({ role, users: whoMay((choices) => choices.roles.includes(role)) }))
    .filter(({ users }) => users.length > 0);
  const leaving = whoMay(({ mayDeactivate }) => mayDeactivate);
  const returning = whoMay(({ mayReactivate }) => mayReactivate);
  return (
    <section className={css.selection} aria-label={peopleTexts.selectedLabel}>
      <p role="status">
        {progress === undefined
          ? peopleTexts.selected(picked.length)
          : peopleTexts.working(progress.done, progress.of)}
      </p>
      {offered.length === 0 ? null : (
        <Button
          busy={progress !== undefined}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
        >
          {peopleTexts.changeRole}
        </Button>
      )}
      {leaving.length === 0 ? null : (
        <Button busy={progress !== undefined} onClick={() => onWish('deactivate', leaving)}>
          {peopleTexts.deactivateCount(leaving.length)}
        </Button>
      )}
      {returning.length === 0 ? null : (
        <Button busy={progress !== undefined} onClick={() => onWish('reactivate', returning)}>
          {peopleTexts.reactivateCount(returning.length)}
        </Button>
      )}
      <Button look="quiet" onClick={onClear}>
        {peopleTexts.clearSelection}
      </Button>
      {anchor === undefined ? null : (
        <Menu
          anchor={anchor}
          label={peopleTexts.changeRole}
          placement={{ side: 'above', align: 'start' }}
          onClose={() => setAnchor(undefined)}
          items={offered.map(({ role, users }) => ({
            kind: 'action',
            label: peopleTexts.roleFor(peopleTexts.kindOf[role], users.length),
            onSelect: () => onWish(role, users),
          }))}
        />
      )}
    </section>
  );
}
interface SelectionBarProps {
  readonly picked: readonly Picked[];
  readonly progress: Progress | undefined;
  readonly onWish: (wish: Wish, users: readonly User[]) => void;
  readonly onClear: () => void;
}
