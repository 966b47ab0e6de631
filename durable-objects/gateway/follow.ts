import { mayReadFromOutside } from '../../domain/permissions/permissions.ts';
import { shardOf } from '../../domain/shard.ts';
import type { DownFrame } from '../../protocol/down-frame.ts';
import type { ChannelId } from '../../protocol/ids.ts';
import type { Duty } from '../log/duties.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { GatewayContext } from './context.ts';
import type { Session } from './session.ts';

const callLimitMs = 5_000;
/** Of one socket: what it follows is stored with it, and the runtime keeps 16 KiB of a socket. */
const followsMax = 500;
/** Half of the Channel's lease (durable-objects/channel/follow.ts). */
const renewAfterMs = 12 * 60 * 60 * 1_000;

/** Follows public channels that the person is not in; tells those that were granted, with their heads. */
export async function subscribe(
  gateway: GatewayContext,
  session: Session,
  channelIds: readonly ChannelId[],
  echo: { id?: number | string },
): Promise<DownFrame | undefined> {
  const { userId } = session.state.caller;
  const { follows = [] } = session.state;
  const followed = new Set([...follows, ...channelIds.filter((id) => !gateway.logs.has(userId, id))]);
  if (followed.size > followsMax) {
    const message = `A socket follows at most ${followsMax} channels: unsubscribe from some.`;
    return { type: 'error', ...echo, error: 'too_many_channels', message };
  }
  const granted = (await Promise.all(channelIds.map((channelId) => followOne(gateway, session, channelId))))
    .filter((place) => place !== undefined)
    // It may have become private while it was asked about.
    .filter(([id]) => gateway.logs.has(userId, id) || gateway.sockets.followersOf(id).has(session));
  const channels = Object.fromEntries(granted);
  session.send({ type: 'subscribed', ...echo, channels });
  // The heads are told: what came since follows.
  for (const [channelId, { head }] of granted) session.caughtUp(channelId, head);
  return undefined;
}

async function followOne(
  gateway: GatewayContext,
  session: Session,
  channelId: ChannelId,
): Promise<[ChannelId, { head: number }] | undefined> {
  const { caller } = session.state;
  const own = gateway.logs.has(caller.userId, channelId) ? gateway.logs.get(channelId) : undefined;
  if (own !== undefined) return [channelId, { head: own.head }];
  if (!mayReadFromOutside(caller)) return undefined;
  let isHeld = false;
  try {
    // The Directory first: for an id that was never minted no Channel is woken.
    const directory = gateway.objects.directory(caller.teamId);
    const visible = await withinLimit(
      'visible',
      callLimitMs,
      directory.visibleChannel(caller, { id: channelId }),
    );
    if (!visible.ok || !mayBegin(session, channelId)) return undefined;
    // Registered before the Channel is asked, and held: what is delivered meanwhile comes after the head.
    gateway.sockets.follow(session, channelId);
    session.hold([channelId]);
    isHeld = true;
    const shard = shardOf(caller.userId, caller.shardCount);
    const answer = await withinLimit(
      'follow',
      callLimitMs,
      gateway.objects.channel(channelId).follow(caller, shard),
    );
    if (!answer.ok) {
      stop(gateway, session, channelId);
      return undefined;
    }
    if (!stillFollows(gateway, session, channelId)) {
      release(gateway, session, channelId);
      return undefined;
    }
    gateway.renewAtMs.set(channelId, gateway.now() + renewAfterMs);
    gateway.arm(gateway.now() + renewAfterMs);
    session.resetGap(channelId);
    return [channelId, { head: answer.head }];
  } catch (error) {
    // One that cannot be followed is no reason to let the others of its frame wait.
    if (isHeld) stop(gateway, session, channelId);
    console.warn(JSON.stringify({ event: 'follow_failed', channel: channelId, reason: String(error) }));
    return undefined;
  }
}

/** Asked after an await: the socket may have closed, its person have become a guest, another frame have taken the place. */
function mayBegin({ state, isEnded }: Session, channelId: ChannelId): boolean {
  const { follows = [], caller } = state;
  const hasPlace = follows.length < followsMax || follows.includes(channelId);
  return !isEnded && mayReadFromOutside(caller) && hasPlace;
}

/** False where the follower went while the Channel was asked: then the lease that it gave out ends, if nobody else holds it. */
function stillFollows(gateway: GatewayContext, session: Session, channelId: ChannelId): boolean {
  const followers = gateway.sockets.followersOf(channelId);
  if (followers.size === 0) letGo(gateway, session, [channelId]);
  return followers.has(session);
}

export function unsubscribe(
  gateway: GatewayContext,
  session: Session,
  channelIds: readonly ChannelId[],
): void {
  for (const channelId of channelIds) stop(gateway, session, channelId);
}

function stop(gateway: GatewayContext, session: Session, channelId: ChannelId): void {
  release(gateway, session, channelId);
  if (gateway.sockets.unfollow(session, channelId)) letGo(gateway, session, [channelId]);
}

/** What waited is not for this socket, unless its person came into the channel meanwhile. */
function release(gateway: GatewayContext, session: Session, channelId: ChannelId): void {
  const isTheirs = gateway.logs.has(session.state.caller.userId, channelId);
  session.caughtUp(channelId, isTheirs ? 0 : Number.MAX_SAFE_INTEGER);
}

/** Channels that nobody here follows any more: their lease ends now, or, if this call is lost, by itself. */
export function letGo(gateway: GatewayContext, session: Session, channelIds: readonly ChannelId[]): void {
  const { caller } = session.state;
  for (const channelId of channelIds) {
    gateway.renewAtMs.delete(channelId);
    // Nothing more is delivered of it: a row that stays would be taken for its head by whoever follows next.
    if (gateway.logs.get(channelId)?.people.size === 0) gateway.logs.drop(channelId);
    const shard = shardOf(caller.userId, caller.shardCount);
    gateway.inBackground('unfollow', gateway.objects.channel(channelId).unfollow(caller.teamId, shard));
  }
}

/** Leases are renewed at half their time while a socket follows. */
export const leasesDuty = (gateway: GatewayContext): Duty => ({
  name: 'leases',
  dueAt: () => {
    const times = gateway.sockets.followed().map((channelId) => gateway.renewAtMs.get(channelId) ?? 0);
    return times.length === 0 ? undefined : Math.min(...times);
  },
  run: async (nowMs) => {
    const due = gateway.sockets.followed().filter((id) => (gateway.renewAtMs.get(id) ?? 0) <= nowMs);
    await Promise.all(due.map((channelId) => renew(gateway, channelId)));
  },
});

async function renew(gateway: GatewayContext, channelId: ChannelId): Promise<void> {
  for (const session of gateway.sockets.followersOf(channelId)) {
    const { caller } = session.state;
    const shard = shardOf(caller.userId, caller.shardCount);
    const answer = await withinLimit(
      'renew',
      callLimitMs,
      gateway.objects.channel(channelId).follow(caller, shard),
    );
    if (answer.ok) {
      // Whoever else follows by now holds it too.
      if (gateway.sockets.followersOf(channelId).size === 0) return letGo(gateway, session, [channelId]);
      gateway.renewAtMs.set(channelId, gateway.now() + renewAfterMs);
      // It had lapsed, and what was said since then was not delivered: the clock jumped, or we slept too long.
      if (gateway.logs.get(channelId)?.head !== answer.head) askToResume(gateway, channelId);
      return;
    }
    stop(gateway, session, channelId);
  }
}

function askToResume(gateway: GatewayContext, channelId: ChannelId): void {
  for (const session of gateway.sockets.followersOf(channelId)) {
    if (session.state.phase === 'ready') session.send({ type: 'resume', channels: [channelId] });
  }
}
