import { accept, refuse } from '../../protocol/refusal.ts';
import { signInCodeMail } from '../mail/sign-in-code.ts';
import type { AuthDeps } from './deps.ts';
import { parseEmail } from './email.ts';
import type { Accounts } from './port.ts';
import { isLetIn } from './sign-up-policy.ts';
import { hasAccount } from './users.ts';

export async function requestCode(
  { db, library, policy, mailer, defer }: AuthDeps,
  request: { readonly email: string },
): ReturnType<Accounts['requestCode']> {
  const email = parseEmail(request.email);
  if (email === undefined) return refuse('invalid_email');
  if (mailer === undefined) return refuse('mail_not_configured');
  // A code is stored for a stranger too, and mailed to nobody: neither the answer nor a later try tells them apart.
  const isKnown = await hasAccount(db, email);
  const code = await library.makeCode(email);
  const mail = () => mailer.send(signInCodeMail(email, code));
  if (policy.kind === 'open') {
    // Everybody gets one, so nothing can be told by the time that it takes; and who asked learns of a failure.
    await mail();
  } else if (isKnown || isLetIn(policy, email)) {
    defer(mail());
  }
  return accept({});
}
