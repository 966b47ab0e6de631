import { setTimeout as wait } from 'node:timers/promises';
import type { KeptMail } from './outbox/mail.ts';

export interface OutboxOwner {
  readonly url: string;
  readonly outboxSecret: string;
}

/** The mails of a development server to one address, newest first. */
export async function readMails(server: OutboxOwner, to: string): Promise<KeptMail[]> {
  const response = await fetch(`${server.url}/dev/outbox?to=${encodeURIComponent(to)}`, {
    headers: { 'x-outbox-secret': server.outboxSecret },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok)
    throw new Error(`the outbox answered ${response.status}: ${(await response.text()).trim()}`);
  const { mails } = (await response.json()) as { mails: KeptMail[] };
  return mails;
}

export const lastMailId = async (server: OutboxOwner, to: string): Promise<number> =>
  (await readMails(server, to))[0]?.id ?? 0;

/** The sign-in code that went to an address after mail `after`: it may be sent a moment after the answer. */
export async function waitForCode(server: OutboxOwner, to: string, after: number): Promise<string> {
  const until = Date.now() + 10_000;
  for (;;) {
    const mail = (await readMails(server, to)).find(({ id, kind }) => id > after && kind === 'sign-in-code');
    const code = mail && /\b\d{6}\b/.exec(mail.text)?.[0];
    if (code !== undefined) return code;
    if (Date.now() > until) throw new Error(`no sign-in code for ${to} came to the outbox`);
    await wait(100);
  }
}
