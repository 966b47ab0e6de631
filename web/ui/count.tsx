import css from './count.module.css';

/** An amber number: mentions. `what` is what a screen reader adds to it. */
export const Count = ({ of: count, what }: { of: number; what: string }) => (
  <span className={css.count}>
    {count > 99 ? '99+' : count}
    <span className="visually-hidden"> {what}</span>
  </span>
);
