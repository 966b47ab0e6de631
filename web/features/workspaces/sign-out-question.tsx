import { useStore } from '@nanostores/react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { $leaving } from './leaving.ts';
import { workspaceTexts as texts } from './texts.ts';

/** Before messages that were never sent go with the rest of what lies on this device. */
export function SignOutQuestion() {
  const leaving = useStore($leaving);
  if (leaving === undefined) return null;
  const { everywhere, unsent } = leaving;
  const stay = (): void => $leaving.set(undefined);
  const leave = async (): Promise<void> => {
    stay();
    const { leaveNow } = await import('./sign-out.ts');
    await leaveNow(everywhere);
  };
  const total = unsent.reduce((sum, { count }) => sum + count, 0);
  return (
    <Dialog title={texts.unsentTitle(total)} onClose={stay}>
      <div className={dialogBody()}>
        <p>{texts.unsentLede}</p>
        <ul aria-label={texts.unsentList}>
          {unsent.map(({ name, count }) => (
            <li key={name}>
              <bdi>{name}</bdi>: {texts.unsent(count)}
            </li>
          ))}
        </ul>
        <DialogButtons>
          <Button look="danger" onClick={() => void leave()}>
            {texts.signOutAnyway}
          </Button>
          <Button look="main" data-autofocus onClick={stay}>
            {texts.stay}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
