import type { Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { acceptInvitation } from '../../dev/sign-up.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, log, message, navigation, topOf } from './support/parts.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const openMenu = async (page: Page, item: string): Promise<void> => {
  await navigation(page).getByRole('button').first().click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const pick = async (page: Page, title: string, names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await dialog(page, title).getByRole('combobox', { name: 'To' }).fill(name);
    await expect(dialog(page, title).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(dialog(page, title).getByRole('button', { name: `Take ${name} out` })).toBeVisible();
  }
};

test('a channel is made, public or private; its name is put right, and one that is taken is said to be', async ({
  room,
  look,
}) => {
  const other = await room.join('Otto Other');
  const page = await look(room.owner, room.general);
  const theirs = await look(other, room.general);
  const word = unique('plans');
  for (const [name, reach] of [
    [`${word}-a`, 'Everybody in the workspace'],
    [`${word}-b`, 'Only people who are brought in'],
  ] as const) {
    await openMenu(page, 'New channel');
    const form = dialog(page, 'New channel');
    await expect(form.getByLabel('Name')).toBeFocused();
    await page.keyboard.type(`${name.toUpperCase()} !`.replace('-', ' '));
    await expect(form.getByLabel('Name')).toHaveValue(`${name}-`);
    await form.getByText(reach).click();
    await form.getByRole('button', { name: 'New channel' }).click();
    await expect(form).toBeHidden();
    await expect(composer(page)).toHaveAccessibleName(new RegExp(name));
    await composer(page).fill('the first word');
    await page.keyboard.press('Enter');
    await expect(message(log(page), 'the first word')).toBeVisible();
    await expect(channelLink(page, name)).toBeVisible();
  }
  const { channels } = await room.call(other, 'conversations.list', {});
  expect(channels.map(({ name }) => name).filter((name) => name?.startsWith(word))).toEqual([`${word}-a`]);
  await navigation(theirs).getByRole('button', { name: 'Add a channel' }).click();
  await theirs.getByLabel('Find a channel').fill(word);
  await expect(theirs.getByRole('list', { name: 'Channels' }).getByText(`${word}-a`)).toBeVisible();
  await expect(theirs.getByText(`${word}-b`)).toHaveCount(0);

  await openMenu(page, 'New channel');
  await page.keyboard.type('general');
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'New channel').getByRole('alert')).toHaveText(/^There is a channel of this name/);
});

test('an invitation has the role and the days that were chosen, and its link is copied whole', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, room.general, { permissions: ['clipboard-read', 'clipboard-write'] });
  await openMenu(page, 'Invite people');
  const form = dialog(page, 'Invite people');
  await form.getByText('Admin', { exact: true }).click();
  await form.getByLabel('The link lasts').selectOption('One day');
  await form.getByLabel('For', { exact: true }).selectOption('Up to 5 people');
  await form.getByRole('button', { name: 'Make the link' }).click();
  await expect(form.getByText(/^Admin · up to 5 people · until /)).toBeVisible();
  await form.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await form.getByRole('textbox', { name: 'The link' }).inputValue());
  const secret = link.split('/').at(-1) ?? '';
  expect(link).toBe(`${room.url}/invite/${secret}`);
  const { invitations } = await room.call(room.owner, 'invitations.list', {});
  expect(invitations).toMatchObject([{ role: 'admin', max_uses: 5, uses: 0 }]);
  const leftMs = (invitations[0]?.expires ?? 0) * 1_000 - Date.now();
  expect(Math.round(leftMs / 3_600_000)).toBe(24);
  const person = {
    email: `${unique('person')}@test.example`,
    realName: 'Ada Admin',
    password: unique('long'),
  };
  const { userId } = await acceptInvitation(room.url, secret, person);
  const { user } = await ask(room.url, 'users.info', room.owner.token, { user: userId });
  expect(user.is_admin).toBe(true);
});

test('people are added by the panel of the members, removed, and taken back in by Undo', async ({
  room,
  look,
}) => {
  const [nora, otto] = [await room.join('Nora Next'), await room.join('Otto Other')];
  const place = await room.channel('team');
  const page = await look(room.owner, place.id);
  const theirs = await look(nora, room.general);
  const members = async (): Promise<string[]> => {
    const { members: ids } = await room.call(room.owner, 'conversations.members', { channel: place.id });
    return ids.toSorted();
  };
  const all = [room.owner, nora, otto].map(({ userId }) => userId).toSorted();
  await page.getByRole('button', { name: /^1\b.*member/ }).click();
  const panel = page.getByRole('complementary', { name: 'Members' });
  await panel.getByRole('button', { name: 'Add people' }).click();
  const title = `Add people to #${place.name}`;
  await dialog(page, title).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog(page, title).getByRole('alert')).toHaveText('Pick somebody first.');
  await pick(page, title, ['Nora Next', 'Otto Other']);
  await dialog(page, title).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('They are in.')).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveCount(3);
  expect(await members()).toEqual(all);
  await expect(channelLink(theirs, place.name)).toBeVisible();

  await panel.getByRole('button', { name: 'Remove Nora Next from this channel' }).click();
  await expect(page.getByText('Nora Next is no longer in this channel.')).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(channelLink(theirs, place.name)).toHaveCount(0);
  expect(await members()).toEqual(all.filter((id) => id !== nora.userId));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(3);
  await expect(channelLink(theirs, place.name)).toBeVisible();
  expect(await members()).toEqual(all);
});

test('a message to several people opens their group, the same one each time', async ({ room, look }) => {
  const [nora] = [await room.join('Nora Next'), await room.join('Otto Other')];
  const page = await look(room.owner, room.general);
  const theirs = await look(nora, room.general);
  const write = async (): Promise<void> => {
    await navigation(page).getByRole('button', { name: 'New message' }).click();
    await pick(page, 'New message', ['Otto Other', 'Nora Next']);
    await dialog(page, 'New message').getByRole('button', { name: 'Write' }).click();
    await expect(composer(page)).toHaveAccessibleName(/Nora Next.*Otto Other|Otto Other.*Nora Next/);
  };
  await write();
  const address = page.url();
  await composer(page).fill('to the two of you');
  await page.keyboard.press('Enter');
  await expect(message(log(page), 'to the two of you')).toBeVisible();
  await navigation(theirs)
    .getByRole('link', { name: /Olive Owner.*Otto Other|Otto Other.*Olive Owner/ })
    .click();
  await expect(message(log(theirs), 'to the two of you')).toBeVisible();
  await channelLink(page, 'general').click();
  await expect(composer(page)).toHaveAccessibleName(/general/);
  await write();
  expect(page.url()).toBe(address);
});

test('compact stands closer than comfortable, at once and after a reload', async ({ room, look }) => {
  const other = await room.join('Otto Other');
  await room.postMany(other, room.general, 2, (index) => `from Otto ${index}`);
  await room.post(room.owner, room.general, 'from Olive');
  const page = await look(room.owner, room.general);
  const last = message(log(page), 'from Olive');
  const between = async (): Promise<number> =>
    (await topOf(last)) - (await topOf(message(log(page), 'from Otto 1')));
  await expect(last).toBeVisible();
  const comfortable = await between();
  await openMenu(page, 'Preferences');
  await dialog(page, 'Preferences').getByText('Compact', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect.poll(between).toBeLessThan(comfortable - 4);
  const compact = await between();
  await page.reload();
  await expect(last).toBeVisible();
  expect(await between()).toBe(compact);
  await openMenu(page, 'Preferences');
  await dialog(page, 'Preferences').getByText('Comfortable', { exact: true }).click();
  await expect.poll(between).toBe(comfortable);
});
