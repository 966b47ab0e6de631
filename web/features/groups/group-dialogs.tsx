import { useStore } from '@nanostores/react';
import { useState } from 'react';
import type { User, Usergroup } from '../../../protocol/entities.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { PeoplePicker } from '../members/people-picker.tsx';
import { groupProblem, groupTexts as texts } from './texts.ts';

export type AskedGroup =
  { readonly kind: 'make' } | { readonly kind: 'change' | 'people'; readonly group: Usergroup };

const peopleMost = 1_000;

export const GroupDialog = ({ asked, ...rest }: GroupDialogProps) =>
  asked.kind === 'people' ? (
    <People group={asked.group} {...rest} />
  ) : (
    <Facts group={asked.kind === 'change' ? asked.group : undefined} {...rest} />
  );
interface Ends {
  readonly onDone: () => void;
  readonly onClose: () => void;
}
interface GroupDialogProps extends Ends {
  readonly asked: AskedGroup;
}

/** What it is called. Who is in a new one comes next. */
function Facts({ group, onDone, onClose }: Ends & { readonly group: Usergroup | undefined }) {
  const { call } = useWorkspace();
  const [name, setName] = useState(group?.name ?? '');
  const [handle, setHandle] = useState(group?.handle ?? '');
  const [description, setDescription] = useState(group?.description ?? '');
  const [made, setMade] = useState<Usergroup>();
  const form = useSubmit(async () => {
    const words = handle.trim().replace(/^@/, '');
    const facts = {
      name: name.trim(),
      description: description.trim(),
      ...(words === '' ? {} : { handle: words }),
    };
    const answer = await (group === undefined
      ? call('usergroups.create', facts)
      : call('usergroups.update', { usergroup: group.id, ...facts }));
    if (!answer.ok) return groupProblem(answer.error);
    if (group === undefined) setMade(answer.usergroup);
    else onDone();
    return undefined;
  });
  if (made !== undefined) return <People group={made} onDone={onDone} onClose={onDone} />;
  return (
    <Dialog
      title={group === undefined ? texts.make : texts.changeTitle(`@${group.handle}`)}
      onClose={onClose}
    >
      <form className={dialogBody()} onSubmit={form.onSubmit} noValidate>
        <Field
          label={texts.name}
          value={name}
          autoComplete="off"
          data-autofocus
          error={form.problem}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={texts.handle}
          lead="@"
          help={group === undefined ? texts.handleHelp : undefined}
          value={handle}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setHandle(event.target.value.toLowerCase())}
        />
        <Field
          label={texts.description}
          value={description}
          autoComplete="off"
          onChange={(event) => setDescription(event.target.value)}
        />
        <DialogButtons>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {texts.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function People({ group, onDone, onClose }: Ends & { readonly group: Usergroup }) {
  const { call, people } = useWorkspace();
  const all = useStore(people.$all);
  const [picked, setPicked] = useState<readonly User[]>(() =>
    all.filter(({ id }) => group.users?.includes(id) ?? false),
  );
  const form = useSubmit(async () => {
    if (picked.length === 0) return texts.nobody;
    const users = picked.map(({ id }) => id);
    const answer = await call('usergroups.users.update', { usergroup: group.id, users });
    if (!answer.ok) return groupProblem(answer.error);
    onDone();
    return undefined;
  });
  return (
    <Dialog title={texts.whoTitle(`@${group.handle}`)} onClose={onClose}>
      <form className={dialogBody()} onSubmit={form.onSubmit}>
        <PeoplePicker
          label={texts.people}
          picked={picked}
          onChange={setPicked}
          without={[]}
          max={peopleMost}
        />
        <p role="alert">{form.problem}</p>
        <DialogButtons>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" look="main" busy={form.isBusy}>
            {texts.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
