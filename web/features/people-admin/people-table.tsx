import type { User } from '../../../protocol/entities.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { classes } from '../../ui/classes.ts';
import { useSelf } from '../people/use-people.ts';
import table from '../settings/table.module.css';
import { useFirst } from '../settings/use-first.tsx';
import css from './people.module.css';
import { isSelectable, PeopleRow } from './people-row.tsx';
import type { Wish } from './people-row.tsx';
import { choicesFor } from './standing.ts';
import { peopleTexts } from './texts.ts';

export function PeopleTable({ users, everybody, picks, onPicks, onWish }: PeopleTableProps) {
  const self = useSelf();
  const { shown, more } = useFirst(users);
  const rows = shown.map((user) => ({ user, choices: choicesFor(self, user, everybody) }));
  const selectable = rows.filter(({ choices }) => isSelectable(choices)).map(({ user }) => user.id);
  const isAllPicked = selectable.length > 0 && selectable.every((id) => picks.has(id));
  const mayPick = selectable.length > 0;
  return (
    <div className={css.rows}>
      <table className={classes(table.table, css.table, mayPick && css.withPicks)}>
        <caption className="visually-hidden">{peopleTexts.caption}</caption>
        <thead>
          <tr>
            {mayPick ? (
              <td className={css.pick}>
                <label>
                  <input
                    type="checkbox"
                    aria-label={peopleTexts.selectAll}
                    checked={isAllPicked}
                    onChange={(event) => {
                      // Who was picked by another search stays picked.
                      const shownHere = new Set(selectable);
                      const others = [...picks].filter((id) => !shownHere.has(id));
                      onPicks(new Set(event.target.checked ? [...others, ...selectable] : others));
                    }}
                  />
                </label>
              </td>
            ) : null}
            <th scope="col">{peopleTexts.name}</th>
            <th scope="col">{peopleTexts.role}</th>
            <th scope="col">{peopleTexts.state}</th>
            <th scope="col">
              <span className="visually-hidden">{peopleTexts.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ user, choices }) => (
            <PeopleRow
              key={user.id}
              user={user}
              choices={choices}
              isPicked={picks.has(user.id)}
              onPick={
                mayPick
                  ? (isPicked) => {
                      const next = new Set(picks);
                      if (isPicked) next.add(user.id);
                      else next.delete(user.id);
                      onPicks(next);
                    }
                  : undefined
              }
              onWish={(wish) => onWish(wish, [user])}
            />
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}
interface PeopleTableProps {
  readonly users: readonly User[];
  readonly everybody: readonly User[];
  readonly picks: ReadonlySet<UserId>;
  readonly onPicks: (picks: ReadonlySet<UserId>) => void;
  readonly onWish: (wish: Wish, users: readonly User[]) => void;
}
