import { navigate } from '../../app/router.tsx';
import { signOut as endSession } from '../../store/account.ts';
import { closeWorkspace } from '../../store/session.ts';
import { toast } from '../../ui/toast.ts';
import { workspaceTexts } from './texts.ts';

/** Ends this session of the account, or all. If the server does not answer nothing ends, and the person hears so. */
export async function signOut(everywhere: boolean): Promise<void> {
  const ended = await endSession({ everywhere });
  if (!ended.ok && ended.error === 'unreachable') {
    toast(workspaceTexts.notSignedOut);
    return;
  }
  navigate('/');
  closeWorkspace();
  toast(workspaceTexts.signedOut);
}
