import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { decideChannelName } from '../../../domain/naming/channel-name.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { closeLayer } from '../../app/layers.ts';
import type { ChannelChange } from '../../app/layers.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { leavePlace } from '../channels/leave-place.ts';
import { neatName } from '../channels/neat-name.ts';
import { channelProblem, channelTexts } from '../channels/texts.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { Confirm } from '../settings/confirm.tsx';
import { changeTexts } from './menu-texts.ts';

/** Its name, its description, who sees it, and its end. What comes of it is said before. */
export function ChangeChannel({ channelId, change }: { channelId: ChannelId; change: ChannelChange }) {
  switch (change) {
    case 'rename':
      return <Rename channelId={channelId} />;
    case 'describe':
      return <Describe channelId={channelId} />;
    case 'private':
    case 'public':
    case 'delete':
      return <Manage channelId={channelId} change={change} />;
  }
}

function Rename({ channelId }: { channelId: ChannelId }) {
  const { call } = useWorkspace();
  const before = useChannelName(channelId);
  const [name, setName] = useState(before.replace(/^#/, ''));
  const form = useSubmit(async () => {
    const decided = decideChannelName(name.replace(/-+$/, ''));
    if (!decided.ok) return channelProblem(decided.error);
    const renamed = await call('conversations.rename', { channel: channelId, name: decided.name });
    if (!renamed.ok) return channelProblem(renamed.error);
    closeLayer();
    return undefined;
  });
  return (
    <Dialog title={changeTexts.renameTitle(before)} onClose={closeLayer}>
      <form className={dialogBody()} onSubmit={form.onSubmit} noValidate>
        <Field
          label={channelTexts.name}
          lead="#"
          help={channelTexts.nameHelp}
          value={name}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setName(neatName(event.target.value))}
          error={form.problem}
        />
        <DialogButtons>
          <Button onClick={closeLayer}>{channelTexts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {changeTexts.renameAct}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function Describe({ channelId }: { channelId: ChannelId }) {
  const { call, channels } = useWorkspace();
  const name = useChannelName(channelId);
  const { channel } = useStore(channels.details(channelId));
  const [words, setWords] = useState<string>();
  const purpose = words ?? channel?.purpose?.value ?? '';
  const form = useSubmit(async () => {
    const set = await call('conversations.setPurpose', { channel: channelId, purpose: purpose.trim() });
    if (!set.ok) return channelProblem(set.error);
    closeLayer();
    return undefined;
  });
  return (
    <Dialog title={changeTexts.describeTitle(name)} onClose={closeLayer}>
      <form className={dialogBody()} onSubmit={form.onSubmit} noValidate>
        <Field
          label={changeTexts.purpose}
          help={changeTexts.purposeHelp}
          value={purpose}
          maxLength={250}
          data-autofocus
          onChange={(event) => setWords(event.target.value)}
          error={form.problem}
        />
        <DialogButtons>
          <Button onClick={closeLayer}>{channelTexts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy} disabled={channel === undefined}>
            {changeTexts.describeAct}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

const methods = {
  private: 'admin.conversations.convertToPrivate',
  public: 'admin.conversations.convertToPublic',
  delete: 'admin.conversations.delete',
} as const;

function Manage({ channelId, change }: { channelId: ChannelId; change: keyof typeof methods }) {
  const workspace = useWorkspace();
  const isPhone = useIsPhone();
  // It is gone before the dialog is.
  const [name] = useState(useChannelName(channelId));
  const manage = async (): Promise<string | undefined> => {
    const done = await workspace.call(methods[change], { channel_id: channelId });
    if (!done.ok) return channelProblem(done.error);
    if (change === 'delete') leavePlace(workspace, channelId, isPhone);
    return undefined;
  };
  const { title, lede, act } = changeTexts[change];
  return (
    <Confirm
      title={title(name)}
      yes={act}
      no={channelTexts.cancel}
      danger={change !== 'private'}
      onYes={manage}
      onClose={closeLayer}
    >
      <p>{lede}</p>
    </Confirm>
  );
}
