import type { Migration } from '../migration.ts';
import { accounts } from './migrations/0001-accounts.ts';
import { passwordRights } from './migrations/0002-password-rights.ts';

/** The steps of the keyspace `accounts`, in order. */
export const accountsMigrations: readonly Migration[] = [accounts, passwordRights];
