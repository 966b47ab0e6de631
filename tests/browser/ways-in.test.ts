import type { Page } from '@playwright/test';
import { lastMailId, readMails, waitForCode } from '../../dev/outbox-client.ts';
import { acceptInvitation } from '../../dev/sign-up.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { composer } from './support/parts.ts';
import { Room } from './support/room.ts';
import { signInByPassword } from './support/visitor.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const alert = (page: Page) => page.getByRole('alert');
const address = (): string => `${unique('person')}@test.example`;

async function invite(room: Room, maxUses = 1): Promise<{ secret: string; id: string }> {
  const { secret, invitation } = await room.call(room.owner, 'invitations.create', {
    role: 'member',
    channel_ids: [],
    max_uses: maxUses,
    days: 1,
  });
  return { secret, id: invitation.id };
}
async function fillIn(page: Page, { name, email, password }: Record<string, string>): Promise<void> {
  await page.getByLabel('Your name').fill(name ?? '');
  await page.getByLabel('E-mail').fill(email ?? '');
  await page.getByLabel('Password', { exact: true }).fill(password ?? '');
  await page.getByRole('button', { name: /^Join / }).click();
}

test('a link that is used up, taken back, over, cut off or unanswered says which, and what to do', async ({
  room,
  stranger,
}) => {
  const used = await invite(room);
  const password = unique('password');
  await acceptInvitation(room.url, used.secret, { email: address(), realName: 'First One', password });
  const revoked = await invite(room);
  await room.call(room.owner, 'invitations.revoke', { invitation_id: revoked.id });
  const good = await invite(room);
  const { page } = await stranger();
  const answers = new Map<string, 'invitation_expired' | 'nothing'>();
  await page.route('**/api/invitations.get', async (route) => {
    const { secret } = route.request().postDataJSON() as { secret: string };
    const answer = answers.get(secret);
    if (answer === undefined) return route.continue();
    if (answer === 'nothing') return route.abort();
    return route.fulfill({ json: { ok: false, error: answer } });
  });
  const over = `${good.secret}x`;
  // A day is the least that a link lasts.
  answers.set(over, 'invitation_expired');
  for (const [secret, title] of [
    [used.secret, 'This link was used up'],
    [revoked.secret, 'This link was taken back'],
    [over, 'This link is over'],
    [good.secret.slice(0, -3), 'This link leads nowhere'],
    ['not-a-link', 'This link leads nowhere'],
  ] as const) {
    await page.goto(`/invite/${secret}`);
    await expect(heading(page, title)).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Go to the start' })).toHaveAttribute('href', '/');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expect(heading(page, 'Sign in')).toBeVisible();
  }
  answers.set(good.secret, 'nothing');
  await page.goto(`/invite/${good.secret}`);
  await expect(heading(page, 'The server does not answer')).toBeVisible();
  answers.clear();
  await button(page, 'Try again').click();
  await expect(page.getByText('Olive Owner')).toBeVisible();
  await expect(page.getByLabel('Your name')).toBeFocused();
});

test('a link that is taken back or used up while the form is open says so, and nobody comes in', async ({
  room,
  stranger,
}) => {
  const { page } = await stranger();
  const revoked = await invite(room);
  await page.goto(`/invite/${revoked.secret}`);
  await expect(page.getByLabel('Your name')).toBeFocused();
  await room.call(room.owner, 'invitations.revoke', { invitation_id: revoked.id });
  const person = { name: 'Late Comer', email: address(), password: unique('password') };
  await fillIn(page, person);
  await expect(heading(page, 'This link was taken back')).toBeVisible();

  const used = await invite(room);
  await page.goto(`/invite/${used.secret}`);
  await expect(page.getByLabel('Your name')).toBeFocused();
  await acceptInvitation(room.url, used.secret, {
    email: address(),
    realName: 'First One',
    password: unique('password'),
  });
  await fillIn(page, person);
  await expect(heading(page, 'This link was used up')).toBeVisible();
  const { members } = await room.call(room.owner, 'users.list', {});
  expect(members.map(({ real_name: name }) => name)).not.toContain('Late Comer');
});

test('an account that exists comes in by its own password alone, and a new one by a good one', async ({
  room,
  house,
  stranger,
}) => {
  const [mia, { secret }] = [await room.join('Mia Member'), await invite(room, 5)];
  const other = await Room.make(house);
  const there = await invite(other, 5);
  const { page } = await stranger();
  await page.goto(`/invite/${there.secret}`);
  await fillIn(page, { name: 'Mia Again', email: mia.email, password: 'not her password' });
  await expect(alert(page)).toContainText(
    'This address has an account already. Give the password that belongs',
  );
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /has an account already/,
  );
  await expect(page.getByLabel('E-mail')).toHaveValue(mia.email);
  await page.getByLabel('Password', { exact: true }).fill(mia.password ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/w/${other.workspace.teamId}`));
  await expect(composer(page)).toBeVisible();

  const { page: fresh } = await stranger();
  await fresh.goto(`/invite/${secret}`);
  for (const [person, text] of [
    [{ email: address(), password: 'long enough' }, 'Write your name.'],
    [{ name: 'Nina New', password: 'long enough' }, 'Write your e-mail address.'],
    [{ name: 'Nina New', email: address() }, 'Choose a password.'],
    [{ name: 'Nina New', email: address(), password: 'short' }, /^Eight characters or more, please/],
    [{ name: 'Nina New', email: 'no address', password: 'long enough' }, /Check the address/],
  ] as const) {
    await fillIn(fresh, person);
    await expect(alert(fresh)).toHaveText(text);
  }
  await fillIn(fresh, { name: 'Nina New', email: address(), password: 'long enough' });
  await expect(composer(fresh)).toBeVisible();
});

test('a code that is wrong, another’s, over or used lets nobody in and says what to do; the next one does', async ({
  room,
  house,
  stranger,
}) => {
  const [mia, otto] = [await room.join('Mia Member'), await room.join('Otto Other')];
  const { page } = await stranger();
  const request = async (email: string): Promise<string> => {
    const before = await lastMailId(house, email);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await button(page, 'Send me a code').click();
    await expect(heading(page, 'Look in your mail')).toBeVisible();
    return waitForCode(house, email, before);
  };
  const enter = async (code: string): Promise<void> => {
    await page.getByLabel('Code').fill(code);
    await button(page, 'Sign in').click();
  };
  const wrong = 'That is not the code we sent last. Check it, or send another.';
  const others = await request(otto.email);
  const first = await request(mia.email);
  await enter('');
  await expect(alert(page)).toHaveText('Write the code from the mail.');
  await enter(first === '000000' ? '000001' : '000000');
  await expect(alert(page)).toHaveText(wrong);
  if (others !== first) await enter(others);
  await expect(alert(page)).toHaveText(wrong);
  // Ten minutes are not waited for here.
  await page.route(
    '**/api/account.signIn',
    (route) => route.fulfill({ json: { ok: false, error: 'code_expired' } }),
    { times: 1 },
  );
  await enter(first);
  await expect(alert(page)).toHaveText('This code is over. Send another.');
  const before = await lastMailId(house, mia.email);
  await button(page, 'Send another').click();
  await expect(page.getByText('Another code is on its way. The last one counts.')).toBeVisible();
  const second = await waitForCode(house, mia.email, before);
  if (second !== first) {
    await enter(first);
    await expect(alert(page)).toHaveText(wrong);
  }
  await enter(second);
  await expect(composer(page)).toBeVisible();

  const { page: later } = await stranger();
  await later.goto('/sign-in');
  await later.getByLabel('E-mail').fill(mia.email);
  // The code that was good once; no newer one is asked for.
  await later.route('**/api/account.requestCode', (route) => route.fulfill({ json: { ok: true } }));
  await button(later, 'Send me a code').click();
  await later.getByLabel('Code').fill(second);
  await button(later, 'Sign in').click();
  await expect(alert(later)).toHaveText(wrong);
  expect((await readMails(house, mia.email)).filter(({ kind }) => kind === 'sign-in-code')).toHaveLength(2);
  await button(later, 'Use another address').click();
  await expect(later.getByLabel('E-mail')).toHaveValue(mia.email);
});

test('who is signed out is led to sign in and back to where they were, by password and by code', async ({
  room,
  house,
  stranger,
}) => {
  const mia = await room.join('Mia Member');
  const place = await room.channel('here', [mia]);
  for (const way of ['password', 'code'] as const) {
    const { page } = await stranger();
    await page.goto(room.path(place.id));
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`/sign-in?to=${encodeURIComponent(room.path(place.id))}`);
    if (way === 'password') {
      await button(page, 'Use a password instead').click();
      await page.getByLabel('E-mail').fill(mia.email);
      await page.getByLabel('Password', { exact: true }).fill('not hers');
      await button(page, 'Sign in').click();
      await expect(alert(page)).toHaveText('Address and password do not fit. Try again, or use a code.');
      await page.getByLabel('Password', { exact: true }).fill(mia.password ?? '');
      await page.keyboard.press('Enter');
    } else {
      const before = await lastMailId(house, mia.email);
      await page.getByLabel('E-mail').fill(mia.email);
      await page.keyboard.press('Enter');
      await page.getByLabel('Code').fill(await waitForCode(house, mia.email, before));
      await page.keyboard.press('Enter');
    }
    await expect(page).toHaveURL(room.path(place.id));
    await expect(composer(page)).toHaveAccessibleName(new RegExp(place.name));
    // Back does not lead to the form again.
    await page.goBack();
    await expect(page).not.toHaveURL(/sign-in/);
  }
});

test('an address elsewhere is no way back', async ({ room, stranger }) => {
  const mia = await room.join('Mia Member');
  for (const to of ['https://evil.example/w/T1', '//evil.example', '/\\evil.example', '/w/../sign-out']) {
    const { page } = await stranger();
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await button(page, 'Use a password instead').click();
    await page.getByLabel('E-mail').fill(mia.email);
    await page.getByLabel('Password', { exact: true }).fill(mia.password ?? '');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`^${room.url}/w/`));
  }
});

test('who signs out everywhere is out in every other browser at once', async ({ room, stranger }) => {
  const mia = await room.join('Mia Member');
  const [here, there] = [await stranger(), await stranger()];
  for (const { context, page } of [here, there]) {
    await signInByPassword(context, room.url, { email: mia.email, password: mia.password ?? '' });
    await page.goto(room.path(room.general));
    await expect(composer(page)).toBeVisible();
  }
  await here.page.getByRole('navigation', { name: 'Workspace' }).getByRole('button').first().click();
  await here.page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
  await expect(here.page.getByText('You are signed out.')).toBeVisible();
  await expect(there.page.getByRole('heading', { name: 'This session was ended' })).toBeVisible();
  await expect(composer(there.page)).toHaveCount(0);
  await there.page.getByRole('link', { name: 'Sign in' }).click();
  await expect(heading(there.page, 'Sign in')).toBeVisible();
  for (const { page } of [here, there]) {
    await page.goto(room.path(room.general));
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  }
});
