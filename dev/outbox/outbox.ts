import { DurableObject } from 'cloudflare:workers';
import type { KeptMail, Mail } from './mail.ts';

const keptMax = 200;

/** Where mails go in development: one object, named `outbox`. Nothing leaves the machine. */
export class Outbox extends DurableObject<object> {
  readonly #sql = this.ctx.storage.sql;

  constructor(ctx: DurableObjectState, env: object) {
    super(ctx, env);
    this.#sql.exec(
      `create table if not exists mails (id integer primary key autoincrement,
        at integer not null, recipient text not null, subject text not null, body text not null, kind text not null)`,
    );
  }

  send(mail: Mail): void {
    const { to, subject, text, kind } = mail;
    this.#sql.exec(
      'insert into mails (at, recipient, subject, body, kind) values (?, ?, ?, ?, ?)',
      Date.now(),
      to,
      subject,
      text,
      kind,
    );
    this.#sql.exec('delete from mails where id <= (select max(id) from mails) - ?', keptMax);
  }

  /** Newest first. */
  list(to: string | undefined): KeptMail[] {
    const rows = this.#sql.exec<Record<keyof KeptMail, string | number>>(
      `select id, at, recipient as "to", subject, body as text, kind from mails
       where recipient = coalesce(?, recipient) order by id desc`,
      to ?? null,
    );
    return [...rows].map((row) => ({
      id: Number(row.id),
      at: Number(row.at),
      to: String(row.to),
      subject: String(row.subject),
      text: String(row.text),
      kind: String(row.kind),
    }));
  }
}
