import type { ReminderId } from '../../protocol/ids.ts';
import type { Reminder } from '../../protocol/objects/reminding.ts';

/** SQL of reminders. One that came stays, with `sent`, until its person deletes it. */
export class ReminderStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  insert({ id, text, time, completed }: Reminder): void {
    this.#sql.exec(
      'insert into reminders (id, text, time, completed, sent) values (?,?,?,?,0)',
      id,
      text,
      time,
      completed,
    );
  }

  byId(id: ReminderId): Reminder | undefined {
    return this.#rows('where id = ?', id)[0];
  }

  all(): Reminder[] {
    return this.#rows('order by time, number');
  }

  /** The next that is still to come. */
  next(): Reminder | undefined {
    return this.#rows('where sent = 0 and completed = 0 order by time, number limit 1')[0];
  }

  saveSent(id: ReminderId): void {
    this.#sql.exec('update reminders set sent = 1 where id = ?', id);
  }

  saveCompleted(id: ReminderId, at: number): void {
    this.#sql.exec('update reminders set completed = ? where id = ?', at, id);
  }

  delete(id: ReminderId): void {
    this.#sql.exec('delete from reminders where id = ?', id);
  }

  /** Of one who is deactivated: what is still to come. */
  deletePending(): void {
    this.#sql.exec('delete from reminders where sent = 0');
  }

  #rows(where: string, ...bindings: string[]): Reminder[] {
    return this.#sql
      .exec<{ id: ReminderId; text: string; time: number; completed: number }>(
        `select id, text, time, completed from reminders ${where}`,
        ...bindings,
      )
      .toArray();
  }
}
