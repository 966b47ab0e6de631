import { useStore } from '@nanostores/react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.ts';
import { $deleting } from './deleting.ts';
import { wordsOf } from './fallback-text.ts';
import css from './delete-dialog.module.css';
import { MessageText } from './message-text.tsx';
import { actionTexts, changeProblem } from './action-texts.ts';

export function DeleteDialog() {
  const { messages } = useWorkspace();
  const asked = useStore($deleting);
  if (asked === undefined) return null;
  const close = (): void => $deleting.set(undefined);
  const remove = (): void => {
    close();
    void messages.remove(asked.channelId, asked.message.ts).then((answer) => {
      if (!answer.ok && answer.error !== 'message_not_found') toast(changeProblem(answer.error));
    });
  };
  return (
    <Dialog title={actionTexts.deleteTitle} onClose={close}>
      <div className={dialogBody()}>
        <p>{actionTexts.deleteLede}</p>
        <div className={css.quote}>
          <MessageText text={wordsOf(asked.message).slice(0, 300)} />
        </div>
        <DialogButtons>
          <Button onClick={close}>{actionTexts.keep}</Button>
          <Button look="danger" data-autofocus onClick={remove}>
            {actionTexts.delete}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
