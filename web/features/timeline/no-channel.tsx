import { openLayer } from '../../app/layers.ts';
import { appTexts } from '../../app/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSelf } from '../people/use-people.ts';
import css from './channel-pane.module.css';

/** An address that leads nowhere, or to what one may not see. */
export function NoChannel() {
  const { is_restricted: isGuest } = useSelf();
  return (
    <div id="pane" className={css.pane} data-pane>
      <Notice within title={appTexts.noChannel} lede={appTexts.noChannelLede}>
        {isGuest ? null : (
          <Button onClick={() => openLayer({ kind: 'browse-channels' })}>{appTexts.browse}</Button>
        )}
      </Notice>
    </div>
  );
}
