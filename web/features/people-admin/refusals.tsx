import { Button } from '../../ui/button.tsx';
import { nameOf } from '../people/names.ts';
import type { Refused } from './change-people.ts';
import css from './people.module.css';
import { peopleProblem, peopleTexts } from './texts.ts';

/** What the server did not do, and why. */
export const Refusals = ({ of, rows, onClose }: RefusalsProps) => (
  <section className={css.refusals} role="alert">
    <h2>{peopleTexts.notAll(rows.length, of)}</h2>
    <ul>
      {rows.map(({ user, error }) => (
        <li key={user.id}>
          <b>
            <bdi>{nameOf(user)}</bdi>
          </b>{' '}
          {peopleProblem(error)}
        </li>
      ))}
    </ul>
    <Button onClick={onClose}>{peopleTexts.close}</Button>
  </section>
);
interface RefusalsProps {
  readonly of: number;
  readonly rows: readonly Refused[];
  readonly onClose: () => void;
}
