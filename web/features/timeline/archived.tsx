import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { reopenChannel } from '../channels/reopen-channel.ts';
import { channelTexts } from '../channels/texts.ts';
import { useSelf } from '../people/use-people.ts';
import css from './channel-pane.module.css';
import { timelineTexts } from './texts.ts';

/** Where the composer would be, for a channel that is closed. */
export function Archived({ channelId }: { channelId: ChannelId }) {
  const workspace = useWorkspace();
  const { is_restricted: isGuest } = useSelf();
  const opening = useSubmit(async () => {
    await reopenChannel(workspace, channelId);
    return undefined;
  });
  return (
    <div className={css.closed}>
      <span>{timelineTexts.archived}</span>
      {isGuest ? null : (
        <Button busy={opening.isBusy} onClick={() => void opening.submit()}>
          {channelTexts.reopen}
        </Button>
      )}
    </div>
  );
}
