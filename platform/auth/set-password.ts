import { and, eq } from 'drizzle-orm';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { mintSecret } from '../secrets/mint.ts';
import { refusePassword } from './accept-with-password.ts';
import type { AuthDeps } from './deps.ts';
import type { Accounts } from './port.ts';
import { findSession } from './sessions.ts';

const { credentials, passwordRights, sessions } = accountsSchema;

export async function setPassword(
  deps: AuthDeps,
  { token, password }: Parameters<Accounts['setPassword']>[0],
): ReturnType<Accounts['setPassword']> {
  const state = await findSession(deps, token);
  if (state === undefined) return refuse('invalid_auth');
  const refusal = refusePassword(password);
  if (refusal !== undefined) return refusal;
  const { sessionId, account } = state;
  const isThis = eq(passwordRights.sessionId, sessionId);
  const [right] = await deps.db.select().from(passwordRights).where(isThis);
  if (right === undefined) return refuse('session_not_proved');
  const hash = await deps.library.hashPassword(password);

  return deps.db.transaction(async (tx) => {
    // Hashing takes a while. The first proof of the address may have dropped this session meanwhile: then it sets nothing.
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId)).for('update');
    if (session === undefined) return refuse('invalid_auth');
    const own = and(eq(credentials.userId, account.id), eq(credentials.providerId, 'credential'));
    const [known] = await tx.select({ id: credentials.id }).from(credentials).where(own);
    const updatedAt = deps.now();
    if (known !== undefined) {
      await tx.update(credentials).set({ password: hash, updatedAt }).where(eq(credentials.id, known.id));
    } else {
      await tx.insert(credentials).values({
        id: mintSecret(),
        userId: account.id,
        providerId: 'credential',
        accountId: account.id,
        password: hash,
        createdAt: updatedAt,
        updatedAt,
      });
    }
    return accept({});
  });
}
