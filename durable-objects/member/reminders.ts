import { mintReminderId } from '../../platform/secrets/mint.ts';
import type { ReminderId } from '../../protocol/ids.ts';
import type { Reminding } from '../../protocol/objects/reminding.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Person } from './person.ts';

type Answer<Verb extends keyof Reminding> = Awaited<ReturnType<Reminding[Verb]>>;

/** Stored with the alarm that brings it. */
export function remind(person: Person, text: string, time: number): Answer<'remind'> {
  if (person.copy?.isActive !== true) return refuse('account_inactive');
  const reminder = { id: mintReminderId(), text, time, completed: 0 };
  person.transact(() => {
    person.reminders.insert(reminder);
    person.alarm.armBy(time * 1_000);
  });
  return accept({ reminder });
}

export function completeReminder(person: Person, id: ReminderId): Answer<'completeReminder'> {
  const known = person.hasRows ? person.reminders.byId(id) : undefined;
  if (known === undefined) return refuse('not_found');
  if (known.completed === 0) {
    person.transact(() => {
      person.reminders.saveCompleted(id, Math.floor(person.now() / 1_000));
    });
  }
  return accept({});
}

export function deleteReminder(person: Person, id: ReminderId): Answer<'deleteReminder'> {
  if (!person.hasRows || person.reminders.byId(id) === undefined) return refuse('not_found');
  person.transact(() => {
    person.reminders.delete(id);
  });
  return accept({});
}
