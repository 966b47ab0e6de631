import { useStore } from '@nanostores/react';
import { useEffect, useState } from 'react';
import { Link, navigate } from '../../app/router.tsx';
import { callAccount } from '../../api/call.ts';
import { $account, loadAccount } from '../../store/account.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { EmailSignIn } from '../sign-in/email-sign-in.tsx';
import { Gate, gateForm, gateNote } from '../sign-in/gate.tsx';
import { signInTexts } from '../sign-in/texts.ts';
import { signUpProblem, signUpTexts } from './texts.ts';

/** An address that is proved, then two names: from here to the first message it takes less than a minute. */
export function NewWorkspacePage() {
  const account = useStore($account);
  const [step, setStep] = useState<{ readonly sentTo: string }>();
  useEffect(() => {
    if (account.state === 'unknown') void loadAccount();
  }, [account.state]);
  if (account.state === 'unknown') return null;
  if (account.state === 'signed_in') return <NameStep />;
  return (
    <Gate
      title={step ? signInTexts.codeTitle : signUpTexts.title}
      lede={step ? signInTexts.codeLede(step.sentTo) : signUpTexts.lede}
    >
      <EmailSignIn onStep={setStep} onDone={() => setStep(undefined)} />
      {step ? null : (
        <p className={gateNote} style={{ marginTop: 'var(--s4)' }}>
          {signUpTexts.have} <Link href="/sign-in">{signUpTexts.signIn}</Link>
        </p>
      )}
    </Gate>
  );
}

function NameStep() {
  const [name, setName] = useState('');
  const [realName, setRealName] = useState('');
  const form = useSubmit(async () => {
    if (name.trim() === '') return signUpTexts.workspaceMissing;
    if (realName.trim() === '') return signUpTexts.nameMissing;
    const made = await callAccount('workspaces.create', { name, real_name: realName });
    if (!made.ok) return signUpProblem(made.error);
    await loadAccount();
    navigate(`/w/${made.team.id}`, { replace: true });
    return undefined;
  });
  const isName = form.problem === signUpTexts.nameMissing;
  return (
    <Gate title={signUpTexts.nameTitle} lede={signUpTexts.nameLede}>
      <form className={gateForm} onSubmit={form.onSubmit} noValidate>
        <Field
          big
          autoFocus
          label={signUpTexts.workspace}
          placeholder={signUpTexts.workspaceHint}
          autoComplete="organization"
          maxLength={80}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={isName ? undefined : form.problem}
        />
        <Field
          big
          label={signUpTexts.yourName}
          placeholder={signUpTexts.yourNameHint}
          autoComplete="name"
          maxLength={80}
          dir="auto"
          value={realName}
          onChange={(event) => setRealName(event.target.value)}
          error={isName ? form.problem : undefined}
        />
        <Button type="submit" look="main" big busy={form.isBusy}>
          {signUpTexts.create}
        </Button>
      </form>
    </Gate>
  );
}
