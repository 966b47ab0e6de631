import { and, asc, eq } from 'drizzle-orm';
import { accountsSchema } from '../../db/accounts/schema.ts';
import type { Account, Place } from '../../protocol/objects/store.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { isDuplicateKey } from '../database/database-error.ts';
import type { AuthDeps } from './deps.ts';
import type { Accounts } from './port.ts';

const { users, workspacePeople, workspaces } = accountsSchema;

type Workspace = Parameters<Accounts['recordWorkspace']>[0];
type Link = Parameters<Accounts['linkWorkspace']>[0];
type Person = Parameters<Accounts['settlePlace']>[0];

/** Where an account is, oldest first. */
export async function placesOf({ db }: AuthDeps, account: Account): Promise<Place[]> {
  const rows = await db
    .select()
    .from(workspacePeople)
    .innerJoin(workspaces, eq(workspaces.teamId, workspacePeople.teamId))
    .where(eq(workspacePeople.accountId, account.id))
    .orderBy(asc(workspacePeople.createdAt), asc(workspacePeople.teamId));
  return rows.map(({ workspace_people: { teamId, userId, isSettled }, workspaces: { name, domain } }) => {
    return { teamId, userId, name, domain, mustRevoke: account.isProved && !isSettled };
  });
}

export async function recordWorkspace(
  { db, now }: AuthDeps,
  { teamId, name, domain }: Workspace,
): ReturnType<Accounts['recordWorkspace']> {
  // Not an upsert: MySQL's would answer to the domain's key as well, and change the workspace that has it.
  return db.transaction(async (tx) => {
    const [holder] = await tx.select().from(workspaces).where(eq(workspaces.domain, domain)).for('update');
    if (holder !== undefined && holder.teamId !== teamId) return refuse('domain_taken');
    const [known] = await tx.select().from(workspaces).where(eq(workspaces.teamId, teamId)).for('update');
    if (known !== undefined) {
      await tx.update(workspaces).set({ name, domain }).where(eq(workspaces.teamId, teamId));
    } else {
      await tx.insert(workspaces).values({ teamId, name, domain, createdAt: now() });
    }
    return accept({});
  });
}

export async function linkWorkspace(
  { db, now }: AuthDeps,
  { accountId, teamId, userId }: Link,
): ReturnType<Accounts['linkWorkspace']> {
  const isThis = and(eq(workspacePeople.accountId, accountId), eq(workspacePeople.teamId, teamId));
  const linked = () => db.select().from(workspacePeople).where(isThis);
  const [before] = await linked();
  if (before !== undefined) return { userId: before.userId };
  const [user] = await db.select().from(users).where(eq(users.id, accountId));
  const isSettled = user?.emailVerified === true;
  try {
    await db.insert(workspacePeople).values({ accountId, teamId, userId, isSettled, createdAt: now() });
    return { userId };
  } catch (error) {
    // Two at once: the first one stands.
    const [meanwhile] = isDuplicateKey(error) ? await linked() : [];
    if (meanwhile === undefined) throw error;
    return { userId: meanwhile.userId };
  }
}

export async function settlePlace({ db }: AuthDeps, { teamId, userId }: Person): Promise<void> {
  const isThis = and(eq(workspacePeople.teamId, teamId), eq(workspacePeople.userId, userId));
  await db.update(workspacePeople).set({ isSettled: true }).where(isThis);
}
