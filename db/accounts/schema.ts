import { credentials } from './credentials.ts';
import { passwordRights } from './password-rights.ts';
import { sessions } from './sessions.ts';
import { setupLinks } from './setup-links.ts';
import { users } from './users.ts';
import { verifications } from './verifications.ts';
import { workspacePeople } from './workspace-people.ts';
import { workspaces } from './workspaces.ts';

/** The keyspace `accounts`: unsharded, small, asked only to sign in and to list workspaces (vschema.json). */
export const accountsSchema = {
  users,
  sessions,
  credentials,
  verifications,
  workspaces,
  workspacePeople,
  setupLinks,
  passwordRights,
};
export type AccountsSchema = typeof accountsSchema;
