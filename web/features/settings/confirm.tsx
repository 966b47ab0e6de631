import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import css from './settings.module.css';

/** Asks before what is hard to take back. `onYes` answers what went wrong, in words, or nothing. */
export function Confirm({ title, yes, no, danger = false, onYes, onClose, children }: ConfirmProps) {
  const form = useSubmit(async () => {
    const problem = await onYes();
    if (problem === undefined) onClose();
    return problem;
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        {children}
        <p className={css.problem} role="alert">
          {form.problem}
        </p>
        <DialogButtons>
          <Button onClick={onClose} data-autofocus={danger || undefined}>
            {no}
          </Button>
          <Button
            type="submit"
            look={danger ? 'danger' : 'main'}
            busy={form.isBusy}
            data-autofocus={danger ? undefined : true}
          >
            {yes}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
interface ConfirmProps {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly danger?: boolean;
  readonly onYes: () => Promise<string | undefined>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
