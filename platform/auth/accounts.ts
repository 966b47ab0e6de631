import { accept, refuse } from '../../protocol/refusal.ts';
import { acceptWithPassword } from './accept-with-password.ts';
import type { AuthDeps } from './deps.ts';
import { endSessions, listSessions } from './end-sessions.ts';
import { linkWorkspace, recordWorkspace, settlePlace } from './places.ts';
import type { Accounts } from './port.ts';
import { requestCode } from './request-code.ts';
import { findSession } from './sessions.ts';
import { setPassword } from './set-password.ts';
import { getSetUp, setUpOnce } from './set-up.ts';
import { signIn } from './sign-in.ts';

/** Accounts on better-auth's tables and our own, in one database. */
export function accountsOn(deps: AuthDeps): Accounts {
  return {
    requestCode: (request) => requestCode(deps, request),
    signIn: (request) => signIn(deps, request),
    sessions: (token) => listSessions(deps, token),
    endSessions: (request) => endSessions(deps, request),
    setPassword: (request) => setPassword(deps, request),
    async getAccount(token) {
      const state = await findSession(deps, token);
      return state === undefined ? refuse('invalid_auth') : accept(state);
    },
    acceptWithPassword: (request) => acceptWithPassword(deps, request),
    getSetUp: (secret) => getSetUp(deps, secret),
    setUpOnce: (request) => setUpOnce(deps, request),
    recordWorkspace: (workspace) => recordWorkspace(deps, workspace),
    linkWorkspace: (link) => linkWorkspace(deps, link),
    settlePlace: (place) => settlePlace(deps, place),
  };
}
