import type { PasswordRequest } from '../../protocol/objects/store.ts';
import { refuse } from '../../protocol/refusal.ts';
import { passwordLengthMax, passwordLengthMin } from './better-auth.ts';
import type { AuthDeps } from './deps.ts';
import { parseEmail } from './email.ts';
import type { Accounts } from './port.ts';
import { openSession } from './sessions.ts';
import { hasAccount } from './users.ts';

/**
 * An invitation proves no address, not even one that is bound to an address and was mailed there: the link can be
 * copied, and whoever made it has it too. So the account is not proved, and its password falls with the first proof.
 */
export async function acceptWithPassword(
  deps: AuthDeps,
  request: PasswordRequest,
): ReturnType<Accounts['acceptWithPassword']> {
  const { db, library } = deps;
  const { password } = request;
  const email = parseEmail(request.email);
  if (email === undefined) return refuse('invalid_email');
  if (password.length < passwordLengthMin || password.length > passwordLengthMax) {
    const bounds = `A password has ${passwordLengthMin} to ${passwordLengthMax} characters.`;
    return refuse('invalid_password', { messages: [bounds] });
  }
  // Of two at once with one address, the second finds the first one's account and is held against its password.
  const made = (await hasAccount(db, email)) ? undefined : await library.signUpByPassword(email, password);
  if (made?.ok === false && !(await hasAccount(db, email)))
    throw new Error(`no account was made: ${made.code}`);
  const answer = made?.ok === true ? made : await library.signInByPassword(email, password);
  const signedIn = answer.ok ? await openSession(deps, answer.rowToken, { asks: 'password' }) : undefined;
  return signedIn ?? refuse('account_exists', { messages: ['This address has an account. Sign in first.'] });
}
