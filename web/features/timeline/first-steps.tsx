import Check from 'icon:check';
import { openLayer } from '../../app/layers.ts';
import { Act } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useMayInvite } from '../inviting/use-may-invite.ts';
import { useSelf } from '../people/use-people.ts';
import css from './channel-start.module.css';
import { firstStepsTexts } from './first-steps-texts.ts';

/** What a new workspace wants next, in #general as long as nobody has said anything. */
export function FirstSteps() {
  const { is_restricted: isGuest } = useSelf();
  const mayInvite = useMayInvite();
  if (isGuest) return null;
  return (
    <ol className={css.steps}>
      <li className={css.done}>
        <span className={css.dot}>
          <Icon of={Check} size={12} />
        </span>
        <b>{firstStepsTexts.named}</b>
        <span className={css.state}>{firstStepsTexts.done}</span>
      </li>
      {mayInvite ? (
        <li>
          <span className={css.dot} />
          <div>
            <b>{firstStepsTexts.bring}</b>
            <p>{firstStepsTexts.bringHelp}</p>
          </div>
          <Act onClick={() => openLayer({ kind: 'invite-people' })}>{firstStepsTexts.bringAct}</Act>
        </li>
      ) : null}
      <li>
        <span className={css.dot} />
        <div>
          <b>{firstStepsTexts.more}</b>
          <p>{firstStepsTexts.moreHelp}</p>
        </div>
        <Act onClick={() => openLayer({ kind: 'create-channel' })}>{firstStepsTexts.moreAct}</Act>
      </li>
    </ol>
  );
}
