import { eq } from 'drizzle-orm';
import { accountsSchema } from '../../db/accounts/schema.ts';
import type { Account } from '../../protocol/objects/store.ts';
import type { AuthDeps } from './deps.ts';
import { isFreeToCreate } from './sign-up-policy.ts';

const { setupLinks, users } = accountsSchema;

/** A row of `account_users` as callers know it. */
export async function accountOf(
  { db, policy }: AuthDeps,
  { id, email, emailVerified: isProved }: typeof users.$inferSelect,
): Promise<Account> {
  const isFree = isFreeToCreate(policy, { email, isProved });
  const [link] = isFree ? [] : await db.select().from(setupLinks).where(eq(setupLinks.accountId, id));
  return { id, email, isProved, mayCreateWorkspaces: isFree || link !== undefined };
}
