import type { ReminderId } from '../ids.ts';
import type { Outcome } from '../refusal.ts';

/** What somebody wants to be reminded of. Times in seconds. */
export interface Reminder {
  readonly id: ReminderId;
  readonly text: string;
  readonly time: number;
  /** 0 until it is done. */
  readonly completed: number;
}

/** One's own reminders, which come in the direct channel with Slackbot: never early, and once. */
export interface Reminding {
  remind(text: string, time: number): Promise<Outcome<{ reminder: Reminder }, 'account_inactive'>>;
  /** Also those that came; by time. */
  reminders(): Promise<Reminder[]>;
  reminder(id: ReminderId): Promise<Reminder | undefined>;
  /** One that has not come does not come any more. */
  completeReminder(id: ReminderId): Promise<Outcome<object, 'not_found'>>;
  deleteReminder(id: ReminderId): Promise<Outcome<object, 'not_found'>>;
}
