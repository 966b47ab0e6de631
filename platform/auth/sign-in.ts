import { type Refusal, refuse } from '../../protocol/refusal.ts';
import type { SignInRequest } from '../../protocol/objects/store.ts';
import type { AuthDeps } from './deps.ts';
import { parseEmail } from './email.ts';
import type { Accounts } from './port.ts';
import { openSession } from './sessions.ts';
import { isLetIn } from './sign-up-policy.ts';
import { hasAccount } from './users.ts';

export async function signIn(deps: AuthDeps, request: SignInRequest): ReturnType<Accounts['signIn']> {
  const email = parseEmail(request.email);
  if ('password' in request) return signInByPassword(deps, email, request.password);
  return signInByCode(deps, email, request.code);
}

async function signInByCode(
  deps: AuthDeps,
  email: string | undefined,
  code: string,
): ReturnType<Accounts['signIn']> {
  const { db, library, policy } = deps;
  if (email === undefined) return refuse('invalid_code');
  const mayEnter = isLetIn(policy, email) || (await hasAccount(db, email));
  const answer = mayEnter ? await library.signInByCode(email, code) : await library.spendCode(email, code);
  if (!answer.ok) return codeRefusal(answer.code);
  return (await openSession(deps, answer.rowToken, { maySetPassword: true })) ?? refuse('invalid_code');
}

function codeRefusal(code: string): Refusal<'invalid_code' | 'code_expired'> {
  switch (code) {
    case 'OTP_EXPIRED':
      return refuse('code_expired', { messages: ['The code is too old. Ask for a new one.'] });
    case 'TOO_MANY_ATTEMPTS':
      return refuse('code_expired', { messages: ['The code was tried too often. Ask for a new one.'] });
    default:
      return refuse('invalid_code');
  }
}

async function signInByPassword(
  deps: AuthDeps,
  email: string | undefined,
  password: string,
): ReturnType<Accounts['signIn']> {
  if (email === undefined) return refuse('invalid_credentials');
  const answer = await deps.library.signInByPassword(email, password);
  if (!answer.ok) return refuse('invalid_credentials');
  const signedIn = await openSession(deps, answer.rowToken, { asks: 'password' });
  return signedIn ?? refuse('invalid_credentials');
}
