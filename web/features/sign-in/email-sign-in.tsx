import { useState } from 'react';
import { callAccount } from '../../api/call.ts';
import { loadAccount } from '../../store/account.ts';
import { Act, Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { CodeStep } from './code-step.tsx';
import { gateForm, gateNote } from './gate.tsx';
import { signInProblem, signInTexts } from './texts.ts';

/** An address, then the code that was mailed to it, or a password. `onDone` comes once the account is there. */
export function EmailSignIn({ onDone, onStep }: EmailSignInProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [way, setWay] = useState<'code' | 'password'>('code');
  const [isSent, setSent] = useState(false);
  const form = useSubmit(async () => {
    if (email.trim() === '') return signInTexts.emailMissing;
    if (way === 'code') {
      const sent = await callAccount('account.requestCode', { email });
      if (!sent.ok) return signInProblem(sent.error);
      setSent(true);
      onStep?.({ sentTo: email.trim() });
      return undefined;
    }
    if (password === '') return signInTexts.passwordMissing;
    const signedIn = await callAccount('account.signIn', { email, password });
    if (!signedIn.ok) return signInProblem(signedIn.error);
    await loadAccount();
    onDone();
    return undefined;
  });
  if (isSent) {
    const again = (): void => {
      setSent(false);
      onStep?.(undefined);
    };
    return <CodeStep email={email.trim()} onDone={onDone} onOtherEmail={again} />;
  }
  const isPasswordWrong = way === 'password' && form.problem !== undefined;
  return (
    <form className={gateForm} onSubmit={form.onSubmit} noValidate>
      <Field
        big
        label={signInTexts.email}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        placeholder={signInTexts.emailHint}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={isPasswordWrong ? undefined : form.problem}
      />
      {way === 'password' ? (
        <Field
          big
          label={signInTexts.password}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={form.problem}
        />
      ) : null}
      <Button type="submit" look="main" big busy={form.isBusy}>
        {way === 'code' ? signInTexts.sendCode : signInTexts.signIn}
      </Button>
      <p className={gateNote}>
        <Act
          onClick={() => {
            form.setProblem(undefined);
            setWay(way === 'code' ? 'password' : 'code');
          }}
        >
          {way === 'code' ? signInTexts.usePassword : signInTexts.useCode}
        </Act>
      </p>
    </form>
  );
}
interface EmailSignInProps {
  readonly onDone: () => void;
  /** Where it stands, for the heading above it. */
  readonly onStep?: (step: { readonly sentTo: string } | undefined) => void;
}
