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
import type { Editing } from './editing.ts';
import { wordsOf } from './fallback-text.ts';
import { actionTexts, changeProblem } from './action-texts.ts';

/** The message as it was typed, in its own place. Enter saves, Esc leaves it as it was; emptied, it asks to delete. */
export function EditBox({ channelId, message, within }: EditBoxProps) {
  const { messages } = useWorkspace();
  const lookup = useLookup();
  const before = useMemo(() => fromWire(wordsOf(message), lookup), [message, lookup]);
  const [typed, setTyped] = useState(() => $editing.get()?.typed ?? before);
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
      if (!answer.ok) giveBack({ channelId, ts: message.ts, within, typed }, answer.error);
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
interface EditBoxProps {
  readonly channelId: ChannelId;
  readonly message: Message;
  readonly within: Editing['within'];
}

/** Not saved: the field comes back with the words, or is offered to somebody who edits another message by now. */
function giveBack(unsaved: Editing, error: string): void {
  const open = (): void => $editing.set(unsaved);
  const why = changeProblem(error);
  if (error === 'message_not_found') toast(why);
  else if ($editing.get() === undefined) {
    open();
    toast(why);
  } else toast(why, { label: actionTexts.editAgain, onSelect: open });
}
