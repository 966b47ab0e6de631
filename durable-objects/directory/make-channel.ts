import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { ChannelCreation, Seat } from '../../protocol/objects/channel.ts';
import { backoffMs, retryMostMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { ChannelRow } from './channels-store.ts';
import { completePerson } from './complete-person.ts';
import { hideChannel } from './forget-channel.ts';
import { callLimitMs } from './limits.ts';
import type { Workspace } from './workspace.ts';

/** `late`: an alarm goes on with it. `void`: it was settled as never to be, and its name is free again. */
export type MakeOutcome = { state: 'open'; summary: ChannelSummary } | { state: 'late' } | { state: 'void' };

const atOnceMax = 20;

/** Steps two and three of a creation: has the Channel created, which is safe to repeat, then confirms the reservation. */
export function makeChannel(workspace: Workspace, channelId: ChannelId): Promise<MakeOutcome> {
  const running = workspace.making.get(channelId);
  if (running !== undefined) return running;
  const work = make(workspace, channelId).finally(() => workspace.making.delete(channelId));
  workspace.making.set(channelId, work);
  return work;
}

/**
 * That the channel exists, by which name, and who may see it: it becomes visible, and of a public one all are told, as
 * they are when it is one no longer. Safe to repeat; an older summary changes nothing.
 */
export function confirmChannel(workspace: Workspace, summary: ChannelSummary): void {
  const row = workspace.channels.byId(summary.id);
  if (row === undefined) return;
  if (row.state === 'open' && (row.summary?.rev ?? 0) >= summary.rev) return;
  const { id, name, kind } = summary;
  const isRenamed = row.state === 'open' && workspace.renames.of(id)?.name === name;
  workspace.transact((log) => {
    workspace.channels.saveSummary(summary);
    if (isRenamed) {
      workspace.channels.saveName(id, name);
      workspace.renames.clear(id);
    }
    const wasPublic = row.state === 'open' && row.kind === 'public';
    if (kind === 'public') {
      if (!wasPublic) log.append('channel_created', id);
      else if (isRenamed) log.append('channel_rename', id);
    } else if (wasPublic) hideChannel(workspace, log, id);
  });
}

/**
 * Reservations that were left over. A named one is settled by asking the Channel, which, if it was not created,
 * never will be. #general and direct channels are wanted by more than the call that died: they are made.
 */
export const reservationsDuty = (workspace: Workspace): Duty => ({
  name: 'reservations',
  dueAt: () => {
    const at = workspace.channels.firstDueAt();
    return at === undefined ? undefined : retryTime(at, workspace.now());
  },
  run: async (nowMs) => {
    const due = workspace.channels.due(nowMs, nowMs + retryMostMs, atOnceMax);
    await Promise.all(due.map((row) => settle(workspace, row)));
  },
});

async function settle(workspace: Workspace, row: ChannelRow): Promise<void> {
  if (workspace.making.has(row.id) || row.isGeneral || row.key !== undefined) {
    await makeChannel(workspace, row.id);
    return;
  }
  try {
    const asked = workspace.objects.channel(row.id).settleCreation();
    const { created } = await withinLimit('settleCreation', callLimitMs, asked);
    if (created) await makeChannel(workspace, row.id);
    else release(workspace, row.id);
  } catch (error) {
    postpone(workspace, row.id, error);
  }
}

async function make(workspace: Workspace, channelId: ChannelId): Promise<MakeOutcome> {
  const row = workspace.channels.byId(channelId);
  if (row === undefined) return { state: 'void' };
  if (row.summary !== undefined) return { state: 'open', summary: row.summary };
  try {
    const creation = creationOf(workspace, row);
    const known = await Promise.all(creation.seats.map(({ userId }) => completePerson(workspace, userId)));
    if (known.includes(false)) throw new Error('a Member does not know its person yet');
    const created = workspace.objects.channel(channelId).create(creation);
    const answer = await withinLimit('create', callLimitMs, created);
    if (answer.ok) {
      confirmChannel(workspace, answer.summary);
      return { state: 'open', summary: answer.summary };
    }
    if (answer.error === 'void') {
      release(workspace, channelId);
      return { state: 'void' };
    }
    throw new Error(answer.error);
  } catch (error) {
    postpone(workspace, channelId, error);
    return { state: 'late' };
  }
}

function creationOf(workspace: Workspace, row: ChannelRow): ChannelCreation {
  const team = workspace.requireTeam();
  const ids = row.key === undefined ? [row.creator] : peopleOfKey(row.key);
  const people = workspace.people.byIds(ids);
  const seats = ids.map((id) => people.get(id)).filter((person) => person !== undefined);
  return {
    id: row.id,
    teamId: team.id,
    kind: row.kind,
    name: row.name ?? groupName(row, seats),
    isGeneral: row.isGeneral,
    creator: row.creator,
    seats: seats.map(({ id, role }): Seat => ({ userId: id, role })),
    shards: team.shards,
  };
}

/** Slack's name of a group; a direct channel of two has none. */
const groupName = ({ kind }: ChannelRow, people: readonly { handle: string }[]): string =>
  kind === 'group' ? `mpdm-${people.map(({ handle }) => handle).join('--')}-1` : '';

export const keyOfPeople = (ids: Iterable<UserId>): string => [...new Set(ids)].sort().join(',');
const peopleOfKey = (key: string): UserId[] => key.split(',') as UserId[];

function release(workspace: Workspace, channelId: ChannelId): void {
  workspace.transact(() => workspace.channels.release(channelId));
}

function postpone(workspace: Workspace, channelId: ChannelId, error: unknown): void {
  const row = workspace.channels.byId(channelId);
  // A summary may have confirmed it meanwhile.
  if (row?.state !== 'reserved') return;
  const tries = row.tries + 1;
  const due = workspace.now() + backoffMs(tries);
  workspace.transact(() => workspace.channels.postpone(channelId, due, tries));
  console.warn(JSON.stringify({ event: 'channel_late', channel: channelId, tries, reason: String(error) }));
}
