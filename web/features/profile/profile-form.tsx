import { useState } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { useSelf } from '../people/use-people.ts';
import form from '../settings/form.module.css';
import { profileProblem, profileTexts } from './texts.ts';

/** As users.profile.set calls them, with how long each may be. */
const fields = [
  { name: 'real_name', lengthMax: 50, isRequired: true, autoComplete: 'name' },
  { name: 'display_name', lengthMax: 80, isRequired: false, autoComplete: 'nickname' },
  { name: 'title', lengthMax: 100, isRequired: false, autoComplete: 'organization-title' },
  { name: 'pronouns', lengthMax: 50, isRequired: false, autoComplete: 'off' },
  { name: 'phone', lengthMax: 50, isRequired: false, autoComplete: 'tel' },
] as const;
type FieldName = (typeof fields)[number]['name'];
type Values = Readonly<Record<FieldName | 'tz', string>>;

const valuesOf = ({ profile, tz }: User): Values => ({
  real_name: profile.real_name,
  display_name: profile.display_name,
  title: profile.title,
  pronouns: profile.pronouns ?? '',
  phone: profile.phone,
  tz,
});

/** Who one is to the others. Only what was changed is sent, so that two tabs do not undo each other. */
export function ProfileForm() {
  const { call } = useWorkspace();
  const self = useSelf();
  const [changed, setChanged] = useState<Partial<Values>>({});
  const values = { ...valuesOf(self), ...changed };
  const save = useSubmit(async () => {
    const answer = await call('users.profile.set', { profile: changed });
    if (!answer.ok) return profileProblem(answer.error);
    setChanged({});
    toast(profileTexts.saved);
    return undefined;
  });
  const set = (name: keyof Values, value: string): void => setChanged({ ...changed, [name]: value });
  return (
    <form className={form.form} onSubmit={save.onSubmit}>
      {fields.map(({ name, lengthMax, isRequired, autoComplete }) => (
        <Field
          key={name}
          label={profileTexts.fields[name]}
          help={profileTexts.helps[name]}
          value={values[name]}
          maxLength={lengthMax}
          required={isRequired}
          autoComplete={autoComplete}
          type={name === 'phone' ? 'tel' : 'text'}
          onChange={(event) => set(name, event.target.value)}
        />
      ))}
      <Choice
        label={profileTexts.timeZone}
        help={profileTexts.timeZoneHelp}
        value={values.tz}
        onChange={(event) => set('tz', event.target.value)}
      >
        {zonesWith(self.tz).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Choice>
      <p className={form.problem} role="alert">
        {save.problem}
      </p>
      <div className={form.acts}>
        <Button
          type="submit"
          look="main"
          busy={save.isBusy}
          disabled={Object.keys(changed).length === 0 && !save.isBusy}
        >
          {profileTexts.save}
        </Button>
      </div>
    </form>
  );
}

/** One’s own, even where this browser has another name for it. */
function zonesWith(own: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes(own) || own === '' ? zones : [own, ...zones];
}
