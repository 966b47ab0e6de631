import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { composerTexts } from './texts.ts';

/** Many people are about to be called: is that meant? */
export const EverybodyDialog = ({ count, onSend, onClose }: EverybodyDialogProps) => (
  <Dialog title={composerTexts.everybodyTitle(count)} onClose={onClose}>
    <div className={dialogBody()}>
      <p>{composerTexts.everybodyLede}</p>
      <DialogButtons>
        <Button onClick={onClose}>{composerTexts.everybodyBack}</Button>
        <Button look="main" data-autofocus onClick={onSend}>
          {composerTexts.everybodySend}
        </Button>
      </DialogButtons>
    </div>
  </Dialog>
);
interface EverybodyDialogProps {
  readonly count: number;
  readonly onSend: () => void;
  readonly onClose: () => void;
}
