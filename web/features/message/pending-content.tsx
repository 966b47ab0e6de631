import CircleAlert from 'icon:circle-exclamation-point';
import Clock from 'icon:clock';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Pending } from '../../store/contract.ts';
import { Act } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useSlow } from '../../ui/skeleton.tsx';
import { nameOf } from '../people/names.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { useSelf } from '../people/use-people.ts';
import { clockLabel } from '../timeline/day.ts';
import type { Item } from '../timeline/items.ts';
import css from './message-row.module.css';
import { MessageText } from './message-text.tsx';
import { messageTexts, whyNotSent } from './texts.ts';

/** What one has written and the server does not have yet. Quick ones never look unfinished. */
export function PendingContent({ item, pending }: { item: Item; pending: Pending }) {
  const self = useSelf();
  const isOnItsWay = pending.state === 'waiting' || pending.state === 'sending';
  const isSlow = useSlow(isOnItsWay);
  const hasFailed = pending.state === 'failed';
  return (
    <>
      {item.isContinuation ? (
        <State isSlow={isSlow} hasFailed={hasFailed} />
      ) : (
        <UserAvatar id={self.id} user={self} />
      )}
      <div className={css.text}>
        {item.isContinuation ? null : (
          <p className={css.by}>
            <b className={classes(css.name, css.self, 'cut')}>
              <bdi>{nameOf(self)}</bdi>
            </b>
            <time className={css.time}>{clockLabel(item.atMs)}</time>
            {isSlow ? <span className={css.note}>{messageTexts.sending}</span> : null}
          </p>
        )}
        <div className={classes(isOnItsWay && css.pending)}>
          <MessageText text={pending.text} />
        </div>
        {hasFailed ? <Failed pending={pending} /> : null}
      </div>
    </>
  );
}

const State = ({ isSlow, hasFailed }: { isSlow: boolean; hasFailed: boolean }) => (
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

function Failed({ pending }: { pending: Pending }) {
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
