import { afterEach, expect, test } from 'vitest';
import { ask, call } from '../support/ask.ts';
import { lastMailId, readMails, waitForCode } from '../../dev/outbox-client.ts';
import { acceptInvitation, setUpWorkspace, type Owner } from '../../dev/sign-up.ts';
import { startHouse, type House } from '../support/house.ts';
import { unique } from '../support/workspace.ts';

let house: House | undefined;
afterEach(() => house?.stop());

const password = 'correct horse battery';
const emailAt = (domain: string): string => `${unique('mail')}@${domain}`;

async function under(policy: string, domains = ''): Promise<House> {
  house = await startHouse({ vars: { SIGN_UP_POLICY: policy, SIGN_UP_DOMAINS: domains } });
  return house;
}

/** By the owner’s one-time link, which is good under every policy. */
const setUp = ({ url, setupSecret }: House, email: string): Promise<Owner> =>
  setUpWorkspace(url, setupSecret, { email, password, realName: 'Olive Owner', workspace: unique('Ours') });

/** Whether a code comes to this address, and, with it, whether the account may make workspaces. */
async function byCode({ url, ...server }: House, email: string): Promise<boolean> {
  const before = await lastMailId({ url, ...server }, email);
  await ask(url, 'account.requestCode', undefined, { email });
  const code = await waitForCode({ url, ...server }, email, before);
  const { account } = await ask(url, 'account.signIn', undefined, { email, code });
  return account.may_create_workspaces;
}

/** No mail was sent to the stranger: mails of one that was sent later are there. */
async function expectNoMail(server: House, stranger: string, known: string): Promise<void> {
  const before = await lastMailId(server, known);
  const answer = await call(server.url, 'account.requestCode', undefined, { email: stranger });
  expect(answer).toEqual(await call(server.url, 'account.requestCode', undefined, { email: known }));
  await waitForCode(server, known, before);
  expect(await readMails(server, stranger)).toEqual([]);
}

const comeBy = async ({ url }: House, owner: Owner): Promise<string> => {
  const { secret } = await ask(url, 'invitations.create', owner.session, {});
  const email = emailAt('test.example');
  await acceptInvitation(url, secret, { email, realName: 'Ines Invited', password });
  return email;
};

test('open: any address becomes an account by its code, and makes workspaces', async () => {
  const open = await under('open');
  expect(await byCode(open, emailAt('anywhere.example'))).toBe(true);
});

test('invite: a stranger gets no code; who was invited gets in, and makes no workspace', async () => {
  const invite = await under('invite');
  const owner = await setUp(invite, emailAt('test.example'));
  const invited = await comeBy(invite, owner);
  await expectNoMail(invite, emailAt('test.example'), invited);
  expect(await byCode(invite, invited)).toBe(false);
  const again = setUp(invite, emailAt('test.example'));
  await expect(again).rejects.toThrow('invitation_used');
});

test('domain: addresses of the listed domains alone, and others by invitation', async () => {
  const domain = await under('domain', 'ours.example, theirs.example');
  expect(await byCode(domain, emailAt('theirs.example'))).toBe(true);
  const own = emailAt('ours.example');
  expect(await byCode(domain, own)).toBe(true);
  for (const stranger of [emailAt('sub.ours.example'), emailAt('ours.example.evil.example')]) {
    await expectNoMail(domain, stranger, own);
  }
  const owner = await setUp(domain, emailAt('elsewhere.example'));
  expect(await byCode(domain, await comeBy(domain, owner))).toBe(false);
});

test('closed: nobody new, not even by an invitation; who has an account stays in', async () => {
  const closed = await under('closed');
  const email = emailAt('test.example');
  const owner = await setUp(closed, email);
  await expectNoMail(closed, emailAt('test.example'), email);
  const { secret } = await ask(closed.url, 'invitations.create', owner.session, {});
  const stranger = { email: emailAt('test.example'), realName: 'Eve', password };
  await expect(acceptInvitation(closed.url, secret, stranger)).rejects.toThrow('sign_up_closed');
  expect(await byCode(closed, email)).toBe(true);
});
