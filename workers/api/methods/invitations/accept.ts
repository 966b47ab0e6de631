import type { MethodInput } from '../../../../protocol/methods.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Refusal } from '../../../../protocol/refusal.ts';
import type { SignedIn, StoreObject } from '../../../../protocol/objects/store.ts';
import { parseInvitationSecret } from '../../../../protocol/tokens.ts';
import type { InvitationSecret } from '../../../../protocol/tokens.ts';
import type { Call } from '../../context.ts';
import { handler } from '../../handler.ts';
import { countAcceptance } from '../../limits.ts';
import { openSession } from '../../open-session.ts';
import { settlePlaces } from '../../settle-places.ts';
import { showAccount, showPlace } from '../../show-account.ts';
import { wrongEmail } from '../account/wrong-email.ts';

type Input = MethodInput<'invitations.accept'>;

export const invitationsAccept = handler<'invitations.accept'>(async (context, args) => {
  const workspace = parseInvitationSecret(args.secret);
  return workspace === undefined ? setUp(context, args) : enter(context, args, workspace);
});

/** The one-time link of a fresh deployment: an account that may make workspaces. */
async function setUp(context: Call, { secret, email, password }: Input) {
  const store = context.objects.store();
  const found = await store.getSetUp(secret);
  if (!found.ok) return found;
  const counted = await countAcceptance(context, email);
  if (!counted.ok) return counted;
  const signedIn = await store.setUpOnce({ secret, email, password });
  if (signedIn.ok) return admitted(context, signedIn);
  return isSetUpError(signedIn.error) ? refuse(signedIn.error) : passwordRefusal(signedIn.error);
}

/** Each step may be repeated: a call that broke off is made again, and costs no second use. */
async function enter(context: Call, args: Input, { teamId }: InvitationSecret) {
  const { objects } = context;
  const directory = objects.directory(teamId);
  const found = await directory.invitation(args.secret);
  if (!found.ok) return found;
  const { email } = found.invitation;
  if (email !== undefined && email !== args.email) return refuse('invitation_for_other_email');
  // Before anything is hashed.
  const counted = await countAcceptance(context, args.email);
  if (!counted.ok) return counted;
  const signedIn = await objects.store().acceptWithPassword({ email: args.email, password: args.password });
  if (!signedIn.ok) return passwordRefusal(signedIn.error);
  const { account, sessionId } = signedIn;
  const accepted = await directory.acceptInvitation(args.secret, {
    accountId: account.id,
    email: account.email,
    realName: args.real_name,
  });
  if (!accepted.ok) return accepted;
  const { team, userId } = accepted;
  await objects.store().linkWorkspace({ accountId: account.id, teamId, userId });
  const answer = await admitted(context, signedIn);
  if (!answer.ok) return answer;
  const opened = await openSession(context, { teamId, userId }, sessionId);
  if (!opened.ok) return opened;
  const place = showPlace({ teamId, userId, name: team.name, domain: team.domain });
  return accept({ ...answer, ...place, token: opened.token });
}

async function admitted({ objects, cookies }: Call, { account, places, token }: SignedIn) {
  const settled = await settlePlaces(objects, places);
  if (!settled.ok) return settled;
  cookies.setAccount(token, places);
  return accept({ account: showAccount(account), account_token: token });
}

const isSetUpError = (error: string): error is 'invitation_not_found' | 'invitation_used' =>
  error === 'invitation_not_found' || error === 'invitation_used';

type PasswordError = Extract<Awaited<ReturnType<StoreObject['acceptWithPassword']>>, { ok: false }>['error'];

function passwordRefusal(
  error: PasswordError,
): Refusal<'password_too_short' | 'invalid_credentials' | 'invalid_arguments' | 'sign_up_closed'> {
  switch (error) {
    case 'invalid_email':
      return wrongEmail;
    case 'invalid_password':
      return refuse('password_too_short');
    case 'sign_up_closed':
      return refuse('sign_up_closed');
    case 'account_exists':
      return refuse('invalid_credentials', {
        messages: ['[ERROR] this address has an account: give its own password'],
      });
  }
}
