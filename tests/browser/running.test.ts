import type { Locator, Page } from '@playwright/test';
import { png } from '../support/pictures.ts';
import { expect, test } from './support/fixtures.ts';
import { composer, log, message, navigation, switcher } from './support/parts.ts';
import type { Room } from './support/room.ts';

/** What those who run the place change about it, as they see it and as the others do. */
const settings = (room: Room, page: string): string => `/w/${room.workspace.teamId}/settings/${page}`;
const file = (width: number, height = width) => ({
  name: 'Party Ferry.png',
  mimeType: 'image/png',
  buffer: Buffer.from(png(width, height)),
});
const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const more = async (page: Page, name: string, what: string): Promise<void> => {
  await row(page, `:${name}:`)
    .getByRole('button', { name: `More about :${name}:` })
    .click();
  await page.getByRole('menuitem', { name: what }).click();
};
/** A picture that the page draws, once it is there: how large it came. */
const widthOf = (image: Locator): Promise<number> =>
  image.evaluate(async (element) => {
    await (element as HTMLImageElement).decode();
    return (element as HTMLImageElement).naturalWidth;
  });

test('a new name and picture of the workspace are everybody’s at once', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const hers = await look(mia, room.general);
  const page = await look(room.owner, settings(room, 'workspace'));
  await page.getByLabel('Name', { exact: true }).fill('Harbour Works');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(navigation(hers).getByRole('button', { name: 'Harbour Works' })).toBeVisible();
  await expect(hers).toHaveTitle(/ · Harbour Works$/);

  await expect(hers.locator('nav header img')).toHaveCount(0);
  await page.locator('input[type="file"]').setInputFiles(file(300, 200));
  const dialog = page.getByRole('dialog', { name: 'Picture of the workspace' });
  // Wider than high: it can be moved across, not up or down.
  await expect(dialog.getByRole('slider')).toHaveCount(2);
  await dialog.getByRole('slider', { name: 'Left to right' }).press('Home');
  await dialog.getByRole('button', { name: 'Use this' }).click();
  await expect(dialog).toBeHidden();
  const icon = hers.locator('nav header img');
  await expect(icon).toBeVisible();
  expect(await widthOf(icon)).toBe(68);

  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(icon).toHaveCount(0);
  // A member is offered none of it.
  await hers.goto(settings(room, 'workspace'));
  await expect(hers.getByText('Address of the API')).toBeVisible();
  await expect(hers.getByRole('button', { name: 'Rename' })).toHaveCount(0);
  await expect(hers.getByRole('link', { name: 'Policies' })).toHaveCount(0);
});

test('one’s own picture is cut, shown to the others, and taken away', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  await room.post(mia, room.general, 'here I am');
  const owners = await look(room.owner, room.general);
  const said = message(log(owners), 'here I am');
  await expect(said.locator('img')).toHaveCount(0);
  const page = await look(mia, settings(room, 'profile'));
  await page.locator('input[type="file"]').setInputFiles({
    name: 'no.png',
    mimeType: 'image/png',
    buffer: Buffer.from('not a picture'),
  });
  await expect(page.getByRole('alert').filter({ hasText: 'This is no picture' })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles(file(90));
  const dialog = page.getByRole('dialog', { name: 'Picture' });
  await dialog.getByRole('slider', { name: 'Size' }).press('End');
  await expect(dialog.getByRole('slider')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Use this' }).click();
  await expect(said.locator('img')).toBeVisible();
  expect(await widthOf(said.locator('img'))).toBe(72);
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(said.locator('img')).toHaveCount(0);
});

test('policies hold at once: no Edit when it is too late, no Delete for whom it is not', async ({
  room,
  look,
}) => {
  const mia = await room.join('Mia Member');
  await room.post(mia, room.general, 'to be kept');
  const hers = await look(mia, room.general);
  const page = await look(room.owner, settings(room, 'policies'));
  await expect(page.getByText(/SIGN_UP_POLICY/)).toBeVisible();

  const menu = async (): Promise<string[]> => {
    await message(log(hers), 'to be kept').hover();
    await hers
      .getByRole('toolbar', { name: 'Message actions' })
      .getByRole('button', { name: 'More' })
      .click();
    const items = await hers.getByRole('menuitem').allTextContents();
    await hers.keyboard.press('Escape');
    return items;
  };
  expect(await menu()).toEqual(expect.arrayContaining(['Edit', 'Delete']));
  await page.getByLabel('Editing one’s own messages').selectOption('Never');
  await expect.poll(menu).not.toContain('Edit');
  await page
    .getByRole('group', { name: 'Deleting messages' })
    .getByText('Admins and owners alone', { exact: true })
    .click();
  await expect.poll(menu).not.toContain('Delete');

  const rule = page.getByRole('group', { name: 'Who makes invitations' });
  const invite = hers.getByRole('button', { name: 'Invite people' });
  await expect(navigation(hers).getByRole('button', { name: 'Invite people' })).toBeVisible();
  await rule.getByText('Admins and owners', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Admins and owners', exact: true })).toBeChecked();
  await expect(invite).toHaveCount(0);
  for (const name of ['invitations', 'people']) {
    await hers.goto(settings(room, name));
    await expect(hers.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(invite).toHaveCount(0);
  }
  await rule.getByText('Everybody but guests', { exact: true }).click();
  await expect(invite).toBeVisible();
});

test('a guest is offered nothing that it may not do', async ({ room, look }) => {
  const guest = await room.join('Gus Guest', { role: 'guest', channelIds: [room.general] });
  const page = await look(guest, room.general);
  await expect(composer(page)).toBeVisible();
  await expect(log(page).getByRole('heading', { level: 2 })).toBeVisible();
  const items = async (): Promise<string[]> => {
    const all = await page.getByRole('menuitem').allTextContents();
    await page.keyboard.press('Escape');
    return all;
  };
  await page.getByRole('button', { name: 'More about this channel' }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  expect(await items()).toEqual([
    'See the members',
    'See what is pinned',
    'Mute',
    'Copy link',
    'Move to a section',
  ]);
  await navigation(page).getByRole('button').first().click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  expect(await items()).toEqual([
    'Directory',
    'Settings',
    'Preferences',
    expect.stringMatching(/^Keyboard shortcuts/),
    'Sign out',
    'Sign out everywhere',
  ]);
  for (const name of ['Add a channel', 'Invite people', 'New channel'])
    await expect(page.getByRole('button', { name })).toHaveCount(0);

  await composer(page).fill('/');
  await expect(page.getByRole('option')).toHaveText([/leave/, /me/, /mute/, /star/]);
  await composer(page).fill('');
  await page.keyboard.press('Control+k');
  await switcher(page).fill('no such place');
  await expect(page.getByText(/no such place/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Browse all channels' })).toHaveCount(0);

  await page.goto(settings(room, ''));
  await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link')).toHaveText([
    /^Back/,
    'Profile',
    'Preferences',
    'Sign-in',
    'Sessions and tokens',
    'Directory',
    'General',
  ]);
  await page.goto(settings(room, 'access'));
  await page.getByRole('button', { name: 'New token' }).click();
  const scopes = page.getByRole('dialog').getByRole('checkbox');
  await expect(scopes.first()).toBeVisible();
  await expect(page.getByRole('dialog').getByText(/^(admin\.|bots:write|invitations:)/)).toHaveCount(0);
});

test('emoji are added with a picture, named anew, given an alias and removed, each for all to see', async ({
  room,
  look,
}) => {
  const mia = await room.join('Mia Member');
  const hers = await look(mia, settings(room, 'emoji'));
  const owners = await look(room.owner, settings(room, 'emoji'));
  await expect(owners.getByText('There is none yet.')).toBeVisible();

  await hers.getByRole('button', { name: 'Add emoji' }).click();
  const dialog = hers.getByRole('dialog', { name: 'Add emoji' });
  await dialog.locator('input[type="file"]').setInputFiles(file(600, 300));
  // The file's name is proposed.
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('party-ferry');
  await dialog.getByLabel('Name', { exact: true }).fill('tada');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'standard emoji of this name' })).toBeVisible();
  await dialog.getByLabel('Name', { exact: true }).fill('party-ferry');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(owners, ':party-ferry:')).toContainText('Mia Member');
  // Made small before it was sent.
  expect(await widthOf(row(owners, ':party-ferry:').locator('img'))).toBe(128);

  await more(hers, 'party-ferry', 'Give it an alias');
  const alias = hers.getByRole('dialog', { name: 'Add an alias' });
  await alias.getByLabel('Name', { exact: true }).fill('dinghy');
  await alias.getByRole('button', { name: 'Save' }).click();
  await expect(row(owners, ':dinghy:')).toContainText('stands for :party-ferry:');

  // Whoever added it, and admins: another member is offered an alias alone.
  const otto = await look(await room.join('Otto Other'), settings(room, 'emoji'));
  await row(otto, ':dinghy:').getByRole('button', { name: 'More about :dinghy:' }).click();
  await expect(otto.getByRole('menuitem')).toHaveText(['Give it an alias']);

  await more(owners, 'party-ferry', 'Rename');
  const rename = owners.getByRole('dialog', { name: 'Rename :party-ferry:' });
  await rename.getByLabel('Name', { exact: true }).fill('ship-it');
  await rename.getByRole('button', { name: 'Save' }).click();
  await expect(row(hers, ':dinghy:')).toContainText('stands for :ship-it:');
  await more(owners, 'ship-it', 'Remove');
  await owners.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(hers.getByText('There is none yet.')).toBeVisible();
});

test('the directory finds people by what they do, and leads to a direct message', async ({ room, look }) => {
  const rita = await room.join('Rita Reader');
  await room.call(rita, 'users.profile.set', {
    profile: {
      phone: '+47 22 00 00 00',
      title: 'Harbour master',
      status_text: 'On the water',
      tz: 'Asia/Tokyo',
    },
  });
  const guest = await room.join('Gus Guest', { role: 'guest', channelIds: [room.general] });
  const page = await look(guest, room.general);
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button').first().click();
  await page.getByRole('menuitem', { name: 'Directory' }).click();
  await page.getByRole('searchbox', { name: 'Find somebody' }).fill('harbour');
  const found = page.getByRole('row').filter({ hasText: 'Rita Reader' });
  await expect(found).toContainText('On the water');
  await expect(found).toContainText(/\d:\d\d/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await found.getByRole('button', { name: 'Rita Reader' }).click();
  const card = page.getByRole('dialog', { name: 'About Rita Reader' });
  await expect(card).toContainText('Harbour master');
  await expect(card).toContainText('+47 22 00 00 00');
  await card.getByRole('button', { name: 'Message' }).click();
  await expect(page.getByRole('textbox', { name: 'Message Rita Reader' })).toBeVisible();
});
