import { mayInviteToChannel, mayJoin, mayKick } from '../../domain/permissions/permissions.ts';
import type { UserId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { ChannelObject, Seat } from '../../protocol/objects/channel.ts';
import { accept, refuse, refuseFor } from '../../protocol/refusal.ts';
import { requireMember, requireNamed, requireViewer, requireWriter } from './access.ts';
import type { Appending, Room } from './room.ts';
import type { MemberRow } from './rows.ts';
import { writeSystemMessage } from './system-message.ts';

type Answer<Verb extends keyof ChannelObject> = Promise<Awaited<ReturnType<ChannelObject[Verb]>>>;

/** How long a caller waits for other objects to confirm; the work goes on, and a repeat of the call waits again. */
const confirmLimitMs = 5_000;

export async function join(room: Room, actor: Actor): Answer<'join'> {
  const seen = requireViewer(room, actor);
  if (!seen.ok) return seen;
  const named = requireNamed(seen.meta);
  if (!named.ok) return named;
  if (seen.meta.isArchived) return refuse('is_archived');
  if (!seen.isMember) {
    if (!mayJoin(actor, seen.meta)) return refuse('channel_not_found');
    room.transact((log) => {
      writeJoin(room, log, actor, undefined);
      sayJoined(room, log, actor);
    });
  }
  if (!(await settleMembers(room, [actor.userId]))) return refuse('service_unavailable');
  // Deleted meanwhile.
  if (room.meta === undefined) return refuse('channel_not_found');
  return accept({ summary: room.summary(), already: seen.isMember });
}

export async function invite(
  room: Room,
  actor: Actor,
  seats: readonly Seat[],
  force: boolean,
): Answer<'invite'> {
  const writer = requireWriter(room, actor);
  if (!writer.ok) return writer;
  const named = requireNamed(writer.meta);
  if (!named.ok) return named;
  if (!mayInviteToChannel(actor)) return refuse('user_is_restricted');
  const others = seats.filter((seat) => seat.userId !== actor.userId);
  if (others.length < seats.length && !(force && others.length > 0)) {
    return refuseFor('cant_invite_self', [actor.userId]);
  }
  const newcomers = others.filter((seat) => !room.members.has(seat.userId));
  const isRepeat = newcomers.length === 0 && others.some((seat) => isUnfinished(room, seat.userId));
  if (newcomers.length < others.length && !force && !isRepeat) {
    const present = others.filter((seat) => room.members.has(seat.userId));
    return refuseFor(
      'already_in_channel',
      present.map(({ userId }) => userId),
    );
  }
  bringIn(room, newcomers, actor.userId);
  const userIds = others.map((seat) => seat.userId);
  if (!(await settleMembers(room, userIds))) {
    for (const userId of userIds) room.store.saveUnanswered('invite', userId);
    return refuse('service_unavailable');
  }
  if (room.meta === undefined) return refuse('channel_not_found');
  for (const userId of userIds) room.store.clearUnanswered('invite', userId);
  return accept({ summary: room.summary() });
}

/** The Directory brings people in: new ones into #general, and into what their invitation names. */
export async function admit(
  room: Room,
  seats: readonly Seat[],
  inviter: UserId | undefined,
): Answer<'admit'> {
  if (room.meta === undefined) return refuse('channel_not_found');
  if (room.meta.isArchived) return refuse('is_archived');
  bringIn(
    room,
    seats.filter((seat) => !room.members.has(seat.userId)),
    inviter,
    true,
  );
  const isTold = await settleMembers(
    room,
    seats.map((seat) => seat.userId),
  );
  return isTold ? accept({}) : refuse('service_unavailable');
}

export async function leave(room: Room, actor: Actor): Answer<'leave'> {
  const removedAt = removalOf(room, actor);
  if (removedAt !== undefined) {
    return (await settleRemoval(room, actor.userId, removedAt))
      ? accept({ left: false })
      : refuse('service_unavailable');
  }
  const seen = requireViewer(room, actor);
  if (!seen.ok) return seen;
  const named = requireNamed(seen.meta);
  if (!named.ok) return named;
  if (!seen.isMember) return accept({ left: false });
  if (seen.meta.isArchived) return refuse('is_archived');
  if (seen.meta.isGeneral) return refuse('cant_leave_general');
  if (seen.meta.kind === 'private' && room.members.size === 1) return refuse('last_member');
  const isGone = await takeOut(room, actor.userId, actor.userId);
  return isGone ? accept({ left: true }) : refuse('service_unavailable');
}

/** Answered after the removed person's gateway has the entry: nothing that is ordered after it reaches them. */
export async function kick(room: Room, actor: Actor, userId: UserId): Answer<'kick'> {
  const member = requireMember(room, actor);
  if (!member.ok) return member;
  const named = requireNamed(member.meta);
  if (!named.ok) return named;
  if (member.meta.isGeneral) return refuse('cant_kick_from_general');
  if (userId === actor.userId) return refuse('cant_kick_self');
  if (!mayKick(actor, member.meta)) return refuse('restricted_action');
  if (!room.members.has(userId)) {
    const removedAt = room.store.removedAt(userId);
    const isUnfinishedKick =
      room.store.isUnanswered('kick', userId) ||
      (removedAt !== undefined && !isRemovalSettled(room, userId, removedAt));
    if (removedAt === undefined || !isUnfinishedKick) return refuse('not_in_channel');
    return answerKick(room, userId, await settleRemoval(room, userId, removedAt));
  }
  return answerKick(room, userId, await takeOut(room, userId, actor.userId));
}

function answerKick(room: Room, userId: UserId, isGone: boolean): Awaited<Answer<'kick'>> {
  if (isGone) room.store.clearUnanswered('kick', userId);
  else room.store.saveUnanswered('kick', userId);
  return isGone ? accept({}) : refuse('service_unavailable');
}

/** The Directory takes somebody out: a guest whose channels changed. From #general too, and answered as a kick is. */
export async function expel(room: Room, userId: UserId): Answer<'expel'> {
  if (room.meta === undefined) return refuse('channel_not_found');
  const named = requireNamed(room.meta);
  if (!named.ok) return named;
  const removedAt = room.members.has(userId) ? undefined : room.store.removedAt(userId);
  const isGone =
    removedAt === undefined
      ? await takeOut(room, userId, userId)
      : await settleRemoval(room, userId, removedAt);
  return isGone ? accept({}) : refuse('service_unavailable');
}

/** In a transaction: one person more, at the next place. */
export function writeJoin(
  room: Room,
  log: Appending,
  seat: Seat,
  inviter: UserId | undefined,
  shardCount?: number,
): void {
  const { seq, micros } = log.next();
  const isGuest = seat.role === 'guest';
  const row: MemberRow = {
    user: seat.userId,
    is_guest: isGuest ? 1 : 0,
    inviter: inviter ?? null,
    joined: micros,
    rev: seq,
  };
  room.seat(log, row, shardCount);
  room.store.insertEntry({
    seq,
    kind: 'member_joined_channel',
    message_seq: null,
    user: seat.userId,
    detail: JSON.stringify({ inviter, isGuest }),
    at: micros,
  });
}

function bringIn(
  room: Room,
  seats: readonly Seat[],
  inviter: UserId | undefined,
  isOfDirectory = false,
): void {
  if (seats.length === 0) return;
  room.transact((log) => {
    for (const seat of seats) {
      writeJoin(room, log, seat, inviter);
      // Everybody comes into #general: that somebody is new is told by the workspace's log.
      if (!room.requireMeta().isGeneral || !isOfDirectory) sayJoined(room, log, seat, inviter);
    }
  });
}

function sayJoined(room: Room, log: Appending, { userId }: Pick<Seat, 'userId'>, inviter?: UserId): void {
  writeSystemMessage(room, log, {
    subtype: 'channel_join',
    by: { userId },
    text: 'has joined the channel',
    ...(inviter === undefined ? {} : { facts: { inviter } }),
  });
}

async function takeOut(room: Room, userId: UserId, by: UserId): Promise<boolean> {
  const row = room.members.get(userId);
  if (row === undefined) return true;
  const seq = room.transact((log) => {
    const place = log.next();
    room.unseat(log, { ...row, rev: place.seq });
    room.store.insertEntry({
      seq: place.seq,
      kind: 'member_left_channel',
      message_seq: null,
      user: userId,
      detail: JSON.stringify({ by }),
      at: place.micros,
    });
    // After it: their own removal is the last that they hear.
    writeSystemMessage(room, log, {
      subtype: 'channel_leave',
      by: { userId },
      text: by === userId ? 'has left the channel' : `was removed from the channel by <@${by}>`,
    });
    return place.seq;
  });
  return settleRemoval(room, userId, seq);
}

async function settleRemoval(room: Room, userId: UserId, seq: number): Promise<boolean> {
  const [isTold, isDelivered] = await Promise.all([
    room.memberConsumer.told(userId, seq, confirmLimitMs),
    room.fanout.reached(room.shardOf(userId), seq, confirmLimitMs),
  ]);
  return isTold && isDelivered;
}

/** Whether each of these people's Members knows that they are here. */
export async function settleMembers(room: Room, userIds: readonly UserId[]): Promise<boolean> {
  const rows = userIds.map((userId) => room.members.get(userId)).filter((row) => row !== undefined);
  const told = await Promise.all(
    rows.map((row) => room.memberConsumer.told(row.user, row.rev, confirmLimitMs)),
  );
  return told.every(Boolean);
}

/** Where the person was removed, if they were here once: their repeat of the call waits for that to be known. */
const removalOf = (room: Room, actor: Actor): number | undefined =>
  room.meta?.teamId !== actor.teamId || room.members.has(actor.userId)
    ? undefined
    : room.store.removedAt(actor.userId);

/** Whether an invitation of this person got no answer yet, or is under way. */
const isUnfinished = (room: Room, userId: UserId): boolean =>
  room.store.isUnanswered('invite', userId) ||
  !room.memberConsumer.hasTold(userId, room.members.get(userId)?.rev ?? 0);

const isRemovalSettled = (room: Room, userId: UserId, seq: number): boolean =>
  room.memberConsumer.hasTold(userId, seq) && room.fanout.cursorOf(room.shardOf(userId)) >= seq;
