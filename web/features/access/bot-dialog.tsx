import { useState } from 'react';
import type { BotId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { accessProblem, accessTexts } from './texts.ts';
import { TokenDialog } from './token-dialog.tsx';

/** Makes a bot, and goes on to its first token: without one it is mute. */
export function BotDialog({ onClose }: { onClose: () => void }) {
  const { call } = useWorkspace();
  const [name, setName] = useState('');
  const [bot, setBot] = useState<{ readonly id: BotId; readonly name: string }>();
  const form = useSubmit(async () => {
    const answer = await call('bots.create', { name: name.trim() });
    if (!answer.ok) return accessProblem(answer.error);
    setBot(answer.bot);
    return undefined;
  });
  if (bot !== undefined) return <TokenDialog bot={bot} onMade={nothing} onClose={onClose} />;
  return (
    <Dialog title={accessTexts.newBot} onClose={onClose}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        <Field
          label={accessTexts.botName}
          placeholder={accessTexts.botNameHint}
          value={name}
          maxLength={80}
          required
          autoComplete="off"
          data-autofocus
          error={form.problem}
          onChange={(event) => setName(event.target.value)}
        />
        <DialogButtons>
          <Button onClick={onClose}>{accessTexts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {accessTexts.makeBot}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

const nothing = (): void => undefined;
