import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { defaultRules } from '../../../domain/permissions/message-rules.ts';
import type { WorkspaceRules } from '../../../protocol/message-rules.ts';
import type { Output } from '../../api/call.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Workspace } from '../../store/contract.ts';

interface Known {
  readonly $rules: ReadableAtom<WorkspaceRules>;
  /** Undefined until the server was asked. */
  readonly $known: ReadableAtom<WorkspaceRules | undefined>;
  readonly read: Promise<void>;
}
const known = new WeakMap<Workspace, Known>();

/** Read once and whenever somebody changed one; until then the usual ones: the server decides anyway. */
export const useRules = (): WorkspaceRules => useStore(rulesOf(useWorkspace()).$rules);

/** For what is better shown late than taken away: undefined until the server was asked. */
export const useRulesOnceKnown = (): WorkspaceRules | undefined => useStore(rulesOf(useWorkspace()).$known);

/** Not before they were read, if they can be. */
export async function knownRules(workspace: Workspace): Promise<WorkspaceRules> {
  const { $rules, read } = rulesOf(workspace);
  await read;
  return $rules.get();
}

function rulesOf(workspace: Workspace): Known {
  const held = known.get(workspace);
  if (held !== undefined) return held;
  const $rules = atom(defaultRules);
  const $known = atom<WorkspaceRules | undefined>(undefined);
  let round = 0;
  const read = async (): Promise<void> => {
    round += 1;
    const mine = round;
    const answer = await workspace.call('team.preferences.list', {});
    if (answer.ok && mine === round) $rules.set(readRules(answer));
    $known.set($rules.get());
  };
  const made = { $rules, $known, read: read() };
  known.set(workspace, made);
  workspace.follow(({ type }) => {
    if (type === 'team_pref_change') void read();
  });
  // What was told meanwhile was missed.
  let wasAway = false;
  workspace.$connection.listen(({ state }) => {
    if (state === 'live' && wasAway) void read();
    wasAway = state === 'offline' || (wasAway && state !== 'live');
  });
  return made;
}

export const readRules = (shown: Output<'team.preferences.list'>): WorkspaceRules => ({
  editWindowMinutes: shown.msg_edit_window_mins,
  allowDeletion: shown.allow_message_deletion,
  adminsInviteAlone: shown.invites_only_admins,
});
