import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import form from '../settings/form.module.css';
import { CropDialog } from './crop-dialog.tsx';
import css from './photo.module.css';
import { bitmapOf, pictureTypes } from './read-picture.ts';
import { photoTexts } from './texts.ts';

interface Chosen {
  readonly bitmap: ImageBitmap;
  readonly isPhotograph: boolean;
}

/** A picture that is shown as a square: choose one, cut it, or take it away. `onSave` and `onRemove` answer what went wrong. */
export function PhotoField({ label, shown, help, onSave, onRemove }: PhotoFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const [problem, setProblem] = useState<string>();
  const removing = useSubmit(async () => onRemove?.());
  const choose = async (file: File | undefined): Promise<void> => {
    setProblem(undefined);
    if (file === undefined) return;
    const bitmap = await bitmapOf(file);
    if (bitmap === undefined) setProblem(photoTexts.unreadable);
    else setChosen({ bitmap, isPhotograph: file.type === 'image/jpeg' });
  };
  return (
    <div className={css.field} role="group" aria-label={label}>
      {shown}
      <div className={css.beside}>
        <p className={css.help}>{help}</p>
        <div className={form.acts}>
          <input
            ref={input}
            type="file"
            hidden
            accept={pictureTypes}
            aria-label={label}
            onChange={(event) => {
              const { target } = event;
              void choose(target.files?.[0]);
              // The same one may be chosen again.
              target.value = '';
            }}
          />
          <Button onClick={() => input.current?.click()}>
            {onRemove === undefined ? photoTexts.choose : photoTexts.another}
          </Button>
          {onRemove === undefined ? null : (
            <Button look="quiet" busy={removing.isBusy} onClick={() => void removing.submit()}>
              {photoTexts.remove}
            </Button>
          )}
        </div>
        <p className={form.problem} role="alert">
          {problem ?? removing.problem}
        </p>
      </div>
      {chosen === undefined ? null : (
        <CropDialog {...chosen} title={label} onSave={onSave} onClose={() => setChosen(undefined)} />
      )}
    </div>
  );
}
interface PhotoFieldProps {
  readonly label: string;
  /** As it is now. */
  readonly shown: ReactNode;
  readonly help: string;
  readonly onSave: (dataUrl: string) => Promise<string | undefined>;
  /** Undefined where there is none. */
  readonly onRemove: (() => Promise<string | undefined>) | undefined;
}
