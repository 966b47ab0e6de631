import type { ChannelId } from '../../../protocol/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { useReach } from './everybody.ts';

const texts = {
  title: (count: number | undefined) =>
    count === undefined ? 'Call everybody in the channel?' : `Call ${count} people?`,
  lede: 'All of them are told about this message.',
  send: 'Send it',
  back: 'Change it',
} as const;

/** Many people are about to be called: is that meant? */
export const EverybodyDialog = ({ channelId, onSend, onClose }: EverybodyDialogProps) => (
  <Dialog title={texts.title(useReach(channelId))} onClose={onClose}>
    <div className={dialogBody()}>
      <p>{texts.lede}</p>
      <DialogButtons>
        <Button onClick={onClose}>{texts.back}</Button>
        <Button look="main" data-autofocus onClick={onSend}>
          {texts.send}
        </Button>
      </DialogButtons>
    </div>
  </Dialog>
);
interface EverybodyDialogProps {
  readonly channelId: ChannelId;
  readonly onSend: () => void;
  readonly onClose: () => void;
}
