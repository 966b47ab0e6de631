import { isReminderId } from '../../../../protocol/ids.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const remindersDelete = handler<'reminders.delete'>(async ({ objects, actor }, { reminder: id }) => {
  if (!isReminderId(id)) return refuse('not_found');
  return objects.member(actor.teamId, actor.userId).deleteReminder(id);
});
