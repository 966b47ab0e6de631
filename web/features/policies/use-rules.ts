import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { defaultRules } from '../../../domain/permissions/message-rules.ts';
import type { WorkspaceRules } from '../../../protocol/message-rules.ts';
import type { Output } from '../../api/call.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';

const known = new WeakMap<Workspace, WritableAtom<WorkspaceRules>>();

/** Read once and whenever somebody changed one; until then the usual ones: the server decides anyway. */
export const useRules = (): WorkspaceRules => useStore(rulesOf(useWorkspace()));

export function rulesOf(workspace: Workspace): ReadableAtom<WorkspaceRules> {
  const held = known.get(workspace);
  if (held !== undefined) return held;
  const $rules = atom(defaultRules);
  known.set(workspace, $rules);
  let round = 0;
  const read = async (): Promise<void> => {
    round += 1;
    const mine = round;
    const answer = await workspace.call('team.preferences.list', {});
    if (answer.ok && mine === round) $rules.set(readRules(answer));
  };
  void read();
  workspace.follow(({ type }) => {
    if (type === 'team_pref_change') void read();
  });
  return $rules;
}

export const readRules = (shown: Output<'team.preferences.list'>): WorkspaceRules => ({
  editWindowMinutes: shown.msg_edit_window_mins,
  allowDeletion: shown.allow_message_deletion,
  adminsInviteAlone: shown.invites_only_admins,
});
