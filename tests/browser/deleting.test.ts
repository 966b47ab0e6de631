import type { Locator, Page } from '@playwright/test';
import type { Timestamp } from '../../protocol/timestamp.ts';
import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, log, message } from './support/parts.ts';
import type { Room, TestPerson } from './support/room.ts';
import { signInByPassword } from './support/visitor.ts';
import { Wire } from './support/wire.ts';

/** By the toolbar of a message, as one does it. */
async function remove(row: Locator): Promise<void> {
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await row.page().getByRole('menuitem', { name: 'Delete' }).click();
}
const undo = (page: Page): Locator => page.getByRole('button', { name: 'Undo' });
const said = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: words });

/** Whether the server still has it. */
const isStored = async (room: Room, person: TestPerson, ts: Timestamp): Promise<boolean> => {
  const { messages } = await room.call(person, 'conversations.history', { channel: room.general });
  return messages.some((one) => one.ts === ts && one.subtype !== 'tombstone');
};

test('39 a deleted message is out of sight at once, for the others only after five seconds, and undo brings it back', async ({
  room,
  look,
}) => {
  const mia = await room.join('Mia Member');
  const ts = await room.post(mia, room.general, 'said in anger');
  await room.call(room.owner, 'reactions.add', { channel: room.general, timestamp: ts, name: 'tada' });
  const [page, other] = [await look(mia, room.general), await look(room.owner, room.general)];
  const row = message(log(page), 'said in anger');
  const before = await row.innerText();
  await remove(row);
  await expect(row).toBeHidden();
  await expect(said(page, 'Message deleted.')).toBeVisible();
  await expect(message(log(other), 'said in anger')).toBeVisible();
  expect(await isStored(room, mia, ts)).toBe(true);
  await undo(page).click();
  await expect(row).toBeVisible();
  expect(await row.innerText()).toBe(before);
  await expect(said(page, 'The message is back.')).toBeVisible();

  // Not taken back: it goes for everybody, and nothing offers it any more.
  await remove(row);
  await expect(message(log(other), 'said in anger')).toBeHidden({ timeout: 15_000 });
  await expect(undo(page)).toBeHidden();
  await expect(row).toBeHidden();
  expect(await isStored(room, mia, ts)).toBe(false);
});

test('39 by keys alone: the focus is on Undo after the menu, Ctrl Z does it from anywhere, and a field keeps its own', async ({
  room,
  look,
}) => {
  for (const text of ['one', 'two']) await room.post(room.owner, room.general, text);
  const page = await look(room.owner, room.general);
  const list = log(page);
  await expect(message(list, 'two')).toBeVisible();
  await list.focus();
  await page.keyboard.press('ArrowUp');
  await expect(message(list, 'two')).toBeFocused();
  const more = message(list, 'two').getByRole('button', { name: 'More' });
  await expect(more).toBeVisible();
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await expect(undo(page)).toBeFocused();
  await expect(message(list, 'two')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(message(list, 'two')).toBeVisible();

  // Several at once come back together.
  await remove(message(list, 'one'));
  await remove(message(list, 'two'));
  await expect(said(page, '2 messages deleted.')).toBeVisible();
  await composer(page).fill('words');
  await page.keyboard.press('Control+z');
  await expect(composer(page)).toHaveValue('');
  await expect(undo(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(said(page, '2 messages are back.')).toBeVisible();
  for (const text of ['one', 'two']) await expect(message(list, text)).toBeVisible();
});

test('39 who leaves the channel, reloads, or signs out has deleted it', async ({ room, stranger }) => {
  const mia = await room.join('Mia Member');
  const place = await room.channel('elsewhere', [mia]);
  const [one, two, three] = [
    await room.post(mia, room.general, 'one'),
    await room.post(mia, room.general, 'two'),
    await room.post(mia, room.general, 'three'),
  ];
  const { context, page } = await stranger();
  await signInByPassword(context, room.url, { email: mia.email, password: mia.password ?? '' });
  await page.goto(room.path(room.general));
  const isGone = (ts: Timestamp) =>
    expect.poll(() => isStored(room, room.owner, ts), { timeout: 3_500 }).toBe(false);
  await remove(message(log(page), 'one'));
  await channelLink(page, place.name).click();
  await isGone(one);
  await expect(undo(page)).toBeHidden();

  await channelLink(page, 'general').click();
  await remove(message(log(page), 'two'));
  await expect(undo(page)).toBeVisible();
  await page.reload();
  await isGone(two);
  await expect(message(log(page), 'three')).toBeVisible();
  await expect(message(log(page), 'two')).toBeHidden();

  await remove(message(log(page), 'three'));
  await page.getByRole('button', { name: /^Test-/ }).click();
  // It grows when the workspaces come.
  await expect(page.getByRole('menuitem', { name: 'Create a workspace' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('/');
  await isGone(three);
});

test('39 without a connection it waits, also over a reload, and is carried out once there is one', async ({
  room,
  look,
}) => {
  await room.post(room.owner, room.general, 'stays');
  const ts = await room.post(room.owner, room.general, 'not for long');
  const page = await look(room.owner, room.general);
  const wire = await Wire.of(page.context());
  await page.reload();
  const row = message(log(page), 'not for long');
  await expect(row).toBeVisible();
  await page.route('**/api/chat.delete', (route) => route.abort());
  await wire.goDown();
  await remove(row);
  await expect(undo(page)).toBeVisible();
  await expect(undo(page)).toBeHidden({ timeout: 15_000 });
  await expect(row).toBeHidden();
  expect(await isStored(room, room.owner, ts)).toBe(true);
  wire.isDown = false;
  await page.reload();
  await expect(message(log(page), 'stays')).toBeVisible();
  await expect(row).toBeHidden();
  await page.unroute('**/api/chat.delete');
  await expect.poll(() => isStored(room, room.owner, ts), { timeout: 30_000 }).toBe(false);
});

test('39 two tabs agree, and what is refused is there again and says why', async ({ room, look }) => {
  const mia = await room.join('Mia Member');
  const ts = await room.post(mia, room.general, 'in both');
  const page = await look(mia, room.general);
  const second = await page.context().newPage();
  await second.goto(room.path(room.general));
  const [row, there] = [message(log(page), 'in both'), message(log(second), 'in both')];
  await expect(there).toBeVisible();
  await page.bringToFront();
  await remove(row);
  await expect(there).toBeHidden();
  // The tab that took it in charge is the one to take it back.
  await expect(undo(second)).toBeHidden();
  await undo(page).click();
  await expect(there).toBeVisible();

  await remove(row);
  await expect(there).toBeHidden();
  await room.call(room.owner, 'workspaces.setRules', { allow_message_deletion: false });
  await expect(said(page, 'Only its author and admins can delete it.')).toBeVisible({ timeout: 15_000 });
  await expect(row).toBeVisible();
  await expect(there).toBeVisible();
  expect(await isStored(room, mia, ts)).toBe(true);

  // A tab that ends leaves it to the other one.
  await room.call(room.owner, 'workspaces.setRules', { allow_message_deletion: true });
  await page.context().route('**/api/chat.delete', (route) => route.abort());
  await page.reload();
  await remove(row);
  await expect(there).toBeHidden();
  await page.context().unroute('**/api/chat.delete');
  await page.close({ runBeforeUnload: false });
  await expect.poll(() => isStored(room, mia, ts), { timeout: 15_000 }).toBe(false);
  await expect(there).toBeHidden();
});
