import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, log, message } from './support/parts.ts';
import type { Room } from './support/room.ts';

/** What is done about channels, groups and links by those who run the place, without a terminal. */
const menu = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'More about this channel' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const settings = (room: Room, page: string): string => `/w/${room.workspace.teamId}/settings/${page}`;

test('a channel is renamed and described, and everybody sees it', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const place = await room.channel('plans', [mia]);
  const hers = await look(mia, place.id);
  const page = await look(room.owner, place.id);
  await menu(page, 'Rename');
  const name = `${place.name}-new`;
  await page.getByRole('dialog').getByLabel('Name').fill('general');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'There is a channel of this name' })).toBeVisible();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(channelLink(hers, name)).toBeVisible();
  await menu(page, 'Describe');
  await page.getByRole('dialog').getByLabel('Description').fill('Where plans are made');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(log(hers).getByText('Where plans are made').first()).toBeVisible();
  // Who did not make it and is no admin is not offered another name.
  await hers.getByRole('button', { name: 'More about this channel' }).click();
  await expect(hers.getByRole('menuitem', { name: 'Describe' })).toBeVisible();
  for (const item of ['Rename', 'Make it private', 'Delete this channel'])
    await expect(hers.getByRole('menuitem', { name: item })).toHaveCount(0);
});

test('an archived channel is found among the archived ones, and reopened', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const place = await room.channel('closed');
  await room.call(room.owner, 'conversations.archive', { channel: place.id });
  const page = await look(mia, room.general);
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Channels' });
  await expect(dialog.getByText('general')).toBeVisible();
  await expect(dialog.getByText(place.name)).toHaveCount(0);
  await dialog.getByText('Archived', { exact: true }).click();
  await dialog.getByRole('button', { name: place.name }).click();
  await expect(page.getByText('This channel is archived.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByRole('button', { name: 'Join channel' })).toBeVisible();

  const owners = await look(room.owner, place.id);
  await menu(owners, 'Archive this channel');
  await owners.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(owners.getByText('This channel is archived.')).toBeVisible();
  await menu(owners, 'Reopen this channel');
  await expect(composer(owners)).toBeVisible();
});

test('an admin makes a channel private and public again, and deletes it', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const place = await room.channel('secret', [mia]);
  const hers = await look(mia, place.id);
  await expect(composer(hers)).toBeVisible();
  const page = await look(room.owner, place.id);
  await menu(page, 'Make it private');
  await expect(page.getByRole('dialog')).toContainText('people come in only by being brought in');
  await page.getByRole('dialog').getByRole('button', { name: 'Make it private' }).click();
  await expect(channelLink(hers, place.name)).toHaveAccessibleName(/private/i);
  await menu(page, 'Make it public');
  await page.getByRole('dialog').getByRole('button', { name: 'Make it public' }).click();
  await expect(channelLink(hers, place.name)).not.toHaveAccessibleName(/private/i);
  await menu(page, 'Delete this channel');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(channelLink(hers, place.name)).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(room.general));
});

test('a conversation is closed, and comes back with the next message', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const { channel } = await room.call(room.owner, 'conversations.open', { users: [mia.userId] });
  const id = channel.id as typeof room.general;
  await room.post(mia, id, 'hello');
  const page = await look(room.owner, id);
  await expect(message(log(page), 'hello')).toBeVisible();
  await menu(page, 'Close conversation');
  await expect(page).toHaveURL(new RegExp(room.general));
  await expect(channelLink(page, 'Mia Member')).toHaveCount(0);
  await room.post(mia, id, 'one more thing');
  await expect(channelLink(page, 'Mia Member')).toBeVisible();
});

test('a link for one address lets nobody else in, and says for whom it is', async ({ room, look }) => {
  const page = await look(room.owner, settings(room, 'invitations'));
  await page.getByRole('main').getByRole('button', { name: 'Invite people' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite people' });
  await dialog.getByLabel('For one address alone').fill('rosa@example.org');
  await expect(dialog.getByLabel('For', { exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText(/Member · rosa@example\.org/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('rowheader', { name: 'rosa@example.org' })).toBeVisible();
  const { invitations } = await room.call(room.owner, 'invitations.list', {});
  expect(invitations).toMatchObject([{ email: 'rosa@example.org', max_uses: 1 }]);
});

test('a group is made, filled, renamed and disabled, and a member sees it at once', async ({
  room,
  look,
}) => {
  const mia = await room.join('Mia Member');
  const hers = await look(mia, settings(room, 'groups'));
  await expect(hers.getByText('There is none yet.')).toBeVisible();
  const page = await look(room.owner, settings(room, 'groups'));
  await page.getByRole('button', { name: 'New group' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Give it a name.' })).toBeVisible();
  await dialog.getByLabel('Name').fill('Deck Crew');
  await dialog.getByLabel('Handle').fill('crew');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('combobox', { name: 'People' }).fill('mia');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = hers.getByRole('row').filter({ hasText: '@crew' });
  await expect(row).toContainText('1 person');

  const act = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: /^More about @/ }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await act('Change');
  await dialog.getByLabel('What it is for').fill('Ropes and paint');
  await dialog.getByLabel('Handle').fill('deck');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(hers.getByRole('row').filter({ hasText: '@deck' })).toContainText('Ropes and paint');
  await act('Disable');
  await expect(hers.getByRole('row').filter({ hasText: '@deck' })).toContainText('Disabled');
  await act('Enable');
  await expect(hers.getByRole('row').filter({ hasText: '@deck' })).toContainText('In use');
});
