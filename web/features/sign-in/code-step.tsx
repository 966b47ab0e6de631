import { useState } from 'react';
import { callAccount } from '../../api/call.ts';
import { loadAccount } from '../../store/account.ts';
import { Act, Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { gateCode, gateForm, gateNote } from './gate.tsx';
import { signInProblem, signInTexts } from './texts.ts';

const isLoopback = ['localhost', '127.0.0.1'].includes(location.hostname);

export function CodeStep({ email, onDone, onOtherEmail }: CodeStepProps) {
  const [code, setCode] = useState('');
  const form = useSubmit(async () => {
    if (code.trim() === '') return signInTexts.codeMissing;
    const signedIn = await callAccount('account.signIn', { email, code });
    if (!signedIn.ok) return signInProblem(signedIn.error);
    await loadAccount();
    onDone();
    return undefined;
  });
  const sendAgain = async (): Promise<void> => {
    const sent = await callAccount('account.requestCode', { email });
    if (sent.ok) toast(signInTexts.sentAgain);
    else form.setProblem(signInProblem(sent.error));
  };
  return (
    <form className={gateForm} onSubmit={form.onSubmit} noValidate>
      <Field
        big
        className={gateCode}
        label={signInTexts.code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maxLength={12}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={form.problem}
        help={isLoopback ? signInTexts.codeDevelopment : undefined}
      />
      <Button type="submit" look="main" big busy={form.isBusy}>
        {signInTexts.signIn}
      </Button>
      <p className={gateNote}>
        <Act onClick={() => void sendAgain()}>{signInTexts.again}</Act>
        {' · '}
        <Act onClick={onOtherEmail}>{signInTexts.otherEmail}</Act>
      </p>
    </form>
  );
}
interface CodeStepProps {
  readonly email: string;
  readonly onDone: () => void;
  readonly onOtherEmail: () => void;
}
