import { slackbotId } from '../../protocol/ids.ts';
import type { Actor } from '../../protocol/objects/caller.ts';
import type { Duty } from '../log/duties.ts';
import type { Step } from '../log/queues.ts';
import { withinLimit } from '../log/time-limit.ts';
import type { Person } from './person.ts';
import { warnIfLate } from './warn-if-late.ts';

const callLimitMs = 5_000;
const busyMs = 1_000;
const queue = 'reminders';

/** Brings what is due, one after another. */
export const remindersDuty = (person: Person): Duty => ({
  name: queue,
  dueAt: () => {
    const next = person.hasRows ? person.reminders.next() : undefined;
    return next && Math.max(next.time * 1_000, person.reminding.retryAt(queue));
  },
  run: () => person.reminding.work(queue, () => sendNext(person)),
});

/** By Slackbot, under the reminder's own id: after an answer that was lost, a repeat finds it posted. */
async function sendNext(person: Person): Promise<Step> {
  const { copy, objects } = person;
  const next = person.reminders.next();
  if (next === undefined || copy?.isActive !== true || next.time * 1_000 > person.now()) return 'done';
  const { teamId, userId } = copy;
  const slackbot: Actor = { teamId, userId: slackbotId, role: 'member' };
  const opening = objects.directory(teamId).openDirect(slackbot, [userId], true);
  const opened = await withinLimit('openDirect', callLimitMs, opening);
  if (!opened.ok) throw new Error(opened.error);
  // Completed, deleted or deactivated meanwhile: it does not come.
  if (person.reminders.next()?.id !== next.id) return 'more';
  const posting = objects.channel(opened.summary.id).post(slackbot, {
    text: `Reminder: ${next.text.trim()}${/[.!?…]$/.test(next.text.trim()) ? '' : '.'}`,
    clientMessageId: next.id,
    unattended: true,
  });
  const posted = await withinLimit('post', callLimitMs, posting);
  if (!posted.ok) {
    if (posted.error !== 'ratelimited') throw new Error(posted.error);
    return { waitMs: (posted.retryAfterSeconds ?? 0) * 1_000 || busyMs };
  }
  person.transact(() => person.reminders.saveSent(next.id));
  warnIfLate('reminder', next.time, person.now());
  return 'more';
}
