import { useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { directPeopleMax } from '../../../protocol/limits.ts';
import { closeLayer } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { channelProblem } from '../channels/texts.ts';
import { PeoplePicker } from './people-picker.tsx';
import { memberTexts } from './texts.ts';

/** A direct channel with one, or a group. */
export function NewMessage() {
  const { teamId, channels } = useWorkspace();
  const [picked, setPicked] = useState<readonly User[]>([]);
  const form = useSubmit(async () => {
    if (picked.length === 0) return memberTexts.nobody;
    const opened = await channels.openDirect(picked.map(({ id }) => id));
    if (!opened.ok) return channelProblem(opened.error);
    closeLayer();
    visit({ teamId, channelId: opened.channel.id });
    return undefined;
  });
  return (
    <Dialog title={memberTexts.newTitle} onClose={closeLayer}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        <PeoplePicker picked={picked} onChange={setPicked} without={[]} max={directPeopleMax - 1} />
        <p role="alert">{form.problem}</p>
        <DialogButtons>
          <Button onClick={closeLayer}>{memberTexts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {memberTexts.newAct}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
