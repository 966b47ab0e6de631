import { useId } from 'react';
import { classes } from './classes.ts';
import css from './segments.module.css';

/** Does not fit beside another on a phone. */
const longText = 20;

/** One of a few, all of them seen: radio buttons in a row. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const name = useId();
  const hasLongWords = options.some(([, text]) => text.length > longText);
  return (
    <fieldset>
      <legend className={css.legend}>{label}</legend>
      <div className={classes(css.row, hasLongWords && css.stacks)}>
        {options.map(([option, text]) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onChange: (value: Value) => void;
}
