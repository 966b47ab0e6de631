import type { Locator, Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import type { Room, TestPerson } from './support/room.ts';
import { signInByPassword } from './support/visitor.ts';

const settings = (room: Room, page: string): string => `/w/${room.workspace.teamId}/settings/${page}`;
const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const pages = (page: Page): Locator => page.getByRole('navigation', { name: 'Settings' });
const setRole = async (page: Page, name: string, role: string): Promise<void> => {
  await row(page, name)
    .getByRole('button', { name: `Change the role of ${name}` })
    .click();
  await page.getByRole('menuitemradio', { name: role }).click();
};
const act = async (page: Page, name: string, what: string): Promise<void> => {
  await row(page, name)
    .getByRole('button', { name: `More about ${name}` })
    .click();
  await page.getByRole('menuitem', { name: what }).click();
};

test('who becomes a member again is offered nothing of an admin, at once', async ({ room, look }) => {
  const ada = await room.join('Ada Admin', { role: 'admin' });
  await room.join('Mia Member');
  const hers = await look(ada, settings(room, 'people'));
  await expect(row(hers, 'Mia Member').getByRole('button')).toHaveCount(2);
  await expect(pages(hers).getByRole('link', { name: 'Bots' })).toBeVisible();
  // Of the owner she may change nothing.
  await expect(row(hers, 'Olive Owner').getByRole('button')).toHaveCount(0);

  const owners = await look(room.owner, settings(room, 'people'));
  await setRole(owners, 'Ada Admin', 'Member');
  await expect(owners.getByRole('status').getByText('Ada Admin: now a member.')).toBeVisible();

  await expect(pages(hers).getByRole('link', { name: 'Bots' })).toHaveCount(0);
  await expect(row(hers, 'Mia Member').getByRole('button')).toHaveCount(0);
  await expect(hers.getByRole('checkbox')).toHaveCount(0);
});

test('who is deactivated is out at once, and can be let in again', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const elsewhere = await room.channel('elsewhere', [mia]);
  const hers = await look(mia, room.general);
  await room.post(room.owner, elsewhere.id, `<@${mia.userId}> one last thing`);
  await expect(hers).toHaveTitle(/^\(1\) /);
  const owners = await look(room.owner, settings(room, 'people'));
  await expect(row(owners, 'Mia Member')).toContainText(mia.email);
  await act(owners, 'Mia Member', 'Deactivate');
  await owners.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(hers.getByRole('heading', { name: 'This session was ended' })).toBeVisible();
  // Nothing of what could be seen stays in the tab's name.
  await expect(hers).toHaveTitle('Edgewise');
  await expect(row(owners, 'Mia Member')).toContainText('Deactivated');
  // A change tells no address; the one that was known stays.
  await expect(row(owners, 'Mia Member')).toContainText(mia.email);

  await act(owners, 'Mia Member', 'Reactivate');
  await expect(row(owners, 'Mia Member')).toContainText('Active');
});

test('the last owner is said to be one, and nothing is offered about them', async ({ room, look }) => {
  const page = await look(room.owner, settings(room, 'people'));
  const own = row(page, 'Olive Owner');
  await expect(own).toContainText('The last owner');
  await expect(own.getByRole('button')).toHaveCount(0);
  await expect(own.getByRole('checkbox')).toHaveCount(0);

  const other = await room.join('Otto Other', { role: 'owner' });
  await expect(own).toContainText('Active');
  await setRole(page, 'Olive Owner', 'Admin');
  await page.getByRole('dialog', { name: 'Become admin?' }).getByRole('button', { name: 'Lower' }).click();
  await expect(own).toContainText('Admin');
  await expect(row(page, 'Otto Other')).toContainText('The last owner');
  expect(other.userId).toMatch(/^U/);
});

test('several at once; what the server refuses is said in words', async ({ room, look }) => {
  const names = ['Ann One', 'Ben Two', 'Cleo Three'];
  const people: TestPerson[] = [];
  for (const name of names) people.push(await room.join(name));
  const page = await look(room.owner, settings(room, 'people'));
  await page.getByRole('searchbox', { name: 'Find people' }).fill('o');
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  const bar = page.getByRole('region', { name: 'The selected people' });
  await expect(bar).toContainText('3 selected');
  // Meanwhile somebody else is faster with one of them.
  let isFirst = true;
  await page.route('**/api/admin.users.setAdmin', async (route) => {
    const [ann] = people;
    if (isFirst && ann !== undefined)
      await room.call(room.owner, 'admin.users.remove', {
        team_id: room.workspace.teamId,
        user_id: ann.userId,
      });
    isFirst = false;
    await route.continue();
  });
  await bar.getByRole('button', { name: 'Role' }).click();
  await page.getByRole('menuitem', { name: 'Admin (3)' }).click();
  const refused = page.getByRole('alert').filter({ hasText: '1 of 3 were not changed' });
  await expect(refused).toContainText(/Ann One.*whoever was deactivated keeps theirs/);
  await expect(row(page, 'Ben Two')).toContainText('Admin');
  await expect(row(page, 'Cleo Three')).toContainText('Admin');
  await expect(row(page, 'Ann One')).toContainText('Deactivated');
});

test('a guest is given channels, and sees those alone', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const place = await room.channel('for-guests');
  const page = await look(room.owner, settings(room, 'people'));
  await setRole(page, 'Mia Member', 'Guest');
  const dialog = page.getByRole('dialog', { name: 'Mia Member as guest' });
  await dialog.getByRole('button', { name: 'Make guest' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Pick at least one channel.');
  await dialog.getByRole('checkbox', { name: `#${place.name}` }).check();
  await dialog.getByRole('button', { name: 'Make guest' }).click();
  await expect(row(page, 'Mia Member')).toContainText('Guest');
  const { channels } = await room.call(mia, 'users.conversations', { types: 'public_channel' });
  expect(channels.map(({ id }) => id)).toEqual([place.id]);

  await act(page, 'Mia Member', 'Change their channels');
  await expect(dialog.getByRole('checkbox', { name: `#${place.name}` })).toBeChecked();
});

test('which channels a guest sees is not changed before it is known', async ({ room, look }) => {
  const place = await room.channel('for-guests');
  await room.join('Gus Guest', { role: 'guest', channelIds: [place.id] });
  const page = await look(room.owner, settings(room, 'people'));
  const dialog = page.getByRole('dialog', { name: 'Gus Guest as guest' });
  let isDown = true;
  await page.route('**/api/users.conversations', (route) => (isDown ? route.abort() : route.continue()));
  await act(page, 'Gus Guest', 'Change their channels');
  await expect(dialog.getByText('The server did not answer. Try again.')).toBeVisible();
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Change channels' }).click();
  await expect(dialog.getByText('Which channels they see is not known yet.')).toBeVisible();
  isDown = false;
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('checkbox', { name: `#${place.name}` })).toBeChecked();
});

test('who was picked by one search stays picked while all of another are', async ({ room, look }) => {
  for (const name of ['Ann One', 'Ben Two', 'Bea Three']) await room.join(name);
  const page = await look(room.owner, settings(room, 'people'));
  await page.getByRole('checkbox', { name: 'Select Ann One' }).check();
  const bar = page.getByRole('region', { name: 'The selected people' });
  await page.getByRole('searchbox', { name: 'Find people' }).fill('be');
  await expect(row(page, 'Ann One')).toHaveCount(0);
  const all = page.locator('thead').getByRole('checkbox');
  await all.check();
  await expect(bar).toContainText('3 selected');
  await all.uncheck();
  await expect(bar).toContainText('1 selected');
});

test('a token is shown once, does what it may, and stops when it is revoked', async ({ room, look }) => {
  const page = await look(room.owner, settings(room, 'access'));
  await page.getByRole('button', { name: 'New token' }).click();
  const form = page.getByRole('dialog', { name: 'New token' });
  await form.getByLabel('Name', { exact: true }).fill('Deploy script');
  await form.getByRole('button', { name: 'Make the token' }).click();
  await expect(form.getByRole('alert').last()).toHaveText('Tick at least one thing that it may do.');
  await form.getByRole('checkbox', { name: 'See channels' }).check();
  await form.getByRole('button', { name: 'Make the token' }).click();
  const token = await page.getByRole('textbox', { name: 'The token' }).inputValue();
  expect(await ask(room.url, 'conversations.list', token, {})).toMatchObject({ ok: true });
  await expect(ask(room.url, 'users.list', token, {})).rejects.toThrow('missing_scope');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'New token' })).toBeFocused();

  await page.reload();
  await expect(row(page, 'Deploy script')).toContainText('channels:read');
  expect(await page.content()).not.toContain(token);
  await page.getByRole('button', { name: 'Revoke Deploy script' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(row(page, 'Deploy script')).toHaveCount(0);
  await expect(ask(room.url, 'conversations.list', token, {})).rejects.toThrow(/token_revoked|invalid_auth/);
});

test('a bot is made with its token, and speaks by it', async ({ room, look }) => {
  const page = await look(room.owner, settings(room, 'bots'));
  await page.getByRole('button', { name: 'New bot' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Shipwright');
  await page.getByRole('button', { name: 'Make the bot' }).click();
  const form = page.getByRole('dialog', { name: 'New token for Shipwright' });
  // What no method takes of a bot is not there.
  await expect(form.getByRole('checkbox', { name: 'Make bots' })).toHaveCount(0);
  await form.getByLabel('Name', { exact: true }).fill('production');
  await form.getByRole('button', { name: 'Make the token' }).click();
  const token = await page.getByRole('textbox', { name: 'The token' }).inputValue();
  expect(token).toMatch(/^xoxb-/);
  expect(await ask(room.url, 'auth.test', token, {})).toMatchObject({ user: 'shipwright' });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Shipwright' }).getByRole('button').click();
  await expect(row(page, 'production')).toContainText('chat:write');
});

test('a link is made, listed with its maker, and taken back', async ({ room, look }) => {
  const page = await look(room.owner, settings(room, 'invitations'));
  await expect(page.getByText('No link is open.')).toBeVisible();
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const url = await page.getByRole('textbox', { name: 'The link' }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  const link = row(page, 'Anybody with the link');
  await expect(link).toContainText('0 of 25');
  await expect(link).toContainText('Olive Owner');
  await link.getByRole('button', { name: /^Revoke/ }).click();
  await expect(link).toHaveCount(0);
  const secret = url.split('/').at(-1) ?? '';
  await expect(ask(room.url, 'invitations.get', undefined, { secret })).rejects.toThrow('invitation_revoked');
});

test('another browser is signed out from this one, which is marked', async ({ room, stranger }) => {
  const { email, password = '' } = await room.join('Mia Member');
  const here = await stranger();
  const there = await stranger();
  for (const { context } of [there, here]) await signInByPassword(context, room.url, { email, password });
  await there.page.goto(room.path(room.general));
  await expect(there.page.getByRole('textbox', { name: /^Message / })).toBeVisible();
  await here.page.goto(settings(room, 'access'));
  const signIns = here.page.getByRole('table', { name: 'Where you are signed in' });
  await expect(signIns.getByRole('row', { name: /^This browser/ })).toHaveCount(1);
  // The newest of the others: the first is where the invitation was accepted.
  await signIns.getByRole('button', { name: /^End/ }).first().click();
  await expect(there.page.getByRole('heading', { name: 'This session was ended' })).toBeVisible();
  await expect(signIns.getByRole('button', { name: /^End/ })).toHaveCount(1);
  await expect(signIns.getByRole('row', { name: /^This browser/ })).toHaveCount(1);
});

test('one’s own profile reaches the others', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const hers = await look(mia, settings(room, 'profile'));
  const owners = await look(room.owner, settings(room, 'people'));
  await expect(row(owners, 'Mia Member')).toBeVisible();
  await hers.getByLabel('Full name').fill('');
  await expect(hers.getByRole('button', { name: 'Save' })).toBeEnabled();
  await hers.getByLabel('Full name').fill('Mia Mariner');
  await hers.getByRole('button', { name: 'Save' }).click();
  await expect(row(owners, 'Mia Mariner')).toContainText(mia.email);
  await hers.getByLabel('What you are doing').fill('In a workshop');
  await hers.getByLabel('It stays').selectOption('For an hour');
  await hers.getByRole('button', { name: 'Set the status' }).click();
  await expect(hers.getByText(/^Stays until /)).toBeVisible();
  const { profile } = await room.call(room.owner, 'users.profile.get', { user: mia.userId });
  expect(profile).toMatchObject({ status_text: 'In a workshop', status_emoji: ':speech_balloon:' });
});

test('a page that one’s role does not see is no page, and a member sees people without controls', async ({
  room,
  look,
}) => {
  const mia = await room.join('Mia Member');
  const page = await look(mia, settings(room, 'bots'));
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await pages(page).getByRole('link', { name: 'People' }).click();
  await expect(row(page, 'Olive Owner')).toBeVisible();
  await expect(page.getByRole('table').getByRole('button')).toHaveCount(0);
});

test('settings are reached and left by the keyboard', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'People', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
  await expect(page).toHaveTitle(/^People · /);
  await pages(page).getByRole('link', { name: 'Back to channels' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Message / })).toBeFocused();
});
