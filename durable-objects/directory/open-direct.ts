import { mintId } from '../../platform/secrets/mint.ts';
import { slackbotId } from '../../protocol/ids.ts';
import type { UserId } from '../../protocol/ids.ts';
import { directPeopleMax } from '../../protocol/limits.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { graceMs } from './limits.ts';
import { keyOfPeople, makeChannel } from './make-channel.ts';
import { storeSlackbot } from './slackbot.ts';
import type { Workspace } from './workspace.ts';

type Open = DirectoryObject['openDirect'];

/** The same people get the same channel: two who open it at once wait for one creation. */
export async function openDirect(
  workspace: Workspace,
  actor: Actor,
  others: readonly UserId[],
  create: boolean,
): Promise<Awaited<ReturnType<Open>>> {
  const ids = [...new Set([actor.userId, ...others])];
  if (ids.length > directPeopleMax)
    throw new RangeError(`a direct channel of ${ids.length} people was asked for`);
  if (ids.includes(slackbotId)) {
    // With each person alone.
    if (ids.length > 2) return refuse('user_not_found');
    storeSlackbot(workspace);
  }
  const people = workspace.people.byIds(ids);
  if (ids.some((id) => !people.has(id))) return refuse('user_not_found');
  const key = keyOfPeople(ids);
  const row = workspace.channels.byKey(key);
  if (row?.summary !== undefined) return accept({ summary: row.summary, already: true });
  // One that stands is for reading; a new one with somebody who left is for nobody.
  if ([...people.values()].some(({ isActive }) => !isActive)) return refuse('user_disabled');
  if (!create) return refuse('channel_not_found');
  const kind = ids.length > 2 ? ('group' as const) : ('direct' as const);
  const id = row?.id ?? mintId(kind === 'group' ? 'G' : 'D');
  if (row === undefined) {
    const due = workspace.now() + graceMs;
    const reservation = { id, kind, name: undefined, key, isGeneral: false, creator: actor.userId, due };
    workspace.transact(() => workspace.channels.reserve(reservation));
  }
  const made = await makeChannel(workspace, id);
  if (made.state !== 'open') return refuse('service_unavailable');
  return accept({ summary: made.summary, already: row !== undefined });
}
