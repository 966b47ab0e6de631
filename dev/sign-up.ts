import { ask } from './client.ts';
import { lastMailId, waitForCode, type OutboxOwner } from './outbox-client.ts';

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
  { email, password, realName, workspace }: NewOwner,
): Promise<Owner> {
  const accountToken = await signInByCode(server, email);
  if (password !== undefined) await ask(server.url, 'account.setPassword', accountToken, { password });
  return createWorkspace(server.url, accountToken, { realName, workspace });
}
export interface NewOwner {
  readonly email: string;
  /** Set after the code has proved the address: an earlier one would fall with that proof. */
  readonly password?: string;
  readonly realName: string;
  readonly workspace: string;
}

/** @returns the account's bearer */
async function signInByCode(server: OutboxOwner, email: string): Promise<string> {
  const before = await lastMailId(server, email);
  await ask(server.url, 'account.requestCode', undefined, { email });
  const code = await waitForCode(server, email, before);
  return (await ask(server.url, 'account.signIn', undefined, { email, code })).token;
}

/** By the one-time link of a fresh deployment, as SIGN_UP_POLICY=invite wants it. */
export async function setUpWorkspace(
  url: string,
  ownerLink: string,
  { email, password, realName, workspace }: NewOwner & { readonly password: string },
): Promise<Owner> {
  const secret = ownerLink.slice(ownerLink.lastIndexOf('/') + 1);
  const args = { secret, email, password, real_name: realName };
  const { account_token: accountToken } = await ask(url, 'invitations.accept', undefined, args);
  return createWorkspace(url, accountToken, { realName, workspace });
}

async function createWorkspace(
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
