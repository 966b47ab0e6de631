import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, log, message } from './support/parts.ts';

test('41 the toolbar comes with the pointer and with the focus, and moves nothing', async ({
  room,
  look,
}) => {
  for (const text of ['one', 'two', 'three']) await room.post(room.owner, room.general, text);
  const page = await look(room.owner, room.general);
  const row = message(log(page), 'two');
  const tools = row.getByRole('toolbar', { name: 'Message actions' });
  await expect(row).toBeVisible();
  await expect(tools).toBeHidden();
  const before = await row.boundingBox();
  await row.hover();
  await expect(tools).toBeVisible();
  expect(await row.boundingBox()).toEqual(before);
  await page.mouse.move(5, 5);
  await expect(tools).toBeHidden();
  await log(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(row).toBeFocused();
  await expect(tools).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(row.locator(':focus')).toHaveCount(1);
});

test('42 a reaction is toggled, counted for everybody, and says who', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  await room.post(other, room.general, 'react to me');
  const [page, second] = [await look(room.owner, room.general), await look(other, room.general)];
  const row = message(log(page), 'react to me');
  await row.hover();
  await row.getByRole('button', { name: 'React with eyes' }).click();
  const chip = (one: typeof page) =>
    message(log(one), 'react to me').getByRole('button', { name: /^eyes, / });
  await expect(chip(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(chip(second)).toHaveAccessibleName('eyes, 1');
  await chip(second).click();
  await expect(chip(page)).toHaveAccessibleName('eyes, 2');
  await page.mouse.move(5, 5);
  await chip(page).hover();
  const who = page.locator('[popover]').filter({ hasText: 'with :eyes:' });
  await expect(who).toContainText('Olive Owner');
  await expect(who).toContainText('Rita Reader');
  await chip(page).click();
  await expect(chip(second)).toHaveAccessibleName('eyes, 1');
  await chip(second).click();
  await expect(chip(page)).toHaveCount(0);
});

test('43 a thread has an address of its own, says what is new in it, and can be followed', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const ts = await room.post(room.owner, room.general, 'a question');
  await room.post(other, room.general, 'a first answer', ts);
  const page = await look(room.owner, room.general);
  await message(log(page), 'a question')
    .getByRole('link', { name: /1 reply/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/t/${ts}$`));
  const pane = page.getByRole('complementary', { name: 'Thread' });
  await expect(message(pane, 'a first answer')).toBeVisible();
  await expect(pane.getByRole('button', { name: 'Stop following this thread' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${room.general}$`));
  await room.post(other, room.general, 'a second answer', ts);
  await expect(message(log(page), 'a question').getByRole('link', { name: /2 replies/ })).toBeVisible();
  await page.goBack();
  await expect(message(pane, 'a second answer')).toBeVisible();
  await expect(pane.getByRole('separator', { name: 'New messages' })).toBeVisible();
  await pane.getByRole('button', { name: 'Stop following this thread' }).click();
  await page.reload();
  await expect(pane.getByRole('button', { name: 'Follow this thread' })).toBeVisible();
});

test('44 a reply can go to the channel, too', async ({ room, look }) => {
  const ts = await room.post(room.owner, room.general, 'a question');
  const page = await look(room.owner, room.path(room.general, `/t/${ts}`));
  const pane = page.getByRole('complementary', { name: 'Thread' });
  await pane.getByRole('textbox', { name: 'Reply' }).fill('for everybody');
  await pane.getByRole('checkbox', { name: /Also send to/ }).check();
  await pane.getByRole('textbox', { name: 'Reply' }).press('Enter');
  await expect(message(pane, 'for everybody')).toContainText('also in the channel');
  await expect(message(log(page), 'for everybody')).toContainText('replied in a thread');
  await expect(pane.getByRole('checkbox', { name: /Also send to/ })).not.toBeChecked();
  await expect(composer(page)).toHaveValue('');
  await expect(channelLink(page, 'general')).toBeVisible();
});
