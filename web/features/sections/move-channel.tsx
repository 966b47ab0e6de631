import { useStore } from '@nanostores/react';
import { nanoid } from 'nanoid';
import { useState } from 'react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { closeLayer } from '../../app/layers.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { wish } from '../preferences/wish.ts';
import css from './sections.module.css';
import { sectionOf, withChannelIn, withSection } from './arrange.ts';
import { sectionTexts as texts } from './texts.ts';

const anew = ':new';

/** Which of one's own sections a channel stands in; a new one is made on the way. */
export function MoveChannel({ channelId }: { channelId: ChannelId }) {
  const workspace = useWorkspace();
  const { sections = [] } = useStore(workspace.$wishes);
  const name = useChannelName(channelId);
  const [picked, setPicked] = useState(
    sectionOf(sections, channelId)?.id ?? (sections.length === 0 ? anew : ''),
  );
  const [title, setTitle] = useState('');
  const form = useSubmit(async () => {
    if (picked === anew && title.trim() === '') return texts.needsName;
    const id = picked === anew ? nanoid(12) : picked;
    const all = picked === anew ? withSection(sections, { id, name: title }) : sections;
    const problem = await wish(workspace, { sections: withChannelIn(all, channelId, id) });
    if (problem === undefined) closeLayer();
    return problem;
  });
  return (
    <Dialog title={texts.moveTitle(name)} onClose={closeLayer}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        <Choice
          label={texts.section}
          value={picked}
          data-autofocus
          onChange={(event) => setPicked(event.target.value)}
        >
          <option value="">{texts.usual}</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {section.name}
            </option>
          ))}
          <option value={anew}>{texts.another}</option>
        </Choice>
        {picked === anew ? (
          <Field
            label={texts.name}
            placeholder={texts.nameHint}
            value={title}
            maxLength={80}
            autoComplete="off"
            error={form.problem}
            onChange={(event) => setTitle(event.target.value)}
          />
        ) : (
          <p className={css.problem} role="alert">
            {form.problem}
          </p>
        )}
        <DialogButtons>
          <Button onClick={closeLayer}>{texts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {texts.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
