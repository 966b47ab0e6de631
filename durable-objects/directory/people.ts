import type { BotId, UserId } from '../../protocol/ids.ts';
import type { Person } from '../../protocol/objects/directory.ts';
import type { PersonRow } from './people-store.ts';
import { presentPerson } from './present-user.ts';
import type { Workspace } from './workspace.ts';

export const person = (workspace: Workspace, userId: UserId): Person | undefined =>
  present(workspace, workspace.people.byId(userId));

export const personOfAccount = (workspace: Workspace, accountId: string): Person | undefined =>
  present(workspace, workspace.people.byAccount(accountId));

export const personByEmail = (workspace: Workspace, email: string): Person | undefined =>
  present(workspace, workspace.people.byEmail(email.trim().toLowerCase()));

export const bot = (workspace: Workspace, botId: BotId): Person | undefined =>
  present(workspace, workspace.people.byBot(botId));

export function persons(workspace: Workspace, userIds: readonly UserId[]): Person[] {
  const found = workspace.people.byIds(userIds);
  return userIds.map((id) => present(workspace, found.get(id))).filter((one) => one !== undefined);
}

export function people(
  workspace: Workspace,
  { after, limit }: { after?: UserId; limit: number },
): { people: Person[]; more: boolean } {
  const found = workspace.people.page(after ?? '', limit + 1);
  const page = found.slice(0, limit).map((row) => present(workspace, row));
  return { people: page.filter((one) => one !== undefined), more: found.length > limit };
}

const present = (workspace: Workspace, row: PersonRow | undefined): Person | undefined =>
  row && presentPerson(workspace.requireTeam(), row, workspace.now());
