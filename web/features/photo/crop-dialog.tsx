import { useEffect, useId, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import form from '../settings/form.module.css';
import css from './photo.module.css';
import { drawn } from './read-picture.ts';
import { dragged, squareOf, wholeView } from './square.ts';
import type { View } from './square.ts';
import { photoTexts } from './texts.ts';

/** Device pixels of the window in which it is seen. */
const previewSide = 480;
/** As PNG a larger one may be longer than a call takes. */
const sideMax = { photograph: 1024, drawing: 512 };

/** The square that is kept: by the pointer, or by three sliders. */
export function CropDialog({ bitmap, isPhotograph, title, onSave, onClose }: CropDialogProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [view, setView] = useState<View>(wholeView);
  const square = squareOf(bitmap, view);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, previewSide, previewSide);
    pen.imageSmoothingQuality = 'high';
    const { left, top, side } = squareOf(bitmap, view);
    pen.drawImage(bitmap, left, top, side, side, 0, 0, previewSide, previewSide);
  }, [bitmap, view]);
  const save = useSubmit(async () => {
    const { left, top, side: width } = square;
    const most = isPhotograph ? sideMax.photograph : sideMax.drawing;
    const side = Math.max(1, Math.min(most, Math.round(width)));
    const problem = await onSave(
      drawn(bitmap, { left, top, width, height: width }, { width: side, height: side }, isPhotograph),
    );
    if (problem === undefined) onClose();
    return problem;
  });
  const drag = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { clientWidth: seen } = event.currentTarget;
    setView((before) => dragged(bitmap, before, event.movementX / seen, event.movementY / seen));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={dialogBody()} onSubmit={save.onSubmit}>
        <canvas
          ref={canvas}
          className={css.preview}
          width={previewSide}
          height={previewSide}
          role="img"
          aria-label={photoTexts.preview}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
        />
        <Slider
          label={photoTexts.zoom}
          value={view.zoom}
          least={1}
          most={4}
          onChange={(zoom) => setView({ ...view, zoom })}
        />
        {square.side < bitmap.width ? (
          <Slider
            label={photoTexts.across}
            value={view.across}
            onChange={(across) => setView({ ...view, across })}
          />
        ) : null}
        {square.side < bitmap.height ? (
          <Slider label={photoTexts.down} value={view.down} onChange={(down) => setView({ ...view, down })} />
        ) : null}
        <p className={form.problem} role="alert">
          {save.problem}
        </p>
        <DialogButtons>
          <Button onClick={onClose}>{photoTexts.cancel}</Button>
          <Button type="submit" look="main" busy={save.isBusy} data-autofocus>
            {photoTexts.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
interface CropDialogProps {
  readonly bitmap: ImageBitmap;
  readonly isPhotograph: boolean;
  readonly title: string;
  readonly onSave: (dataUrl: string) => Promise<string | undefined>;
  readonly onClose: () => void;
}

function Slider({ label, value, least = 0, most = 1, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className={css.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={0.01}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  readonly onChange: (value: number) => void;
}
