import { isDirectId } from '../../protocol/ids.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { PersonCopy } from '../../protocol/objects/member.ts';
import { backoffMs, retryMostMs, retryTime } from '../log/duties.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import { callLimitMs, graceMs } from './limits.ts';
import type { PersonRow, SeatRow } from './people-store.ts';
import type { Workspace } from './workspace.ts';

const atOnceMax = 20;
/** A channel waits that long itself for those who must hear of a removal. */
const expelLimitMs = 6_000;

/** In the transaction that changes a person: others must hear of it, and if this turn dies, the alarm tells them. */
export function owePerson(workspace: Workspace, userId: UserId): void {
  workspace.people.owe(userId, workspace.now() + graceMs);
}

/**
 * Tells the person's Member who they are, then has channels take them out or admit them, in this order: a channel
 * admits nobody whose Member does not know them, and a guest gets into nothing new meanwhile. False: not in time; an alarm goes on, and a repeat waits for it.
 */
export async function completePerson(workspace: Workspace, userId: UserId): Promise<boolean> {
  if (workspace.people.owed(userId) === undefined) return true;
  const work = workspace.completing.get(userId) ?? begin(workspace, userId);
  // Then once more: what came to be owed just as that work ended is owed still.
  return (await work) && completePerson(workspace, userId);
}

/** People whom others were not told of: a half-joined one is completed here. */
export const owedPeopleDuty = (workspace: Workspace): Duty => ({
  name: 'owed people',
  dueAt: () => {
    const at = workspace.people.firstOwedAt();
    return at === undefined ? undefined : retryTime(at, workspace.now());
  },
  run: async (nowMs) => {
    const due = workspace.people.owedDue(nowMs, nowMs + retryMostMs, atOnceMax);
    await Promise.all(due.map(({ user }) => completePerson(workspace, user)));
  },
});

function begin(workspace: Workspace, userId: UserId): Promise<boolean> {
  const work = complete(workspace, userId).finally(() => workspace.completing.delete(userId));
  workspace.completing.set(userId, work);
  return work;
}

async function complete(workspace: Workspace, userId: UserId): Promise<boolean> {
  const { people } = workspace;
  try {
    // Again from the top after each await: what changed meanwhile is owed as well.
    for (;;) {
      if (people.owed(userId) === undefined) return true;
      const person = people.byId(userId);
      const stays = people.stays(userId);
      const seats = people.seats(userId);
      if (person !== undefined && person.copied < person.version) await tellMember(workspace, person);
      else if (stays !== undefined) await takeOut(workspace, userId, stays);
      else if (seats.length > 0) await Promise.all(seats.map((seat) => askForSeat(workspace, seat)));
      else workspace.transact(() => people.clearOwed(userId));
    }
  } catch (error) {
    const tries = (people.owed(userId)?.tries ?? 0) + 1;
    workspace.transact(() => people.owe(userId, workspace.now() + backoffMs(tries), tries));
    console.warn(JSON.stringify({ event: 'person_owed', user: userId, tries, reason: String(error) }));
    return false;
  }
}

async function tellMember(workspace: Workspace, person: PersonRow): Promise<void> {
  const member = workspace.objects.member(workspace.requireTeam().id, person.id);
  const told = await withinLimit('setPerson', callLimitMs, member.setPerson(copyOf(workspace, person)));
  if (!told.ok) throw new Error(told.error);
  workspace.transact(() => workspace.people.saveCopied(person.id, person.version));
}

/** Their own Member knows where they are. A direct conversation is nobody's to be taken out of. */
async function takeOut(workspace: Workspace, userId: UserId, stays: readonly ChannelId[]): Promise<void> {
  const member = workspace.objects.member(workspace.requireTeam().id, userId);
  const memberships = await withinLimit('memberships', callLimitMs, member.memberships());
  const others = memberships
    .map(({ channelId }) => channelId)
    .filter((id) => !stays.includes(id) && !isDirectId(id));
  await Promise.all(
    others.map(async (id) => {
      const answer = await withinLimit('expel', expelLimitMs, workspace.objects.channel(id).expel(userId));
      if (!answer.ok && answer.error === 'service_unavailable') throw new Error(answer.error);
    }),
  );
  // Unless another list came meanwhile.
  if (workspace.people.stays(userId)?.join() !== stays.join()) return;
  workspace.transact(() => workspace.people.clearStays(userId));
}

async function askForSeat(workspace: Workspace, seat: SeatRow): Promise<void> {
  const person = workspace.people.byId(seat.user);
  if (person !== undefined) {
    const seats = [{ userId: person.id, role: person.role }];
    const admitted = workspace.objects.channel(seat.channel).admit(seats, seat.inviter ?? undefined);
    const answer = await withinLimit('admit', callLimitMs, admitted);
    if (!answer.ok && answer.error === 'service_unavailable') throw new Error(answer.error);
    // Refused otherwise: the channel was archived since the invitation. The person comes without it.
  }
  workspace.transact(() => workspace.people.clearSeat(seat));
}

const copyOf = (workspace: Workspace, person: PersonRow): PersonCopy => {
  const { id: teamId, shards } = workspace.requireTeam();
  return {
    teamId,
    userId: person.id,
    role: person.role,
    ...(person.bot ? { bot: { id: person.bot, name: person.profile.realName } } : {}),
    version: person.version,
    isActive: person.isActive,
    shards,
  };
};
