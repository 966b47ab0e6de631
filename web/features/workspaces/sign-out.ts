import { navigate } from '../../app/router.tsx';
import { $account, loadAccount, signOut as endSession } from '../../store/account.ts';
import type { AccountState } from '../../store/account.ts';
import type { HeldDeletion } from '../../device/held-deletions.ts';
import { closeWorkspace } from '../../store/session.ts';
import { toast } from '../../ui/toast.ts';
import { workspaceTexts } from './texts.ts';

/** Ends this session of the account, or all, and takes what lies of the person on this device. If the server does not answer nothing ends, and the person hears so. */
export async function signOut(everywhere: boolean): Promise<void> {
  // Afterwards nobody knows any more whose it is that lies here.
  if ($account.get().state !== 'signed_in') await loadAccount();
  const account = $account.get();
  await carryOutDeletions(account);
  const ended = await endSession({ everywhere });
  if (!ended.ok && ended.error === 'unreachable') {
    toast(workspaceTexts.notSignedOut);
    return;
  }
  navigate('/');
  closeWorkspace();
  await forget(account);
  toast(workspaceTexts.signedOut);
}

/** What was deleted a moment ago is deleted: afterwards nobody could. */
async function carryOutDeletions(account: AccountState): Promise<void> {
  if (account.state !== 'signed_in') return;
  const [{ heldDeletionsOf }, { deleteByCall }] = await Promise.all([
    import('../../device/held-deletions.ts'),
    import('../message/delete-call.ts'),
  ]);
  const each = account.workspaces.map(async ({ team, user }) => {
    const records = heldDeletionsOf(team.id, user.id);
    const carryOut = async (held: HeldDeletion): Promise<void> => {
      if ((await deleteByCall(team.id, held)) === 'done') records.done(held);
    };
    await Promise.all(records.all().map((held) => carryOut(held)));
  });
  await Promise.all(each);
}

async function forget(account: AccountState): Promise<void> {
  if (account.state !== 'signed_in') return;
  const { forgetPerson } = await import('../../device/forget-person.ts');
  await Promise.allSettled(account.workspaces.map(({ team, user }) => forgetPerson(team.id, user.id)));
}
