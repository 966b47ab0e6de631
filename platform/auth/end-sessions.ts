import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { AuthDeps } from './deps.ts';
import type { Accounts } from './port.ts';
import { findSession } from './sessions.ts';

const { passwordRights, sessions } = accountsSchema;

export async function listSessions(deps: AuthDeps, token: string): ReturnType<Accounts['sessions']> {
  const state = await findSession(deps, token);
  if (state === undefined) return refuse('invalid_auth');
  const rows = await deps.db
    .select({ id: sessions.id, createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(and(eq(sessions.userId, state.account.id), gt(sessions.expiresAt, deps.now())))
    .orderBy(asc(sessions.createdAt), asc(sessions.id));
  return accept({
    sessions: rows.map(({ id, createdAt, expiresAt }) => {
      return { id, created: createdAt.getTime(), expires: expiresAt.getTime() };
    }),
  });
}

export async function endSessions(
  deps: AuthDeps,
  { token, sessionIds }: Parameters<Accounts['endSessions']>[0],
): ReturnType<Accounts['endSessions']> {
  const state = await findSession(deps, token);
  if (state === undefined) return refuse('invalid_auth');
  const ended = [...sessionIds];
  await deps.db.transaction(async (tx) => {
    const own = and(eq(sessions.userId, state.account.id), inArray(sessions.id, ended));
    const rows = await tx.select({ id: sessions.id }).from(sessions).where(own);
    const ids = rows.map(({ id }) => id);
    await tx.delete(passwordRights).where(inArray(passwordRights.sessionId, ids));
    await tx.delete(sessions).where(inArray(sessions.id, ids));
  });
  return accept({});
}
