import { eq } from 'drizzle-orm';
import { accountsSchema, type AccountsSchema } from '../../db/accounts/schema.ts';
import type { Database } from '../database/port.ts';

const { users } = accountsSchema;

export async function hasAccount(db: Database<AccountsSchema>, email: string): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return found.length > 0;
}
