import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { scheduleProblem, scheduleTexts } from './texts.ts';

/** A day and a time of one's own, in one's own time zone. */
export function TimeDialog({ title, fromMs, onPick, onClose }: TimeDialogProps) {
  const [value, setValue] = useState(() => localValue(fromMs));
  const [error, setError] = useState<string>();
  const pick = (): void => {
    const atMs = new Date(value).getTime();
    if (Number.isNaN(atMs)) setError(scheduleProblem('invalid_time'));
    else if (atMs <= Date.now()) setError(scheduleProblem('time_in_past'));
    else onPick(Math.floor(atMs / 1_000));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={dialogBody()}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          pick();
        }}
      >
        <Field
          data-autofocus
          label={scheduleTexts.when}
          type="datetime-local"
          min={localValue(Date.now())}
          value={value}
          error={error}
          onChange={(event) => {
            setValue(event.target.value);
            setError(undefined);
          }}
        />
        <DialogButtons>
          <Button onClick={onClose}>{scheduleTexts.cancel}</Button>
          <Button look="main" type="submit">
            {scheduleTexts.schedule}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
interface TimeDialogProps {
  readonly title: string;
  readonly fromMs: number;
  /** In seconds since 1970. */
  readonly onPick: (postAt: number) => void;
  readonly onClose: () => void;
}

/** `2026-11-24T09:00`, as the field wants it. */
export const localValue = (ms: number): string => {
  const date = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
};
