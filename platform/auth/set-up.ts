import { and, eq, isNull } from 'drizzle-orm';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { accept, type Refusal, refuse } from '../../protocol/refusal.ts';
import { isDuplicateKey } from '../database/database-error.ts';
import { isSameSecret } from '../secrets/compare.ts';
import { sha256Hex } from '../secrets/hash.ts';
import { acceptWithPassword } from './accept-with-password.ts';
import type { AuthDeps } from './deps.ts';
import { parseEmail } from './email.ts';
import type { Accounts } from './port.ts';

const { setupLinks } = accountsSchema;

export async function getSetUp(deps: AuthDeps, secret: string): ReturnType<Accounts['getSetUp']> {
  if (!(await isSetupSecret(deps, secret))) return refuse('invitation_not_found');
  const hash = await sha256Hex(secret);
  const [link] = await deps.db.select().from(setupLinks).where(eq(setupLinks.hash, hash));
  return typeof link?.accountId === 'string' ? refuse('invitation_used') : accept({});
}

/**
 * The link is taken before the account is made, so that two at once make one owner. A death between leaves it taken by
 * this address, which may go on; a refusal gives it back.
 */
export async function setUpOnce(
  deps: AuthDeps,
  request: Parameters<Accounts['setUpOnce']>[0],
): ReturnType<Accounts['setUpOnce']> {
  const { db } = deps;
  if (!(await isSetupSecret(deps, request.secret))) return refuse('invitation_not_found');
  const email = parseEmail(request.email);
  if (email === undefined) return refuse('invalid_email');
  const hash = await sha256Hex(request.secret);
  const refusal = await takeLink(deps, hash, email);
  if (refusal !== undefined) return refusal;

  const isOurs = and(eq(setupLinks.hash, hash), isNull(setupLinks.accountId));
  const accepted = await acceptWithPassword(deps, request, { takesOwner: true });
  if (!accepted.ok) {
    await db.delete(setupLinks).where(isOurs);
    return accepted;
  }
  await db.update(setupLinks).set({ accountId: accepted.account.id }).where(isOurs);
  return { ...accepted, account: { ...accepted.account, mayCreateWorkspaces: true } };
}

async function takeLink(
  { db, now }: AuthDeps,
  hash: string,
  email: string,
): Promise<Refusal<'invitation_used'> | undefined> {
  try {
    await db.insert(setupLinks).values({ hash, email, createdAt: now() });
    return undefined;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const [link] = await db.select().from(setupLinks).where(eq(setupLinks.hash, hash));
    const mayGoOn = link?.email === email && link.accountId === null;
    return mayGoOn ? undefined : refuse('invitation_used');
  }
}

async function isSetupSecret({ setupSecret }: AuthDeps, secret: string): Promise<boolean> {
  return setupSecret !== undefined && setupSecret !== '' && (await isSameSecret(setupSecret, secret));
}
