import { navigate } from '../../app/router.tsx';
import { $account, loadAccount, signOut as endSession } from '../../store/account.ts';
import type { AccountState } from '../../store/account.ts';
import type { HeldDeletion } from '../../device/held-deletions.ts';
import { closeWorkspace, openedWorkspace } from '../../store/session.ts';
import { toast } from '../../ui/toast.ts';
import { $leaving } from './leaving.ts';
import type { UnsentPlace } from './leaving.ts';
import { workspaceTexts } from './texts.ts';

/** What is on its way to the server needs a moment, and no question. */
const graceMs = 1_000;
const lookEveryMs = 100;

/** Signs out, unless messages would be lost with it: then it asks first. */
export async function signOut(everywhere: boolean): Promise<void> {
  await knowAccount();
  const unsent = await stillUnsent();
  if (unsent.length > 0) $leaving.set({ everywhere, unsent });
  else await leaveNow(everywhere);
}

/** Ends this session of the account, or all, and takes what lies of the person on this device. If the server does not answer nothing ends, and the person hears so. */
export async function leaveNow(everywhere: boolean): Promise<void> {
  const account = $account.get();
  await carryOutDeletions(account);
  const ended = await endSession({ everywhere });
  if (!ended.ok && ended.error === 'unreachable') {
    toast(workspaceTexts.notSignedOut);
    return;
  }
  navigate('/');
  closeWorkspace();
  await tellOtherTabs(account);
  await forget(account);
  toast(workspaceTexts.signedOut);
}

/** Afterwards nobody knows any more whose it is that lies here. */
async function knowAccount(): Promise<void> {
  if ($account.get().state !== 'signed_in') await loadAccount();
}

async function stillUnsent(): Promise<readonly UnsentPlace[]> {
  const { unsentOf } = await import('./unsent.ts');
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const unsent = await unsentOf($account.get(), openedWorkspace());
    if (unsent.length === 0 || waitedMs >= graceMs) return unsent;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
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

/** What they would still write down for the person is nobody's any more. */
async function tellOtherTabs(account: AccountState): Promise<void> {
  if (account.state !== 'signed_in') return;
  const { tellSignedOut } = await import('../../device/tell-signed-out.ts');
  for (const { team, user } of account.workspaces) tellSignedOut(team.id, user.id);
}

async function forget(account: AccountState): Promise<void> {
  if (account.state !== 'signed_in') return;
  const { forgetPerson } = await import('../../device/forget-person.ts');
  await Promise.allSettled(account.workspaces.map(({ team, user }) => forgetPerson(team.id, user.id)));
}
