import type { PasswordRequest } from '../../protocol/objects/store.ts';
import { type Refusal, refuse } from '../../protocol/refusal.ts';
import { passwordLengthMax, passwordLengthMin } from './better-auth.ts';
import type { AuthDeps } from './deps.ts';
import { parseEmail } from './email.ts';
import type { Accounts } from './port.ts';
import { openSession } from './sessions.ts';
import { hasAccount } from './users.ts';

/**
 * An invitation proves no address, not even one that is bound to an address and was mailed there: the link can be
 * copied, and whoever made it has it too. So the account is not proved, and its password falls with the first proof.
 * `takesOwner`: by the link of the deployment's owner, which lets one in under every policy.
 */
export async function acceptWithPassword(
  deps: AuthDeps,
  request: PasswordRequest,
  { takesOwner = false }: { takesOwner?: boolean } = {},
): ReturnType<Accounts['acceptWithPassword']> {
  const { db, library, policy } = deps;
  const { password } = request;
  const email = parseEmail(request.email);
  if (email === undefined) return refuse('invalid_email');
  const refusal = refusePassword(password);
  if (refusal !== undefined) return refusal;
  // Of two at once with one address, the second finds the first one's account and is held against its password.
  const isKnown = await hasAccount(db, email);
  if (!isKnown && policy.kind === 'closed' && !takesOwner) return refuse('sign_up_closed');
  const made = isKnown ? undefined : await library.signUpByPassword(email, password);
  if (made?.ok === false && !(await hasAccount(db, email)))
    throw new Error(`no account was made: ${made.code}`);
  const answer = made?.ok === true ? made : await library.signInByPassword(email, password);
  const opening = { asks: 'password', maySetPassword: made?.ok === true } as const;
  const signedIn = answer.ok ? await openSession(deps, answer.rowToken, opening) : undefined;
  return signedIn ?? refuse('account_exists', { messages: ['This address has an account. Sign in first.'] });
}

export function refusePassword(password: string): Refusal<'invalid_password'> | undefined {
  if (password.length >= passwordLengthMin && password.length <= passwordLengthMax) return undefined;
  const bounds = `A password has ${passwordLengthMin} to ${passwordLengthMax} characters.`;
  return refuse('invalid_password', { messages: [bounds] });
}
