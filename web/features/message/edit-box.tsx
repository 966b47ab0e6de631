import { useMemo, useState } from 'react';
import type { Message } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import { fromWire } from '../composer/from-wire.ts';
import { useLookup } from '../composer/lookup.ts';
import { toWire } from '../composer/to-wire.ts';
import { retype } from '../composer/typed.ts';
import { WordsField } from '../composer/words-field.tsx';
import { $deleting } from './deleting.ts';
import css from './edit-box.module.css';
import { $editing } from './editing.ts';
import { wordsOf } from './fallback-text.ts';
import { actionTexts, changeProblem } from './action-texts.ts';

/** The message as it was typed, in its own place. Enter saves, Esc leaves it as it was; emptied, it asks to delete. */
export function EditBox({ channelId, message }: { channelId: ChannelId; message: Message }) {
  const { messages } = useWorkspace();
  const lookup = useLookup();
  const before = useMemo(() => fromWire(wordsOf(message), lookup), [message, lookup]);
  const [typed, setTyped] = useState(before);
  const { words } = typed;
  const close = (): void => {
    // Back to where one writes in this pane, not to this box, which is about to go.
    const pane = document.activeElement?.closest('[data-pane]') ?? document.querySelector('main');
    $editing.set(undefined);
    pane?.querySelector<HTMLElement>('textarea[data-pane-focus]')?.focus({ preventScroll: true });
  };
  const save = (): void => {
    close();
    if (words.trim() === '') {
      $deleting.set({ channelId, message });
      return;
    }
    if (words === before.words) return;
    void messages.edit(channelId, message.ts, toWire(typed, lookup)).then((answer) => {
      if (!answer.ok) toast(changeProblem(answer.error));
    });
  };
  return (
    <div className={css.box}>
      <WordsField
        channelId={channelId}
        label={actionTexts.editLabel}
        value={words}
        onChange={(next) => setTyped((last) => retype(last, next))}
        onSend={save}
        onEscape={close}
        autoFocus
      />
      <div className={css.foot}>
        <Button onClick={close}>{actionTexts.cancel}</Button>
        <Button look="main" onClick={save}>
          {actionTexts.save}
        </Button>
      </div>
    </div>
  );
}
