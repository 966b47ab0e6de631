import { mentionedUsergroups } from '../../../domain/messages/mentions.ts';
import type { Workspace } from '../../store/contract.ts';

/** Whether a message calls a group that one is in: asked with the first that names any, and after each change. */
export function ownGroups(workspace: Pick<Workspace, 'call' | 'follow' | '$self'>) {
  let asked: Promise<ReadonlySet<string> | undefined> | undefined;
  const stop = workspace.follow(({ type }) => {
    if (type.startsWith('subteam_')) asked = undefined;
  });
  const ask = async (): Promise<ReadonlySet<string> | undefined> => {
    const answer = await workspace.call('usergroups.list', { include_users: true });
    if (!answer.ok) return undefined;
    const self = workspace.$self.get()?.id;
    const own = answer.usergroups.filter(({ users = [] }) => users.some((id) => id === self));
    return new Set(own.map(({ id }) => id));
  };
  return {
    stop,
    callsMe: async (text: string): Promise<boolean> => {
      const named = mentionedUsergroups(text);
      if (named.length === 0) return false;
      const asking = (asked ??= ask());
      const own = await asking;
      // Without an answer it is asked again the next time.
      if (own === undefined && asked === asking) asked = undefined;
      return named.some((id) => own?.has(id) ?? false);
    },
  };
}
