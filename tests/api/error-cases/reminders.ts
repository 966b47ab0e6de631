import { never } from '../world.ts';
import { casesOf } from './error-case.ts';

const soon = { text: 'x', time: '3600' };
const nothing = { reminder: 'Rm0NEVERMINTE' };

export const remindersCases = [
  ...casesOf('reminders.add', {
    cannot_parse: ({ owner }, call) => call(owner.token, { text: 'x', time: 'every Thursday' }),
    cannot_add_others: ({ owner, member }, call) => call(owner.token, { ...soon, user: member.userId }),
    cannot_add_others_recurring: ({ owner, member }, call) =>
      call(owner.token, { ...soon, user: member.userId, recurrence: { frequency: 'daily' } }),
    cannot_add_bot: ({ owner, bot }, call) => call(owner.token, { ...soon, user: bot.userId }),
    cannot_add_slackbot: ({ owner }, call) => call(owner.token, { ...soon, user: 'USLACKBOT' }),
    user_not_found: ({ owner }, call) => call(owner.token, { ...soon, user: never.user }),
  }),
  ...casesOf('reminders.info', { not_found: ({ owner }, call) => call(owner.token, nothing) }),
  ...casesOf('reminders.complete', { not_found: ({ owner }, call) => call(owner.token, nothing) }),
  // Somebody else's is as one that never was.
  ...casesOf('reminders.delete', {
    not_found: async ({ owner, member, ask }, call) => {
      const { reminder } = await ask('reminders.add', owner.token, soon);
      return call(member.token, { reminder: reminder.id });
    },
  }),
];
