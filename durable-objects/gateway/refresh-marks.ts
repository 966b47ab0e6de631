import {
  channelMarked,
  channelPreferences,
  opennessEvent,
  starEvent,
  threadEvent,
} from '../../domain/unread/personal-events.ts';
import type { PersonalEvent } from '../../protocol/events.ts';
import { isDirectId } from '../../protocol/ids.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { MemberBoot } from '../../protocol/objects/member.ts';
import type { GatewayContext } from './context.ts';
import type { Session } from './session.ts';

/**
 * A push was lost (its version jumps): all marks are asked for, and told, and threads that changed. Nothing waits for
 * it: where it fails, this socket alone is behind, and the next push finds that again.
 */
export function refreshMarks(gateway: GatewayContext, session: Session): void {
  gateway.inBackground('marks', askForMarks(gateway, session));
}

async function askForMarks(gateway: GatewayContext, session: Session): Promise<void> {
  const { caller } = session.state;
  const member = gateway.objects.member(caller.teamId, caller.userId);
  const boot = await member.boot(caller.credentialId, session.state.version);
  if (session.isEnded) return;
  if (!boot.ok) {
    session.end(closeCodes.revoked, boot.error);
    return;
  }
  if (boot.version <= session.state.version) return;
  session.state.version = boot.version;
  session.save();
  for (const event of eventsOf(boot)) if (session.hasScopeOf(event.type)) session.send(event);
}

/** Of channels all, of threads and stars those that changed after the version that the socket had. */
function* eventsOf({
  caller,
  memberships,
  threads,
  stars,
  preferences,
  version,
}: MemberBoot): Iterable<PersonalEvent> {
  const mentions = new Map(memberships.map((membership) => [membership.channelId, membership.mentions]));
  for (const membership of memberships) {
    yield channelMarked(membership, version);
    yield channelPreferences(membership, version);
    if (isDirectId(membership.channelId)) yield opennessEvent(caller.userId, membership, version);
  }
  for (const thread of threads) {
    const type = thread.isFollowing ? 'thread_subscribed' : 'thread_unsubscribed';
    yield threadEvent(type, thread, mentions.get(thread.channelId) ?? 0, version);
  }
  for (const star of stars) yield starEvent(caller.userId, star, version);
  yield { type: 'preferences_changed', preferences, version };
}
