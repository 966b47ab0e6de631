import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { showReminder } from '../../show-reminder.ts';

export const remindersList = handler<'reminders.list'>(async (context) => {
  const { objects, actor } = context;
  const reminders = await objects.member(actor.teamId, actor.userId).reminders();
  return accept({ reminders: reminders.map((reminder) => showReminder(context, reminder)) });
});
