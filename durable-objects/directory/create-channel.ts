import { mayCreateChannel } from '../../domain/permissions/permissions.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { ChannelRow } from './channels-store.ts';
import { graceMs } from './limits.ts';
import { makeChannel } from './make-channel.ts';
import type { Workspace } from './workspace.ts';

type Create = DirectoryObject['createChannel'];

/**
 * Three steps: the name is reserved for a new id, the Channel is created, the reservation is confirmed. A name is
 * taken from the first step on. Who got no answer in time may repeat the call: it goes on with their reservation.
 */
export async function createChannel(
  workspace: Workspace,
  actor: Actor,
  { name, isPrivate }: Parameters<Create>[1],
): Promise<Awaited<ReturnType<Create>>> {
  const person = workspace.activePerson(actor);
  if (person === undefined || !mayCreateChannel(person)) return refuse('restricted_action');
  const kind = isPrivate ? 'private' : 'public';
  // A second round only where the first found that an old reservation was settled as never to be.
  for (let round = 0; round < 2; round += 1) {
    const row = workspace.channels.byName(name);
    if (workspace.renames.byName(name) !== undefined) return refuse('name_taken');
    if (row !== undefined && !isUnanswered(workspace, row, actor, kind)) return refuse('name_taken');
    if (workspace.usergroups.byHandle(name) !== undefined) return refuse('name_taken');
    const id = row?.id ?? mintId('C');
    if (row === undefined) {
      const due = workspace.now() + graceMs;
      const reservation = {
        id,
        kind,
        name,
        key: undefined,
        isGeneral: false,
        creator: actor.userId,
        due,
      } as const;
      workspace.transact(() => workspace.channels.reserve(reservation));
    }
    const made = await makeChannel(workspace, id);
    if (made.state === 'late') return refuse('service_unavailable');
    if (made.state === 'open') {
      workspace.transact(() => workspace.channels.saveAnswered(id));
      return accept({ summary: made.summary });
    }
  }
  return refuse('service_unavailable');
}

/** Left by a call of the same person that got no answer; not one that is being made by a call at this moment. */
const isUnanswered = (
  workspace: Workspace,
  row: ChannelRow,
  actor: Actor,
  kind: ChannelRow['kind'],
): boolean =>
  row.unanswered && row.creator === actor.userId && row.kind === kind && !workspace.making.has(row.id);
