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

/** The newest sign-in code that went to an address. */
export async function readCode(server: OutboxOwner, to: string): Promise<string> {
  for (const { kind, text } of await readMails(server, to)) {
    const code = kind === 'sign-in-code' ? /\b\d{6}\b/.exec(text)?.[0] : undefined;
    if (code !== undefined) return code;
  }
  throw new Error(`no sign-in code for ${to} is in the outbox`);
}
