import type { ChannelId } from '../../../protocol/ids.ts';
import { closeLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.ts';
import { channelProblem } from '../channels/texts.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { menuTexts } from './menu-texts.ts';

/** Asked first: nobody in it can write any more. */
export function ArchiveChannel({ channelId }: { channelId: ChannelId }) {
  const { call } = useWorkspace();
  const name = useChannelName(channelId);
  const archive = async (): Promise<void> => {
    closeLayer();
    const done = await call('conversations.archive', { channel: channelId });
    if (!done.ok) toast(channelProblem(done.error));
  };
  return (
    <Dialog title={menuTexts.archiveTitle(name)} onClose={closeLayer}>
      <div className={dialogBody()}>
        <p>{menuTexts.archiveLede}</p>
        <DialogButtons>
          <Button onClick={closeLayer}>{menuTexts.keep}</Button>
          <Button look="danger" data-autofocus onClick={() => void archive()}>
            {menuTexts.archiveAct}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
