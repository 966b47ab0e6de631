import type { Reminder } from '../../protocol/objects/reminding.ts';
import type { CallerCall } from './context.ts';

export const showReminder = ({ actor }: CallerCall, { id, text, time, completed }: Reminder) => ({
  id,
  creator: actor.userId,
  user: actor.userId,
  text,
  recurring: false as const,
  time,
  complete_ts: completed,
});
