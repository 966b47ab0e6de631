import { slackbotId } from '../../protocol/ids.ts';
import type { BotId, UserId } from '../../protocol/ids.ts';
import type { Person } from '../../protocol/objects/directory.ts';
import type { PersonRow } from './people-store.ts';
import { presentPerson } from './present-user.ts';
import { unstoredSlackbot } from './slackbot.ts';
import type { Workspace } from './workspace.ts';

export const person = (workspace: Workspace, userId: UserId): Person | undefined =>
  present(
    workspace,
    workspace.people.byId(userId) ?? (userId === slackbotId ? slackbotOf(workspace) : undefined),
  );

export const personOfAccount = (workspace: Workspace, accountId: string): Person | undefined =>
  present(workspace, workspace.people.byAccount(accountId));

export const personByEmail = (workspace: Workspace, email: string): Person | undefined =>
  present(workspace, workspace.people.byEmail(email.trim().toLowerCase()));

export const bot = (workspace: Workspace, botId: BotId): Person | undefined =>
  present(workspace, workspace.people.byBot(botId));

export function persons(workspace: Workspace, userIds: readonly UserId[]): Person[] {
  const found = workspace.people.byIds(userIds);
  return userIds
    .map((id) => present(workspace, found.get(id) ?? (id === slackbotId ? slackbotOf(workspace) : undefined)))
    .filter((one) => one !== undefined);
}

export function people(
  workspace: Workspace,
  { after, limit }: { after?: UserId; limit: number },
): { people: Person[]; more: boolean } {
  const found = withSlackbot(workspace, after ?? '', workspace.people.page(after ?? '', limit + 1));
  const page = found.slice(0, limit).map((row) => present(workspace, row));
  return { people: page.filter((one) => one !== undefined), more: found.length > limit };
}

const slackbotOf = (workspace: Workspace): PersonRow | undefined =>
  workspace.team && unstoredSlackbot(workspace);

/** At its place, also where its row is not stored. */
function withSlackbot(workspace: Workspace, after: string, rows: readonly PersonRow[]): PersonRow[] {
  const slackbot = slackbotOf(workspace);
  const isPast = after >= slackbotId || workspace.people.byId(slackbotId) !== undefined;
  if (slackbot === undefined || isPast) return [...rows];
  return [...rows, slackbot].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

const present = (workspace: Workspace, row: PersonRow | undefined): Person | undefined =>
  row && presentPerson(workspace.requireTeam(), row, workspace.now());
