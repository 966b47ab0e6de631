import { useStore } from '@nanostores/react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { sayChannelProblem } from '../channels/say-problem.ts';
import css from './channel-pane.module.css';
import { timelineTexts } from './texts.ts';

/** Where the composer would be, for a channel that one looks at without being in it. */
export function Outside({ channelId }: { channelId: ChannelId }) {
  const { channels } = useWorkspace();
  const name = useStore(channels.details(channelId)).channel?.name;
  const joining = useSubmit(async () => {
    const joined = await channels.join(channelId);
    if (!joined.ok) await sayChannelProblem(joined.error);
    return undefined;
  });
  if (name === undefined) return null;
  return (
    <div className={css.outside}>
      <span>{timelineTexts.notMember(`#${name}`)}</span>
      <Button look="main" busy={joining.isBusy} onClick={() => void joining.submit()}>
        {timelineTexts.join}
      </Button>
    </div>
  );
}
