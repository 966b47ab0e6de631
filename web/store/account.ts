import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { callAccount } from '../api/call.ts';
import type { Answer, Output } from '../api/call.ts';

/** Who is signed in in this browser, and their workspaces: for the ways in and the workspace switcher. */
export type AccountState =
  | { readonly state: 'unknown' }
  | { readonly state: 'signed_out' }
  | ({ readonly state: 'signed_in' } & Pick<Output<'account.get'>, 'account' | 'workspaces'>);

const $state = atom<AccountState>({ state: 'unknown' });
export const $account: ReadableAtom<AccountState> = $state;

/** Rises with each sign-out of this page: an open workspace locks, in every tab. */
export const $signOuts = atom(0);

/** Asks the server. An outage changes nothing. */
export async function loadAccount(): Promise<Answer<'account.get'>> {
  const answer = await callAccount('account.get', {});
  if (answer.ok) $state.set({ state: 'signed_in', account: answer.account, workspaces: answer.workspaces });
  else if (isSignedOut(answer.error)) $state.set({ state: 'signed_out' });
  return answer;
}

/** Ends this session of the account and those in its workspaces, or with `everywhere` all of them on every device. */
export async function signOut(options: { everywhere?: boolean } = {}): Promise<Answer<'account.signOut'>> {
  const answer = await callAccount('account.signOut', { everywhere: options.everywhere ?? false });
  if (answer.ok || isSignedOut(answer.error)) {
    $state.set({ state: 'signed_out' });
    $signOuts.set($signOuts.get() + 1);
  }
  return answer;
}

const isSignedOut = (error: string): boolean =>
  ['not_authed', 'invalid_auth', 'token_revoked', 'token_expired', 'account_inactive'].includes(error);
