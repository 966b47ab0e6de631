import type { UserId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { toast } from '../../ui/toast.ts';
import { useLoaded } from '../settings/use-loaded.ts';
import { accessProblem, accessTexts } from './texts.ts';

/** Sessions in this workspace, one's own or of somebody that one answers for. */
export function useSessions(userId?: UserId) {
  const { call } = useWorkspace();
  const whose = userId === undefined ? {} : { user_id: userId };
  const { loaded, reload } = useLoaded(userId ?? '', async () => {
    const answer = await call('sessions.list', whose);
    return answer.ok ? { ok: true, value: answer.sessions } : answer;
  });
  const end = async (id: string): Promise<void> => {
    const answer = await call('sessions.revoke', { session_id: id, ...whose });
    toast(answer.ok ? accessTexts.ended : accessProblem(answer.error));
    await reload();
  };
  return { loaded, reload, end };
}

export function useTokens(userId?: UserId) {
  const { call } = useWorkspace();
  return useLoaded(userId ?? '', async () => {
    const answer = await call('tokens.list', userId === undefined ? {} : { user_id: userId });
    return answer.ok ? { ok: true, value: answer.tokens } : answer;
  });
}
