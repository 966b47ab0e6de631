import { useStore } from '@nanostores/react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { $deleting } from './deleting.ts';
import { deletionsOf } from './deletions.ts';
import { wordsOf } from './fallback-text.ts';
import css from './delete-dialog.module.css';
import { MessageText } from './message-text.tsx';
import { actionTexts } from './action-texts.ts';

/** Asks about another’s message, and about one whose words were all taken out; one’s own needs no question. */
export function DeleteDialog() {
  const workspace = useWorkspace();
  const asked = useStore($deleting);
  if (asked === undefined) return null;
  const close = (): void => $deleting.set(undefined);
  const remove = (): void => {
    close();
    deletionsOf(workspace)?.hold(asked.channelId, asked.message.ts);
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
