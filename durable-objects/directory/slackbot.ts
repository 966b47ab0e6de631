import { profileOf } from '../../domain/profile/profile-facts.ts';
import { slackbotId } from '../../protocol/ids.ts';
import { addPerson } from './add-person.ts';
import type { PersonRow } from './people-store.ts';
import type { Workspace } from './workspace.ts';

const profile = profileOf('Slackbot', undefined);

/** Slackbot as people see it, in a workspace where nobody needed its row yet: nothing is written by reading. */
export const unstoredSlackbot = (workspace: Workspace): PersonRow => ({
  id: slackbotId,
  handle: 'slackbot',
  role: 'member',
  isActive: true,
  account: undefined,
  bot: undefined,
  maker: undefined,
  unanswered: false,
  profile,
  updated: workspace.requireTeam().created,
  version: 1,
  copied: 0,
  rev: 0,
});

/** Before the first direct channel with it: from then on it is a person like others, with a Member. */
export function storeSlackbot(workspace: Workspace): void {
  if (workspace.team === undefined || workspace.people.byId(slackbotId) !== undefined) return;
  workspace.transact((log) => {
    addPerson(workspace, log, { id: slackbotId, role: 'member', profile });
  });
}
