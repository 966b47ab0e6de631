import { useStore } from '@nanostores/react';
import { useEffect, useState } from 'react';
import { callAccount } from '../../api/call.ts';
import { $account, loadAccount } from '../../store/account.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { PageFrame, Part } from '../settings/page-frame.tsx';
import css from '../settings/form.module.css';
import { settingsTexts } from '../settings/texts.ts';
import { accountProblem, accountTexts } from './texts.ts';

/** What one signs in with. */
export function AccountPage() {
  const account = useStore($account);
  useEffect(() => {
    if (account.state === 'unknown') void loadAccount();
  }, [account.state]);
  const email = account.state === 'signed_in' ? account.account.email : '';
  return (
    <PageFrame title={settingsTexts.pages.account} lede={accountTexts.lede}>
      <div className={css.form}>
        <Field
          type="email"
          label={accountTexts.email}
          help={accountTexts.emailHelp}
          value={email}
          autoComplete="username"
          readOnly
        />
      </div>
      <Password />
    </PageFrame>
  );
}

function Password() {
  const [password, setPassword] = useState('');
  const form = useSubmit(async () => {
    const answer = await callAccount('account.setPassword', { password });
    if (!answer.ok) return accountProblem(answer.error);
    setPassword('');
    toast(accountTexts.saved);
    return undefined;
  });
  return (
    <Part title={accountTexts.password} lede={accountTexts.passwordLede}>
      <form className={css.form} onSubmit={form.onSubmit}>
        <Field
          type="password"
          label={accountTexts.newPassword}
          help={accountTexts.newPasswordHelp}
          autoComplete="new-password"
          value={password}
          error={form.problem}
          required
          onChange={(event) => setPassword(event.target.value)}
        />
        <p className={css.acts}>
          <Button type="submit" look="main" busy={form.isBusy}>
            {accountTexts.save}
          </Button>
        </p>
      </form>
    </Part>
  );
}
