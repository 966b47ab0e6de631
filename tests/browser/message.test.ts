import type { Page } from '@playwright/test';
import type { UserId } from '../../protocol/ids.ts';
import { makeBot } from '../support/workspace.ts';
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

const offered = async (page: Page, text: string) => {
  const row = message(log(page), text);
  await row.hover();
  const tools = row.getByRole('toolbar', { name: 'Message actions' });
  await expect(tools).toBeVisible();
  const buttons = await tools.getByRole('button').evaluateAll((all) => all.map((one) => one.ariaLabel));
  await tools.getByRole('button', { name: 'More' }).click();
  const menu = page.getByRole('menu', { name: 'Message actions' });
  await expect(menu).toBeVisible();
  const items = await menu.getByRole('menuitem').allTextContents();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  return { buttons, items };
};

test('what would be refused is not offered: from outside a channel, and in one that is archived', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('looked-into');
  const ts = await room.post(room.owner, place.id, 'what I said');
  await room.call(room.owner, 'reactions.add', { channel: place.id, timestamp: ts, name: 'eyes' });
  await room.post(room.owner, place.id, 'an answer', ts);
  const reading = ['Copy link', 'Copy text', 'Save for later'];
  const chip = (page: Page) => message(log(page), 'what I said').getByRole('img', { name: 'eyes, 1' });

  const outside = await look(other, place.id);
  await expect(outside.getByRole('button', { name: 'Join channel' })).toBeVisible();
  expect(await offered(outside, 'what I said')).toEqual({
    buttons: ['Reply in a thread', 'More'],
    items: reading,
  });
  await expect(chip(outside)).toBeVisible();
  await expect(log(outside).getByRole('button', { name: /eyes|reaction/i })).toHaveCount(0);
  // Saving is one's own affair, and works.
  await message(log(outside), 'what I said').hover();
  await log(outside).getByRole('button', { name: 'More' }).click();
  await outside.getByRole('menuitem', { name: 'Save for later' }).click();
  await expect(message(log(outside), 'what I said')).toContainText('Saved');
  await outside.goto(room.path(place.id, `/t/${ts}`));
  const pane = outside.getByRole('complementary', { name: 'Thread' });
  await message(pane, 'an answer').hover();
  await expect(pane.getByRole('toolbar').getByRole('button')).toHaveCount(1);

  const inside = await look(room.owner, place.id);
  const all = await offered(inside, 'what I said');
  expect(all.items).toEqual(expect.arrayContaining([...reading, 'Edit', 'Delete', 'Pin to the channel']));
  expect(all.buttons).toEqual(expect.arrayContaining(['React with eyes', 'Add a reaction']));
  await room.call(room.owner, 'conversations.archive', { channel: place.id });
  await expect(inside.getByText('This channel is archived.')).toBeVisible();
  expect(await offered(inside, 'what I said')).toEqual({
    buttons: ['Reply in a thread', 'More'],
    // To have it unread again is nobody else's business.
    items: [...reading, 'Mark unread from here'],
  });
  await expect(chip(inside)).toBeVisible();
  await expect(log(inside).getByRole('button', { name: /eyes|reaction/i })).toHaveCount(0);
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

test('what only this person is shown says so, counts nowhere, is put away, and is gone after a reload', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('between-us', [other]);
  const threadTs = await room.post(room.owner, place.id, 'a question');
  const bot = await makeBot(room.workspace);
  await room.call(room.owner, 'conversations.invite', { channel: place.id, users: [bot.userId as UserId] });
  const page = await look(room.owner, room.path(place.id, `/t/${threadTs}`));
  const theirs = await look(other, room.path(place.id, `/t/${threadTs}`));
  const elsewhere = await look(room.owner, room.general);
  for (const one of [page, theirs])
    await expect(one.getByRole('complementary', { name: 'Thread' }).getByRole('log')).toBeVisible();
  await expect(channelLink(elsewhere, place.name)).toBeVisible();
  const user = room.owner.userId as UserId;
  const channel = place.id;
  await room.call(other, 'chat.postEphemeral', { channel, user, text: 'only for *you*' });
  await room.call({ ...other, token: bot.token }, 'chat.postEphemeral', {
    channel,
    user,
    text: 'from a bot',
  });
  await room.call(other, 'chat.postEphemeral', { channel, user, text: 'in the thread', thread_ts: threadTs });
  const mine = message(log(page), 'only for you');
  const pane = page.getByRole('complementary', { name: 'Thread' });
  await expect(mine).toContainText('Only visible to you');
  await expect(mine).toContainText('Rita Reader');
  await expect(mine.locator('strong')).toHaveText('you');
  await expect(message(log(page), 'from a bot')).toContainText('App');
  await expect(message(pane, 'in the thread')).toContainText('Only visible to you');
  await expect(message(log(page), 'in the thread')).toHaveCount(0);
  // Nothing is done with it but reading it and putting it away.
  await mine.hover();
  await expect(mine.getByRole('toolbar')).toHaveCount(0);
  await expect(message(pane, 'a question')).toBeVisible();
  await expect(pane.getByText('No replies yet')).toBeVisible();
  // It came to the other page of this person, too, unread to nobody; and to nobody else.
  await room.post(other, room.general, 'a word to everybody');
  await expect(message(log(elsewhere), 'a word to everybody')).toBeVisible();
  await expect(channelLink(elsewhere, place.name)).not.toContainText('unread');
  await room.post(other, channel, 'said aloud');
  await expect(message(log(theirs), 'said aloud')).toBeVisible();
  await expect(theirs.getByText('only for you')).toHaveCount(0);
  await expect(log(page).getByRole('article').last()).toContainText('said aloud');

  await mine.getByRole('button', { name: 'Dismiss' }).click();
  await expect(mine).toHaveCount(0);
  await expect(message(log(page), 'from a bot')).toBeVisible();
  await page.reload();
  await expect(message(log(page), 'said aloud')).toBeVisible();
  await expect(page.getByText('Only visible to you')).toHaveCount(0);
});

test('words that are no mrkdwn are shown as they were written; people in them are still people', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, room.general);
  const text = `*stars* _lines_ \`ticks\` :tada: &lt;b&gt; <@${room.owner.userId}>`;
  await room.call(room.owner, 'chat.postMessage', { channel: room.general, text, mrkdwn: false });
  const row = log(page).getByRole('article').last();
  await expect(row).toContainText('*stars* _lines_ `ticks` :tada: <b> @Olive Owner');
  await expect(row.locator('strong, em, code, [role=img]')).toHaveCount(0);
  await expect(row.getByRole('button', { name: '@Olive Owner' })).toBeVisible();
});

test('a group that is named by its id alone is drawn by its handle', async ({ room, look }) => {
  const { usergroup } = await room.call(room.owner, 'usergroups.create', {
    name: 'The crew',
    handle: 'crew',
  });
  await room.post(room.owner, room.general, `ask <!subteam^${usergroup.id}> and <!subteam^S0NOBODYHERE>`);
  const page = await look(room.owner, room.general);
  await expect(log(page).getByText('ask @crew and @group')).toBeVisible();
});

test('what happened to a channel is told in words, each thing in its line', async ({ room, look }) => {
  const [ada, ben] = [await room.join('Ada Adams'), await room.join('Ben Brown')];
  const place = await room.channel('happenings', [ada]);
  const page = await look(room.owner, place.id);
  const channel = place.id;
  await room.call(ben, 'conversations.join', { channel });
  await room.call(ben, 'conversations.leave', { channel });
  await room.call(ada, 'conversations.setTopic', { channel, topic: 'Bread & butter' });
  await room.call(ada, 'conversations.setPurpose', { channel, purpose: 'To talk of it' });
  const name = `${place.name}-2`;
  await room.call(room.owner, 'conversations.rename', { channel, name });
  await room.call(room.owner, 'conversations.archive', { channel });
  await room.call(room.owner, 'conversations.unarchive', { channel });
  for (const words of [
    '@Ada Adams was added by @Olive Owner',
    '@Ben Brown has joined the channel',
    '@Ben Brown has left the channel',
    '@Ada Adams set the channel topic: Bread & butter',
    '@Ada Adams set the channel purpose: To talk of it',
    `@Olive Owner has renamed the channel from "${place.name}" to "${name}"`,
    '@Olive Owner archived the channel',
    '@Olive Owner unarchived the channel',
  ])
    await expect(log(page).locator('p', { hasText: words })).toHaveCount(1);
  // Nobody said it, so there is nothing to do with it.
  await expect(log(page).getByRole('article')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
