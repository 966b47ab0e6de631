import CircleAlert from 'icon:circle-exclamation-point';
import Clock from 'icon:clock';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Pending } from '../../store/contract.ts';
import { Act } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useSlow } from '../../ui/skeleton.tsx';
import css from './message-row.module.css';
import { messageTexts, whyNotSent } from './texts.ts';

export const isOnItsWay = ({ state }: Pending): boolean => state === 'waiting' || state === 'sending';

/** In the gutter of a row without a face. Quick ones never look unfinished. */
export function PendingState({ pending }: { pending: Pending }) {
  const isSlow = useSlow(isOnItsWay(pending));
  const hasFailed = pending.state === 'failed';
  return (
    <span className={classes(css.gutter, css.state, hasFailed && css.failed)}>
      {hasFailed ? <Icon of={CircleAlert} /> : null}
      {isSlow && !hasFailed ? (
        <>
          <Icon of={Clock} />
          <span className="visually-hidden">{messageTexts.sending}</span>
        </>
      ) : null}
    </span>
  );
}

/** The same beside the name. */
export const PendingNote = ({ pending }: { pending: Pending }) =>
  useSlow(isOnItsWay(pending)) ? <span className={css.note}>{messageTexts.sending}</span> : null;

export function Failed({ pending }: { pending: Pending }) {
  const { messages } = useWorkspace();
  return (
    <p className={css.problem} role="alert">
      <span>
        {messageTexts.notSent} {whyNotSent(pending.error)}
      </span>
      <Act onClick={() => messages.retry(pending.id)}>{messageTexts.retry}</Act>
      <Act bad onClick={() => messages.discard(pending.id)}>
        {messageTexts.remove}
      </Act>
    </p>
  );
}
