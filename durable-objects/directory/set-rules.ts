import { decideManage } from '../../domain/permissions/permissions.ts';
import type { MessageRules } from '../../protocol/message-rules.ts';
import { defaultMessageRules } from '../../domain/permissions/message-rules.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Workspace } from './workspace.ts';

export const rules = (workspace: Workspace): MessageRules => ({
  ...defaultMessageRules,
  ...workspace.team?.rules,
});

/** Holds for the next call: whoever edits or deletes asks here first. */
export function setRules(
  workspace: Workspace,
  actor: Actor,
  changes: Partial<MessageRules>,
): Awaited<ReturnType<DirectoryObject['setRules']>> {
  const person = workspace.activePerson(actor);
  if (person === undefined || decideManage(person, { role: 'member' }) !== 'allowed') {
    return refuse('not_an_admin');
  }
  workspace.transact((log) => {
    const team = workspace.requireTeam();
    workspace.saveTeam(log, { ...team, rules: { ...rules(workspace), ...changes } });
  });
  return accept({ rules: rules(workspace) });
}
