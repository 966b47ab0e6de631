import { useState } from 'react';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Dialog, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import css from '../settings/form.module.css';
import { Confirm } from '../settings/confirm.tsx';
import { AddDialog } from './add-dialog.tsx';
import { bare, Buttons, NameField } from './emoji-fields.tsx';
import { emojiAdminTexts as texts, emojiProblem } from './texts.ts';

export type AskedEmoji =
  | { readonly kind: 'add' }
  | { readonly kind: 'alias'; readonly of: string }
  | { readonly kind: 'rename' | 'remove'; readonly name: string };

export function EmojiDialog({ asked, onClose }: { asked: AskedEmoji; onClose: () => void }) {
  switch (asked.kind) {
    case 'add':
      return <AddDialog onClose={onClose} />;
    case 'alias':
      return <AliasDialog of={asked.of} onClose={onClose} />;
    case 'rename':
      return <RenameDialog name={asked.name} onClose={onClose} />;
    case 'remove':
      return <RemoveDialog name={asked.name} onClose={onClose} />;
  }
}

function AliasDialog({ of, onClose }: { of: string; onClose: () => void }) {
  const { call } = useWorkspace();
  const [name, setName] = useState('');
  const [aliasFor, setAliasFor] = useState(of);
  const form = useSubmit(async () => {
    const answer = await call('admin.emoji.addAlias', { name, alias_for: aliasFor });
    if (!answer.ok) return emojiProblem(answer.error);
    toast(texts.added(bare(name)));
    onClose();
    return undefined;
  });
  return (
    <Dialog title={texts.addAlias} onClose={onClose}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        <NameField value={name} onChange={setName} isFirst />
        <Field
          label={texts.aliasFor}
          help={texts.aliasHelp}
          value={aliasFor}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setAliasFor(event.target.value)}
        />
        <p className={css.problem} role="alert">
          {form.problem}
        </p>
        <Buttons isBusy={form.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function RenameDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { call } = useWorkspace();
  const [next, setNext] = useState(name);
  const form = useSubmit(async () => {
    if (bare(next) !== name) {
      const answer = await call('admin.emoji.rename', { name, new_name: next });
      if (!answer.ok) return emojiProblem(answer.error);
      toast(texts.renamed(bare(next)));
    }
    onClose();
    return undefined;
  });
  return (
    <Dialog title={texts.renameTitle(name)} onClose={onClose}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        <NameField value={next} onChange={setNext} error={form.problem} isFirst />
        <Buttons isBusy={form.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function RemoveDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { call } = useWorkspace();
  const remove = async (): Promise<string | undefined> => {
    const answer = await call('admin.emoji.remove', { name });
    // Another hand was faster.
    if (!answer.ok && answer.error !== 'emoji_not_found') return emojiProblem(answer.error);
    toast(texts.removed);
    return undefined;
  };
  return (
    <Confirm
      danger
      title={texts.removeTitle(name)}
      yes={texts.remove}
      no={texts.cancel}
      onYes={remove}
      onClose={onClose}
    >
      <p>{texts.removeLede}</p>
    </Confirm>
  );
}
