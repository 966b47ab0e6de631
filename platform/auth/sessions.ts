import { and, eq, gt, lte } from 'drizzle-orm';
import { accountsSchema } from '../../db/accounts/schema.ts';
import type { AccountState, SignedIn } from '../../protocol/objects/store.ts';
import { accept } from '../../protocol/refusal.ts';
import { formatAccountToken, parseAccountToken } from '../../protocol/tokens.ts';
import { sha256Hex } from '../secrets/hash.ts';
import { mintSecret } from '../secrets/mint.ts';
import { accountOf } from './account.ts';
import type { AuthDeps } from './deps.ts';
import { placesOf } from './places.ts';

const { credentials, passwordRights, sessions, users } = accountsSchema;

/**
 * Makes the session that better-auth stored the client's: its token becomes the hash of a fresh secret, and only that
 * secret is handed out, so what lies in the database signs nobody in. Undefined: the session is gone.
 */
export async function openSession(
  deps: AuthDeps,
  rowToken: string,
  { asks, maySetPassword = false }: { asks?: 'password'; maySetPassword?: boolean } = {},
): Promise<(SignedIn & { readonly ok: true }) | undefined> {
  const secret = mintSecret();
  const hash = await sha256Hex(secret);
  const isOpen = await deps.db.transaction(async (tx) => {
    const [row] = await tx.select().from(sessions).where(eq(sessions.token, rowToken)).for('update');
    if (row === undefined) return false;
    const spent = and(eq(sessions.userId, row.userId), lte(sessions.expiresAt, deps.now()));
    await tx.delete(sessions).where(spent);
    if (asks === 'password') {
      // Hashing takes a while. The first proof of the address may have dropped this password meanwhile, and then the
      // sessions, before this one was stored: then the password lets nobody in any more.
      const own = and(eq(credentials.userId, row.userId), eq(credentials.providerId, 'credential'));
      const [credential] = await tx.select({ id: credentials.id }).from(credentials).where(own);
      if (credential === undefined) {
        await tx.delete(sessions).where(eq(sessions.id, row.id));
        return false;
      }
    }
    await tx.update(sessions).set({ token: hash }).where(eq(sessions.id, row.id));
    await tx.delete(passwordRights).where(lte(passwordRights.expiresAt, deps.now()));
    if (maySetPassword) {
      await tx.insert(passwordRights).values({ sessionId: row.id, expiresAt: row.expiresAt });
    }
    return true;
  });
  const state = isOpen ? await readSession(deps, secret) : undefined;
  return state && accept({ ...state, token: formatAccountToken(secret) });
}

/** Whose session a token is, if it is one that lasts. Writes nothing. */
export async function findSession(deps: AuthDeps, token: string): Promise<AccountState | undefined> {
  const secret = parseAccountToken(token);
  return secret === undefined ? undefined : readSession(deps, secret);
}

async function readSession(deps: AuthDeps, secret: string): Promise<AccountState | undefined> {
  const isThis = and(eq(sessions.token, await sha256Hex(secret)), gt(sessions.expiresAt, deps.now()));
  const [row] = await deps.db
    .select({ sessionId: sessions.id, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(isThis);
  if (row === undefined) return undefined;
  const account = await accountOf(deps, row.user);
  return { account, sessionId: row.sessionId, places: await placesOf(deps, account) };
}
