import { useRef, useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, dialogBody } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { bitmapOf, dataUrlOf, drawn, pictureTypes } from '../photo/read-picture.ts';
import form from '../settings/form.module.css';
import { bare, Buttons, NameField } from './emoji-fields.tsx';
import css from './emoji-admin.module.css';
import { emojiAdminTexts as texts, emojiProblem } from './texts.ts';

const sideMax = 128;

/** A picture and a name; the file's own is proposed. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const { call } = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const save = useSubmit(async () => {
    const answer = await call('admin.emoji.add', { name, url });
    if (!answer.ok) return emojiProblem(answer.error);
    toast(texts.added(bare(name)));
    onClose();
    return undefined;
  });
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const made = await pictureOf(file);
    save.setProblem(made === undefined ? emojiProblem('error_bad_format') : undefined);
    if (made === undefined) return;
    setUrl(made);
    if (name === '') setName(nameFrom(file.name));
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <form className={dialogBody()} onSubmit={save.onSubmit}>
        <div className={css.chooser}>
          <span className={css.sample}>{url === '' ? null : <img src={url} alt="" />}</span>
          <div className={css.beside}>
            <input
              ref={input}
              type="file"
              hidden
              accept={pictureTypes}
              aria-label={texts.picture}
              onChange={(event) => void choose(event.target.files?.[0])}
            />
            <Button data-autofocus onClick={() => input.current?.click()}>
              {texts.choose}
            </Button>
            <p className={css.help}>{texts.pictureHelp}</p>
          </div>
        </div>
        <NameField value={name} onChange={setName} />
        <p className={form.problem} role="alert">
          {save.problem}
        </p>
        <Buttons isBusy={save.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** What moves goes as it is; a still picture is made as small as it is ever shown. */
async function pictureOf(file: File): Promise<string | undefined> {
  const bitmap = await bitmapOf(file);
  if (bitmap === undefined) return undefined;
  const { width, height } = bitmap;
  if (file.type === 'image/gif' || Math.max(width, height) <= sideMax) return dataUrlOf(file);
  const scale = sideMax / Math.max(width, height);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  return drawn(bitmap, { left: 0, top: 0, width, height }, size, false);
}

const nameFrom = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
