import { useState } from 'react';
import { decideChannelName } from '../../../domain/naming/channel-name.ts';
import { closeLayer } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { neatName } from './neat-name.ts';
import { channelProblem, channelTexts } from './texts.ts';

/** A name and who can find it. The name is put right while it is typed. */
export function CreateChannel({ name: given }: { name: string }) {
  const { teamId, channels } = useWorkspace();
  const [name, setName] = useState(neatName(given));
  const [reach, setReach] = useState<'public' | 'private'>('public');
  const form = useSubmit(async () => {
    const decided = decideChannelName(name.replace(/-+$/, ''));
    if (!decided.ok) return channelProblem(decided.error);
    const made = await channels.create(decided.name, { isPrivate: reach === 'private' });
    if (!made.ok) return channelProblem(made.error);
    closeLayer();
    visit({ teamId, channelId: made.channel.id });
    return undefined;
  });
  return (
    <Dialog title={channelTexts.createTitle} onClose={closeLayer}>
      <form className={dialogBody()} onSubmit={form.onSubmit} noValidate>
        <Field
          label={channelTexts.name}
          lead="#"
          placeholder={channelTexts.nameHint}
          help={channelTexts.nameHelp}
          value={name}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setName(neatName(event.target.value))}
          error={form.problem}
        />
        <Segments
          label={channelTexts.privacy}
          value={reach}
          onChange={setReach}
          options={[
            ['public', channelTexts.public],
            ['private', channelTexts.private],
          ]}
        />
        <DialogButtons>
          <Button onClick={closeLayer}>{channelTexts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {channelTexts.createTitle}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
