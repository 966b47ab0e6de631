import Check from 'icon:check';
import { openLayer } from '../../app/layers.ts';
import { Act } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import css from './channel-start.module.css';
import { timelineTexts } from './texts.ts';

/** What a new workspace wants next, in #general as long as nobody has said anything. */
export const FirstSteps = () => (
  <ol className={css.steps}>
    <li className={css.done}>
      <span className={css.dot}>
        <Icon of={Check} size={12} />
      </span>
      <b>{timelineTexts.named}</b>
      <span className={css.state}>{timelineTexts.done}</span>
    </li>
    <li>
      <span className={css.dot} />
      <div>
        <b>{timelineTexts.bring}</b>
        <p>{timelineTexts.bringHelp}</p>
      </div>
      <Act onClick={() => openLayer({ kind: 'invite-people' })}>{timelineTexts.bringAct}</Act>
    </li>
    <li>
      <span className={css.dot} />
      <div>
        <b>{timelineTexts.more}</b>
        <p>{timelineTexts.moreHelp}</p>
      </div>
      <Act onClick={() => openLayer({ kind: 'create-channel' })}>{timelineTexts.moreAct}</Act>
    </li>
  </ol>
);
