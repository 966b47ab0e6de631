import { isReminderId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { showReminder } from '../../show-reminder.ts';

export const remindersInfo = handler<'reminders.info'>(async (context, { reminder: id }) => {
  const { objects, actor } = context;
  if (!isReminderId(id)) return refuse('not_found');
  const reminder = await objects.member(actor.teamId, actor.userId).reminder(id);
  return reminder === undefined ? refuse('not_found') : accept({ reminder: showReminder(context, reminder) });
});
