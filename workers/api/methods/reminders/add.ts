import { readReminderTime } from '../../../../domain/scheduling/read-reminder-time.ts';
import { isUserId, slackbotId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { handler } from '../../handler.ts';
import { showReminder } from '../../show-reminder.ts';

const howToSay =
  '[ERROR] time: give seconds since 1970, in the future and at most five years ahead, or up to 86400 the seconds from now';

export const remindersAdd = handler<'reminders.add'>(async (context, args) => {
  const { objects, actor, nowMs } = context;
  const time = readReminderTime(args.time, nowMs);
  if (time === undefined) return refuse('cannot_parse', { messages: [howToSay] });
  const isRecurring = args.recurrence !== undefined && args.recurrence !== '';
  const own = await requireOwn(context, args.user, isRecurring);
  if (!own.ok) return own;
  if (isRecurring) {
    return refuse('cannot_parse', {
      messages: ['[ERROR] recurrence: reminders come once here; leave it out'],
    });
  }
  const added = await objects.member(actor.teamId, actor.userId).remind(args.text, time);
  return added.ok ? accept({ reminder: showReminder(context, added.reminder) }) : added;
});

/** As Slack: nobody is reminded by somebody else. */
async function requireOwn(
  { objects, actor }: CallerCall,
  user: string | undefined,
  isRecurring: boolean,
): Promise<
  Outcome<
    object,
    | 'cannot_add_others'
    | 'cannot_add_others_recurring'
    | 'cannot_add_bot'
    | 'cannot_add_slackbot'
    | 'user_not_found'
  >
> {
  if (user === undefined || user === '' || user === actor.userId) return accept({});
  if (user === slackbotId) return refuse('cannot_add_slackbot');
  const person = isUserId(user) ? await objects.directory(actor.teamId).person(user) : undefined;
  if (person === undefined) return refuse('user_not_found');
  if (person.bot !== undefined) return refuse('cannot_add_bot');
  return refuse(isRecurring ? 'cannot_add_others_recurring' : 'cannot_add_others');
}
