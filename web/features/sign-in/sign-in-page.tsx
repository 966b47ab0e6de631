import { useState } from 'react';
import { Link, navigate } from '../../app/router.tsx';
import { goOn } from '../workspaces/go-on.ts';
import { EmailSignIn } from './email-sign-in.tsx';
import { Gate, gateNote } from './gate.tsx';
import { signInTexts } from './texts.ts';

export function SignInPage() {
  const [step, setStep] = useState<{ readonly sentTo: string }>();
  const back = new URLSearchParams(location.search).get('to');
  return (
    <Gate
      title={step ? signInTexts.codeTitle : signInTexts.title}
      lede={step ? signInTexts.codeLede(step.sentTo) : signInTexts.lede}
    >
      <EmailSignIn onStep={setStep} onDone={() => navigate(goOn(back), { replace: true })} />
      {step ? null : (
        <p className={gateNote} style={{ marginTop: 'var(--s4)' }}>
          {signInTexts.newHere} <Link href="/new">{signInTexts.createWorkspace}</Link>
        </p>
      )}
    </Gate>
  );
}
