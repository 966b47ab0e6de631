import { useState } from 'react';
import { navigate } from '../../app/router.tsx';
import type { MethodOutput } from '../../../protocol/methods.ts';
import { callAccount } from '../../api/call.ts';
import { loadAccount } from '../../store/account.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { gateForm } from '../sign-in/gate.tsx';
import { acceptProblem, invitationTexts, isDead } from './texts.ts';

type Missing = 'email' | 'name' | 'password';

export function AcceptForm({ secret, invitation, onDead }: AcceptFormProps) {
  const [email, setEmail] = useState(invitation.email ?? '');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<Missing>('password');
  const form = useSubmit(async () => {
    const missing = missingOf({ email, name, password });
    if (missing !== undefined) {
      setWrong(missing.field);
      return missing.text;
    }
    const accepted = await callAccount('invitations.accept', { secret, email, real_name: name, password });
    if (!accepted.ok && isDead(accepted.error)) {
      onDead();
      return undefined;
    }
    if (!accepted.ok) {
      setWrong(
        accepted.error === 'invitation_for_other_email' || accepted.error === 'invalid_arguments'
          ? 'email'
          : 'password',
      );
      return acceptProblem(accepted.error);
    }
    await loadAccount();
    navigate(accepted.team === undefined ? '/new' : `/w/${accepted.team.id}`, { replace: true });
    return undefined;
  });
  const problemOf = (field: Missing): string | undefined => (wrong === field ? form.problem : undefined);
  return (
    <form className={gateForm} onSubmit={form.onSubmit} noValidate>
      <Field
        big
        autoFocus
        label={invitationTexts.name}
        placeholder={invitationTexts.nameHint}
        autoComplete="name"
        maxLength={80}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={problemOf('name')}
      />
      <Field
        big
        label={invitationTexts.email}
        type="email"
        autoComplete="username"
        placeholder={invitationTexts.emailHint}
        value={email}
        readOnly={invitation.email !== undefined}
        onChange={(event) => setEmail(event.target.value)}
        error={problemOf('email')}
      />
      <Field
        big
        label={invitationTexts.password}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        help={`${invitationTexts.passwordHelp} ${invitationTexts.haveAccount}`}
        error={problemOf('password')}
      />
      <Button type="submit" look="main" big busy={form.isBusy}>
        {invitation.team === undefined ? invitationTexts.setUp : invitationTexts.join(invitation.team.name)}
      </Button>
    </form>
  );
}
interface AcceptFormProps {
  readonly secret: string;
  readonly invitation: MethodOutput<'invitations.get'>;
  /** It was good when it was read, and is no longer. */
  readonly onDead: () => void;
}

function missingOf({ email, name, password }: Record<Missing, string>) {
  if (name.trim() === '') return { field: 'name' as const, text: invitationTexts.nameMissing };
  if (email.trim() === '') return { field: 'email' as const, text: invitationTexts.emailMissing };
  if (password === '') return { field: 'password' as const, text: invitationTexts.passwordMissing };
  return undefined;
}
