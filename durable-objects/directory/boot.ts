import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { LogEntry } from '../../protocol/objects/delivery.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { summaries } from './channels.ts';
import { readEntries } from './entries.ts';
import { presentTeam, presentUser } from './present-user.ts';
import type { Workspace } from './workspace.ts';

/** A reader that missed more than this loads everything anew. */
const missedMax = 1_000;

/** For a socket's first frames: read in one turn, so all of it is of one head. */
export function boot(
  workspace: Workspace,
  userId: UserId,
  channelIds: readonly ChannelId[],
  publicUrl: string | undefined,
): Awaited<ReturnType<DirectoryObject['boot']>> {
  const team = workspace.requireTeam();
  const row = workspace.people.byId(userId);
  if (row === undefined) throw new Error(`boot of a person without a row: ${userId}`);
  return {
    team: presentTeam(team, publicUrl),
    self: presentUser(team, row, workspace.now()),
    head: workspace.head,
    summaries: summaries(workspace, channelIds),
  };
}

/** What a reader missed of the workspace's log, as rows stand now, without what a guest does not see. */
export function since(
  workspace: Workspace,
  actor: Actor,
  cursor: number,
): Outcome<{ entries: LogEntry[]; head: number }, 'reset'> {
  const { head } = workspace;
  const person = workspace.activePerson(actor);
  if (person === undefined || cursor > head || cursor < head - missedMax) return refuse('reset');
  const entries: LogEntry[] = [];
  for (let from = cursor + 1; from <= head;) {
    const page = readEntries(workspace, from);
    entries.push(...page);
    from = (page.at(-1)?.seq ?? head) + 1;
  }
  const isSeen = ({ audience }: LogEntry): boolean => person.role !== 'guest' || audience !== 'full_members';
  return accept({ entries: entries.filter(isSeen), head });
}
