import { eq } from 'drizzle-orm';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { AuthDeps } from './deps.ts';
import type { Accounts } from './port.ts';
import { findSession } from './sessions.ts';

const { sessions } = accountsSchema;

export async function signOut(
  deps: AuthDeps,
  { token, everywhere = false }: Parameters<Accounts['signOut']>[0],
): ReturnType<Accounts['signOut']> {
  const state = await findSession(deps, token);
  if (state === undefined) return refuse('invalid_auth');
  const { account, sessionId } = state;
  const ended = everywhere ? eq(sessions.userId, account.id) : eq(sessions.id, sessionId);
  await deps.db.delete(sessions).where(ended);
  return accept({});
}
