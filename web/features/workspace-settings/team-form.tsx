import { useState } from 'react';
import type { Team } from '../../../protocol/entities.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { PhotoField } from '../photo/photo-field.tsx';
import { photoProblem } from '../photo/texts.ts';
import form from '../settings/form.module.css';
import { commonProblem } from '../settings/texts.ts';
import { workspaceSettingsTexts as texts } from './texts.ts';

/** For those who run the workspace: everybody has the new name and picture at once. */
export function TeamForm({ team }: { team: Team }) {
  const { call } = useWorkspace();
  const [changed, setChanged] = useState<string>();
  const name = changed ?? team.name;
  const rename = useSubmit(async () => {
    if (name.trim() === '') return texts.emptyName;
    const answer = await call('workspaces.setName', { name });
    if (!answer.ok) return commonProblem(answer.error);
    setChanged(undefined);
    toast(texts.renamed);
    return undefined;
  });
  const { image_default: isDefault, image_132: image } = team.icon;
  return (
    <>
      <PhotoField
        label={texts.icon}
        help={texts.iconHelp}
        shown={<Avatar id={team.id} name={team.name} image={image} size={72} />}
        onSave={async (picture) => {
          const answer = await call('workspaces.setIcon', { image: picture });
          if (!answer.ok) return photoProblem(answer.error);
          toast(texts.iconSaved);
          return undefined;
        }}
        onRemove={
          isDefault
            ? undefined
            : async () => {
                const answer = await call('workspaces.deleteIcon', {});
                return answer.ok ? undefined : photoProblem(answer.error);
              }
        }
      />
      <form className={form.form} onSubmit={rename.onSubmit}>
        <Field
          label={texts.name}
          value={name}
          maxLength={80}
          autoComplete="off"
          error={rename.problem}
          onChange={(event) => setChanged(event.target.value)}
        />
        <div className={form.acts}>
          <Button
            type="submit"
            look="main"
            busy={rename.isBusy}
            disabled={name.trim() === team.name && !rename.isBusy}
          >
            {texts.rename}
          </Button>
        </div>
      </form>
    </>
  );
}
