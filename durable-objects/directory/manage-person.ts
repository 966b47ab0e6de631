import { decideManage } from '../../domain/permissions/permissions.ts';
import type { ManageDecision, Standing } from '../../domain/permissions/permissions.ts';
import { slackbotId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { completePerson, owePerson } from './complete-person.ts';
import type { PersonRow } from './people-store.ts';
import type { Workspace } from './workspace.ts';

export interface Managed {
  readonly who: PersonRow;
  readonly row: PersonRow;
  readonly standing: Standing;
}

type Unmanaged = 'user_not_found' | Exclude<ManageDecision, 'allowed'>;

/** Whoever acts, and whom they name, as this object knows both. */
export function findManaged(
  workspace: Workspace,
  actor: Actor,
  userId: UserId,
): Outcome<Managed, 'user_not_found' | 'not_an_admin'> {
  const who = workspace.activePerson(actor);
  if (who === undefined) return refuse('not_an_admin');
  const row = workspace.people.byId(userId);
  // Slackbot is nobody's to manage.
  if (row === undefined || userId === slackbotId) return refuse('user_not_found');
  const isLastOwner = row.role === 'owner' && row.isActive && workspace.people.activeOwners() === 1;
  const standing = { role: row.role, isActive: row.isActive, isBot: row.bot !== undefined, isLastOwner };
  return accept({ who, row, standing });
}

export function requireManager(
  workspace: Workspace,
  actor: Actor,
  userId: UserId,
): Outcome<Managed, Unmanaged> {
  const found = findManaged(workspace, actor, userId);
  if (!found.ok) return found;
  const decision = decideManage(found.who, found.row);
  return decision === 'allowed' ? found : refuse(decision);
}

/**
 * Stores another role or state, and `beside` in the same transaction. From there on the person's Member and channels
 * are told, come what may.
 */
export function savePerson(
  workspace: Workspace,
  before: PersonRow,
  change: Partial<Pick<PersonRow, 'role' | 'isActive'>>,
  beside?: () => void,
): void {
  const changed = { ...before, ...change };
  const isChanged = changed.role !== before.role || changed.isActive !== before.isActive;
  if (!isChanged && beside === undefined) return;
  workspace.transact((log) => {
    if (isChanged) {
      const updated = Math.floor(workspace.now() / 1_000);
      const rev = log.append('user_change', changed.id);
      workspace.people.save({ ...changed, updated, version: before.version + 1, rev });
    }
    beside?.();
    owePerson(workspace, changed.id);
  });
}

/** Once everybody who must hear of it has: their Member, their open sockets, the channels. */
export async function answerWhenComplete(
  workspace: Workspace,
  userId: UserId,
): Promise<Outcome<object, 'service_unavailable'>> {
  return (await completePerson(workspace, userId)) ? accept({}) : refuse('service_unavailable');
}
