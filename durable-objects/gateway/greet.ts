import { lineCounts } from '../../domain/unread/line-counts.ts';
import { preferencesOf } from '../../domain/unread/personal-events.ts';
import type { ChannelSummary } from '../../protocol/channel-summary.ts';
import { closeCodes } from '../../protocol/frames.ts';
import type { HelloChannel, HelloFrame, LogId } from '../../protocol/frames.ts';
import type { Membership, MemberBoot } from '../../protocol/objects/member.ts';
import { version as protocolVersion, versionFloor } from '../../protocol/version.ts';
import { withinLimit } from '../log/time-limit.ts';
import { behindOf, catchUp, mayHear } from './catch-up.ts';
import type { GatewayContext } from './context.ts';
import { Followed, newer } from './followed.ts';
import { refreshMarks } from './refresh-marks.ts';
import type { Session } from './session.ts';

const callLimitMs = 5_000;
const strayLimitMs = 2_000;
/** An object has six connections at a time when deployed. */
const sideBySide = 6;
const channelsInPart = 400;

/**
 * The first frames: Member and Directory are asked side by side, the rest is this gateway's own; built in one
 * turn, with everything that comes from then on held behind, so that nothing slips between. Then what was held, then what the cursors missed.
 */
export async function greet(
  gateway: GatewayContext,
  session: Session,
  hello: { readonly version: number; readonly cursors: Readonly<Record<string, number>> },
): Promise<void> {
  if (hello.version < versionFloor) {
    session.end(closeCodes.versionTooOld, `speak version ${versionFloor} or newer`);
    return;
  }
  session.state.phase = 'greeting';
  const { caller } = session.state;
  const { objects, logs } = gateway;
  const [member, directory] = await withinLimit(
    'hello',
    callLimitMs,
    Promise.all([
      objects.member(caller.teamId, caller.userId).boot(caller.credentialId),
      objects.directory(caller.teamId).boot(caller.userId, logs.channelsOf(caller.userId)),
    ]),
  );
  if (!member.ok) {
    session.end(closeCodes.revoked, member.error);
    return;
  }
  // The role may have changed since the Worker asked; one that a revocation brought meanwhile is newer than this answer.
  if (session.state.caller === caller) session.state.caller = member.caller;
  const strays = await strayChannels(gateway, session, member);

  if (session.isEnded) return;
  // Built in one turn.
  const summaries = new Map(directory.summaries.map((summary) => [summary.id, summary]));
  const marks = new Map(member.memberships.map((membership) => [membership.channelId, membership]));
  const channels = [
    ...logs.channelsOf(caller.userId).flatMap((id) => {
      const followed = logs.get(id);
      const summary = followed && summaryOf(followed, summaries.get(id));
      return followed && summary ? [lineOf(session, followed, summary, marks.get(id))] : [];
    }),
    ...strays,
  ];
  const { self, team, head } = directory;
  const base = {
    self,
    team,
    head,
    ...(session.hasScopeOf('preferences_changed') ? { preferences: member.preferences } : {}),
  };
  const isStray = new Set(strays.map(({ id }) => id));
  const isTheirs = ({ id }: HelloChannel): boolean => isStray.has(id) || logs.has(caller.userId, id);
  const shown = await sendHello(session, base, channels, isTheirs);
  if (session.isEnded) return;
  shown.set(caller.teamId, head);
  const behind = behindOf(hello.cursors, shown);
  const hasAllPushes = session.ready(
    member.version,
    behind.map(({ logId }) => logId),
    {
      shownHead: (logId) => shown.get(logId),
      mayHear: (logId) => mayHear(gateway, session, logId),
    },
  );
  if (!hasAllPushes) refreshMarks(gateway, session);
  await catchUp(gateway, session, hello.cursors, behind, shown);
}

const summaryOf = (followed: Followed, copy: ChannelSummary | undefined): ChannelSummary | undefined =>
  copy === undefined ? followed.summary : newer(followed.summary, copy);

function lineOf(
  session: Session,
  followed: Followed,
  summary: ChannelSummary,
  membership: Membership | undefined,
): HelloChannel {
  const { userId } = session.state.caller;
  // A Member that was not told of the joining yet: a joiner starts at the head.
  const told = membership?.markOrdinal ?? followed.ordinal;
  const preferences = preferencesOf(membership);
  const mark = preferences.is_marked_unread ? told : Math.max(told, followed.ownPosts.get(userId) ?? 0);
  return {
    id: summary.id,
    name: summary.name,
    kind: summary.kind,
    is_archived: summary.isArchived,
    is_general: summary.isGeneral,
    ...(summary.people === undefined ? {} : { people: summary.people }),
    head: followed.head,
    ...lineCounts(summary.id, followed, {
      mark,
      markTs: membership?.markTs,
      mentions: membership?.mentions ?? 0,
      isMuted: preferences.muted,
    }),
    ...preferences,
  };
}

/**
 * Channels that the Member knows and this gateway does not: it lost its rows, or the joining is under way. Each says
 * whether the person is there and attaches this gateway, which then shows it itself; the answer is shown where that
 * failed. One that does not answer is left out: when it is attached, its people are asked to resume.
 */
async function strayChannels(
  { logs, objects }: GatewayContext,
  session: Session,
  member: MemberBoot,
): Promise<HelloChannel[]> {
  const { caller } = session.state;
  const waiting = member.memberships.filter(({ channelId }) => !logs.has(caller.userId, channelId));
  const lines: HelloChannel[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        const asked = objects.channel(next.channelId).attach(caller);
        const answer = await withinLimit('stray channel', strayLimitMs, asked);
        const summary = answer.ok ? answer.attachment.summary : undefined;
        if (answer.ok && summary !== undefined)
          lines.push(lineOf(session, Followed.attached('', answer.attachment), summary, next));
      } catch (error) {
        const reason = String(error);
        console.warn(JSON.stringify({ event: 'stray_failed', channel: next.channelId, reason }));
      }
    }
  };
  const workers = Array.from({ length: Math.min(sideBySide, waiting.length) }, worker);
  // Those that are not asked by then are left out too: a hello may not take longer than a client waits.
  await withinLimit('stray channels', callLimitMs, Promise.all(workers)).catch(() => {
    waiting.length = 0;
  });
  return lines.filter((line) => !logs.has(caller.userId, line.id));
}

/**
 * Built in one turn by now. A long one waits between its parts for a slow reader; what comes meanwhile is held, and a
 * channel that the person was removed from by then is left out. Answers what was shown.
 */
async function sendHello(
  session: Session,
  base: Pick<HelloFrame, 'self' | 'team' | 'head' | 'preferences'>,
  channels: readonly HelloChannel[],
  isTheirs: (channel: HelloChannel) => boolean,
): Promise<Map<LogId, number>> {
  const shown = new Map<LogId, number>();
  const parts = Math.max(1, Math.ceil(channels.length / channelsInPart));
  for (let part = 1; part <= parts; part += 1) {
    const lines = channels.slice((part - 1) * channelsInPart, part * channelsInPart).filter(isTheirs);
    session.send({
      type: 'hello',
      version: protocolVersion,
      ...(parts === 1 ? {} : { part, last: part === parts }),
      ...base,
      channels: lines,
    });
    for (const { id, head } of lines) shown.set(id, head);
    if (part < parts && !(await session.room())) break;
  }
  return shown;
}
