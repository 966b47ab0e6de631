import type { ChannelId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { PersonCopy } from '../../protocol/objects/member.ts';
import type { Duty } from '../log/duties.ts';
import type { Step } from '../log/queues.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { Person } from './person.ts';
import { warnIfLate } from './warn-if-late.ts';

const callLimitMs = 5_000;
/** As long as a channel that takes no more at the moment says, or this. */
const busyMs = 1_000;

/** Posts what is due, each channel's in order. A channel that does not answer holds up that channel alone. */
export const scheduledDuty = (person: Person): Duty => ({
  name: 'scheduled messages',
  dueAt: () => {
    if (!person.hasRows) return undefined;
    const { scheduled, sending } = person;
    const waiting = sending.waiting();
    const times = [
      scheduled.firstAt(waiting, true),
      ...waiting.map((channelId) => {
        const at = scheduled.firstAt([channelId]);
        return at && Math.max(at, sending.retryAt(channelId) / 1_000);
      }),
    ].filter((at) => at !== undefined);
    return times.length === 0 ? undefined : Math.min(...times) * 1_000;
  },
  run: async (nowMs) => {
    const { scheduled, sending } = person;
    const due = scheduled
      .channelsDue(Math.floor(nowMs / 1_000))
      .filter((channelId) => sending.retryAt(channelId) <= nowMs);
    await Promise.all(due.map((channelId) => sending.work(channelId, () => sendNext(person, channelId))));
  },
});

/**
 * One message under its own id, which the channel remembers: after an answer that was lost, a repeat finds it posted.
 * The channel decides as of now whether its author may. What it refuses is not tried again.
 */
async function sendNext(person: Person, channelId: ChannelId): Promise<Step> {
  const { copy } = person;
  const next = person.scheduled.next(channelId);
  if (next === undefined || copy?.isActive !== true || next.postAt * 1_000 > person.now()) return 'done';
  const posting = person.objects
    .channel(channelId)
    .post(actorOf(copy), { ...next.command, clientMessageId: next.id, unattended: true });
  const posted = await withinLimit('post', callLimitMs, posting);
  if (!posted.ok && posted.error === 'ratelimited') {
    return { waitMs: (posted.retryAfterSeconds ?? 0) * 1_000 || busyMs };
  }
  person.transact(() => {
    if (posted.ok) person.scheduled.delete(next.id);
    else person.scheduled.saveFailure(next.id, posted.error);
  });
  if (posted.ok) warnIfLate('message', next.postAt, person.now());
  return 'more';
}

const actorOf = ({ teamId, userId, role, bot }: PersonCopy): Actor => ({
  teamId,
  userId,
  role,
  ...(bot ? { bot } : {}),
});
