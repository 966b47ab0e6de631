import { defaultRules, ruleNames } from '../../domain/permissions/message-rules.ts';
import { mayRunWorkspace } from '../../domain/permissions/permissions.ts';
import type { WorkspaceRules } from '../../protocol/message-rules.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Workspace } from './workspace.ts';

export const rules = (workspace: Workspace): WorkspaceRules => ({
  ...defaultRules,
  ...workspace.team?.rules,
});

/** Holds for the next call: whoever edits, deletes or invites asks here first. Everybody is told of each that changed. */
export function setRules(
  workspace: Workspace,
  actor: Actor,
  changes: Partial<WorkspaceRules>,
): Awaited<ReturnType<DirectoryObject['setRules']>> {
  const person = workspace.activePerson(actor);
  if (person === undefined || !mayRunWorkspace(person)) return refuse('not_an_admin');
  const before = rules(workspace);
  const after = { ...before, ...changes };
  const changed = ruleKeys.filter((key) => after[key] !== before[key]);
  if (changed.length > 0) {
    workspace.transact((log) => {
      workspace.saveTeam(log, { ...workspace.requireTeam(), rules: after });
      for (const key of changed) log.append('team_pref_change', ruleNames[key]);
    });
  }
  return accept({ rules: after });
}

/** As it stands: an entry names the rule. */
export function ruleNamed(workspace: Workspace, name: string): boolean | number {
  const key = ruleKeys.find((one) => ruleNames[one] === name);
  if (key === undefined) throw new Error(`the log names a rule that there is not: ${name}`);
  return rules(workspace)[key];
}

const ruleKeys = Object.keys(ruleNames) as (keyof WorkspaceRules)[];
