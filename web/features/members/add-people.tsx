import { useStore } from '@nanostores/react';
import { useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { closeLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { channelProblem } from '../channels/texts.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { PeoplePicker } from './people-picker.tsx';
import { memberTexts } from './texts.ts';

/** Brings people of the workspace into a channel. */
export function AddPeople({ channelId }: { channelId: ChannelId }) {
  const { channels } = useWorkspace();
  const { members } = useStore(channels.details(channelId));
  const name = useChannelName(channelId);
  const [picked, setPicked] = useState<readonly User[]>([]);
  const form = useSubmit(async () => {
    if (picked.length === 0) return memberTexts.nobody;
    const added = await channels.invite(
      channelId,
      picked.map(({ id }) => id),
    );
    if (!added.ok) return channelProblem(added.error);
    closeLayer();
    toast(memberTexts.added);
    return undefined;
  });
  return (
    <Dialog title={memberTexts.addTitle(name)} onClose={closeLayer}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        <PeoplePicker picked={picked} onChange={setPicked} without={members ?? []} max={100} />
        <p role="alert">{form.problem}</p>
        <DialogButtons>
          <Button onClick={closeLayer}>{memberTexts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {memberTexts.addAct}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
