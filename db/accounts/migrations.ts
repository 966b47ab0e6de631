import type { Migration } from '../migration.ts';
import { accounts } from './migrations/0001-accounts.ts';

/** The steps of the keyspace `accounts`, in order. */
export const accountsMigrations: readonly Migration[] = [accounts];
