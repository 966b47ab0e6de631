import type { ChannelId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { DirectoryObject } from '../../protocol/objects/directory.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import { backoffMs, retryMostMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import { callLimitMs, graceMs } from './limits.ts';
import { confirmChannel } from './make-channel.ts';
import type { RenameRow } from './renames-store.ts';
import type { Workspace } from './workspace.ts';

type Rename = DirectoryObject['renameChannel'];
type Request = Parameters<Rename>[2];
type Answer = Awaited<ReturnType<Rename>>;

const atOnceMax = 20;

/**
 * Three steps, as a creation: the name is reserved, the Channel takes it if this actor may give it, the reservation
 * is confirmed. Both names are taken from the first step to the last. One rename of a channel at a time.
 */
export async function renameChannel(
  workspace: Workspace,
  actor: Actor,
  channelId: ChannelId,
  request: Request,
): Promise<Answer> {
  for (;;) {
    const running = workspace.renaming.get(channelId);
    if (running === undefined) break;
    await running;
  }
  const work = rename(workspace, actor, channelId, request);
  workspace.renaming.set(channelId, work);
  try {
    return await work;
  } finally {
    workspace.renaming.delete(channelId);
  }
}

async function rename(
  workspace: Workspace,
  actor: Actor,
  channelId: ChannelId,
  { name, asAdmin }: Request,
): Promise<Answer> {
  const row = workspace.channels.byId(channelId);
  if (row?.state !== 'open') return refuse('channel_not_found');
  const left = workspace.renames.of(channelId);
  // Of a call that got no answer: with another name it is settled first.
  if (left !== undefined && left.name !== name && !(await settle(workspace, left)))
    return refuse('service_unavailable');
  if (isTakenByOther(workspace, channelId, name)) return refuse('name_taken');
  const isNew = workspace.channels.byId(channelId)?.name !== name;
  if (isNew && workspace.renames.of(channelId) === undefined) {
    workspace.transact(() => workspace.renames.reserve(channelId, name, workspace.now() + graceMs));
  }
  const number = workspace.renames.of(channelId)?.number ?? 0;
  try {
    const asked = workspace.objects.channel(channelId).rename(actor, { name, number, asAdmin });
    const answer = await withinLimit('rename', callLimitMs, asked);
    if (answer.ok) {
      confirmChannel(workspace, answer.summary);
      return accept({ summary: answer.summary });
    }
    // An earlier call, whose answer was lost, may have done it.
    const reserved = workspace.renames.of(channelId);
    if (reserved !== undefined) await settle(workspace, reserved);
    const { error } = answer;
    return error === 'void' ? refuse('service_unavailable') : refuse(error);
  } catch (error) {
    postpone(workspace, { channel: channelId, number }, error);
    return refuse('service_unavailable');
  }
}

function isTakenByOther(workspace: Workspace, channelId: ChannelId, name: string): boolean {
  if (workspace.usergroups.byHandle(name) !== undefined) return true;
  const holder = workspace.channels.byName(name)?.id ?? workspace.renames.byName(name)?.channel;
  return holder !== undefined && holder !== channelId;
}

/** Reservations that were left over: the Channel took the name, or never will. */
export const renamesDuty = (workspace: Workspace): Duty => ({
  name: 'renames',
  dueAt: () => {
    const at = workspace.renames.firstDueAt();
    return at === undefined ? undefined : retryTime(at, workspace.now());
  },
  run: async (nowMs) => {
    const due = workspace.renames.due(nowMs, nowMs + retryMostMs, atOnceMax);
    await Promise.all(due.map(({ channel }) => settleAlone(workspace, channel)));
  },
});

async function settleAlone(workspace: Workspace, channelId: ChannelId): Promise<void> {
  await workspace.renaming.get(channelId);
  const row = workspace.renames.of(channelId);
  if (row !== undefined) await settle(workspace, row);
}

async function settle(workspace: Workspace, row: RenameRow): Promise<boolean> {
  const { channel, name, number } = row;
  try {
    const asked = workspace.objects.channel(channel).settleRename({ name, number });
    const answer = await withinLimit('settleRename', callLimitMs, asked);
    if (answer.renamed) confirmChannel(workspace, answer.summary);
    else if (isStanding(workspace, row)) workspace.transact(() => workspace.renames.clear(channel));
    return true;
  } catch (error) {
    postpone(workspace, row, error);
    return false;
  }
}

/** Another one may have been reserved while this one was asked about, and a summary may have confirmed it. */
const isStanding = (
  workspace: Workspace,
  { channel, number }: Pick<RenameRow, 'channel' | 'number'>,
): boolean => workspace.renames.of(channel)?.number === number;

function postpone(workspace: Workspace, row: Pick<RenameRow, 'channel' | 'number'>, error: unknown): void {
  const { channel } = row;
  if (!isStanding(workspace, row)) return;
  const tries = (workspace.renames.of(channel)?.tries ?? 0) + 1;
  workspace.transact(() => workspace.renames.postpone(channel, workspace.now() + backoffMs(tries), tries));
  console.warn(JSON.stringify({ event: 'rename_late', channel, tries, reason: String(error) }));
}
