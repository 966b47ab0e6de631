import Search from 'icon:search';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import css from './find-bar.module.css';

/** Over a table: the words that are looked for, and how many rows have them. */
export const FindBar = ({ label, hint, query, onQuery, count }: FindBarProps) => (
  <search className={css.bar}>
    <Field
      type="search"
      label={label}
      placeholder={hint}
      lead={<Icon of={Search} />}
      value={query}
      onChange={(event) => onQuery(event.target.value)}
    />
    <p className={css.count} role="status">
      {count}
    </p>
  </search>
);
interface FindBarProps {
  readonly label: string;
  readonly hint: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly count: string;
}
