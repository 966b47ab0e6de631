import { ask } from './client.ts';
import { readCode, type OutboxOwner } from './outbox-client.ts';

export interface Owner {
  readonly accountToken: string;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly userId: string;
  /** The owner's session in the workspace. */
  readonly session: string;
}

/** Signs an address up by a mailed code, as a person would, and makes a workspace. */
export async function signUpWorkspace(
  server: OutboxOwner,
  { email, realName, workspace }: { email: string; realName: string; workspace: string },
): Promise<Owner> {
  await ask(server.url, 'account.requestCode', undefined, { email });
  const code = await readCode(server, email);
  const { token } = await ask(server.url, 'account.signIn', undefined, { email, code });
  return createWorkspace(server.url, token, { realName, workspace });
}

export async function createWorkspace(
  url: string,
  accountToken: string,
  { realName, workspace }: { realName: string; workspace: string },
): Promise<Owner> {
  const made = await ask(url, 'workspaces.create', accountToken, { name: workspace, real_name: realName });
  return { accountToken, team: made.team, userId: made.user.id, session: made.token };
}

export interface Invited {
  readonly userId: string;
  readonly session: string;
}

/** Accepts a copied link. */
export async function acceptInvitation(
  url: string,
  secret: string,
  { email, realName, password }: { email: string; realName: string; password: string },
): Promise<Invited> {
  const accepted = await ask(url, 'invitations.accept', undefined, {
    secret,
    email,
    real_name: realName,
    password,
  });
  if (!accepted.user || !accepted.token) throw new Error('invitations.accept opened no workspace');
  return { userId: accepted.user.id, session: accepted.token };
}
