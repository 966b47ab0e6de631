import { lineCounts } from '../../../domain/unread/line-counts.ts';
import { preferencesOf } from '../../../domain/unread/personal-events.ts';
import { closeCodes } from '../../../protocol/frames.ts';
import type { HelloChannel } from '../../../protocol/frames.ts';
import type { MemberObject, Membership } from '../../../protocol/objects/member.ts';
import { version, versionFloor } from '../../../protocol/version.ts';
import { eventFrame } from '../../gateway/event-frame.ts';
import type { Session } from '../../gateway/session.ts';
import { withinLimit } from '../../log/time-limit.ts';
import { requireListener } from '../access.ts';
import { attachmentOf } from '../attachment.ts';
import { readEntries } from '../entries.ts';
import type { Room } from '../room.ts';

const callLimitMs = 5_000;

/** The first frames of a direct socket: its list of channels is this one. */
export async function greet(
  room: Room,
  session: Session,
  hello: { readonly version: number; readonly cursors: Readonly<Record<string, number>> },
): Promise<void> {
  if (hello.version < versionFloor) {
    session.end(closeCodes.versionTooOld, `speak version ${versionFloor} or newer`);
    return;
  }
  session.state.phase = 'greeting';
  const { caller } = session.state;
  const { id } = room.requireMeta();
  const [member, directory] = await withinLimit(
    'hello',
    callLimitMs,
    Promise.all([watchAndBoot(room, session), room.objects.directory(caller.teamId).boot(caller.userId, [])]),
  );
  if (session.isEnded) return;
  if (!member.ok) {
    session.end(closeCodes.revoked, member.error);
    return;
  }
  // The role may have changed since the Worker asked; one that a revocation brought meanwhile is newer than this answer.
  if (session.state.caller === caller) session.state.caller = member.caller;
  if (!requireListener(room, session.state.caller).ok) {
    session.end(closeCodes.revoked, 'not in the channel');
    return;
  }
  const { self, team, head } = directory;
  const line = lineOf(
    room,
    member.memberships.find((membership) => membership.channelId === id),
  );
  session.send({ type: 'hello', version, self, team, head, channels: [line] });
  // One who is removed meanwhile is ended at once (direct-sockets.ts).
  session.ready(member.version, id in hello.cursors ? [id] : [], {
    shownHead: () => line.head,
    mayHear: () => true,
  });
  await resume(room, session, hello.cursors);
}

/** In this order: a revocation that the answer to `boot` does not know of finds the socket watched. */
async function watchAndBoot(room: Room, session: Session): ReturnType<MemberObject['boot']> {
  const { teamId, userId, credentialId } = session.state.caller;
  const socketId = crypto.randomUUID();
  session.state.watchId = socketId;
  session.save();
  const channelId = room.requireMeta().id;
  const watched = await room.objects.member(teamId, userId).watch({ socketId, channelId, credentialId });
  return watched.ok ? room.objects.member(teamId, userId).boot(credentialId) : watched;
}

/** Sends what the cursor missed. Everything is here, so nothing is awaited but a slow reader. */
export async function resume(
  room: Room,
  session: Session,
  cursors: Readonly<Record<string, number>>,
): Promise<void> {
  const { id } = room.requireMeta();
  const cursor = cursors[id];
  if (cursor === undefined) return;
  session.hold([id]);
  let isReset = cursor > room.head.seq;
  for (let at = cursor; at < room.head.seq && !isReset;) {
    session.cork();
    for (const frame of readEntries(room, at + 1).map((entry) => eventFrame(id, entry))) {
      isReset ||= frame.text === undefined;
      if (!isReset) session.put(frame);
      at = frame.seq;
    }
    session.uncork(new Map());
    if (!(await session.room()) || session.isEnded || !requireListener(room, session.state.caller).ok) return;
  }
  session.resetGap(id);
  session.caughtUp(id, room.head.seq);
  session.send({ type: 'resumed', channels: { [id]: isReset ? { reset: true } : { head: room.head.seq } } });
}

function lineOf(room: Room, membership: Membership | undefined): HelloChannel {
  const summary = room.summary();
  const { deletedOrdinals, everybodyOrdinals } = attachmentOf(room, -1, room.head.seq);
  const head = { ordinal: room.head.ordinal, deletedOrdinals, everybodyOrdinals };
  return {
    id: summary.id,
    name: summary.name,
    kind: summary.kind,
    is_archived: summary.isArchived,
    is_general: summary.isGeneral,
    ...(summary.people === undefined ? {} : { people: summary.people }),
    head: room.head.seq,
    ...lineCounts(summary.id, head, {
      mark: membership?.markOrdinal ?? head.ordinal,
      markTs: membership?.markTs,
      mentions: membership?.mentions ?? 0,
      isMuted: membership?.muted,
    }),
    ...preferencesOf(membership),
  };
}
