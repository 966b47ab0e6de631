import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, drawn, hold, log, message, navigation, topOf } from './support/parts.ts';

const menuOf = async (page: Page, row: Locator): Promise<Locator> => {
  await row.hover();
  await row.getByRole('button', { name: 'More', exact: true }).click();
  return page.getByRole('menu', { name: 'Message actions' });
};
const channelMenu = async (page: Page, entry: string): Promise<void> => {
  await page.getByRole('button', { name: 'More about this channel' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};

test('45 a message is pinned for everybody, listed, and unpinned', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  await room.post(other, room.general, 'pin me');
  const page = await look(room.owner, room.general);
  const theirs = await look(other, room.general);
  await (
    await menuOf(page, message(log(page), 'pin me'))
  )
    .getByRole('menuitem', { name: 'Pin to the channel' })
    .click();
  await expect(message(log(theirs), 'pin me')).toContainText('Pinned by Olive Owner');
  await channelMenu(theirs, 'See what is pinned');
  await expect(theirs).toHaveURL(/\/pins$/);
  const panel = theirs.getByRole('complementary', { name: 'Pinned' });
  await expect(message(panel, 'pin me')).toContainText('Pinned by Olive Owner');
  await channelMenu(page, 'See what is pinned');
  await page.getByRole('complementary', { name: 'Pinned' }).getByRole('button', { name: 'Unpin' }).click();
  await expect(panel.getByText('Nothing is pinned')).toBeVisible();
  await expect(message(log(theirs), 'pin me')).not.toContainText('Pinned by');
});

test('45 a message is saved for oneself, on every device, and found again', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const ts = await room.post(other, room.general, 'keep me');
  const page = await look(room.owner, room.general);
  const second = await look(room.owner, room.general);
  const theirs = await look(other, room.general);
  await (
    await menuOf(page, message(log(page), 'keep me'))
  )
    .getByRole('menuitem', { name: 'Save for later' })
    .click();
  await expect(message(log(second), 'keep me').getByText('Saved')).toBeAttached();
  await expect(message(log(theirs), 'keep me').getByText('Saved')).not.toBeAttached();
  await page.reload();
  await expect(message(log(page), 'keep me').getByText('Saved')).toBeAttached();
  await navigation(page).getByRole('link', { name: 'Saved' }).click();
  const list = page.getByRole('region', { name: 'Saved' });
  await expect(message(list, 'keep me')).toBeVisible();
  await message(list, 'keep me')
    .getByRole('link', { name: /Go to the message/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/m/${ts}$`));
  await expect(message(log(page), 'keep me')).toBeVisible();
  await page.goBack();
  await message(list, 'keep me').getByRole('button', { name: 'Remove from saved' }).click();
  await expect(list.getByText('Nothing is saved')).toBeVisible();
  await expect(message(log(second), 'keep me').getByText('Saved')).not.toBeAttached();
});

test('a bookmark is added, changed and removed, and everybody sees it', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const page = await look(room.owner, room.general);
  const theirs = await look(other, room.general);
  const bar = theirs.getByRole('navigation', { name: 'Bookmarks' });
  await expect(composer(theirs)).toBeVisible();
  await expect(bar).toHaveCount(0);
  await channelMenu(page, 'Add a bookmark');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Link').fill('nowhere');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'A link begins with' })).toBeVisible();
  await dialog.getByLabel('Link').fill('far.example/plan');
  await dialog.getByLabel('Name').fill('The plan');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(bar.getByRole('link', { name: 'The plan' })).toHaveAttribute(
    'href',
    'https://far.example/plan',
  );
  await page.getByRole('button', { name: 'More about The plan' }).click();
  await page.getByRole('menuitem', { name: 'Edit the bookmark' }).click();
  await dialog.getByLabel('Name').fill('Our plan');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(bar.getByRole('link', { name: 'Our plan' })).toBeVisible();
  // Known from the last visit: what is below it stands where it will stand.
  const held = await hold(theirs, 'bookmarks.list');
  await theirs.reload();
  await held.asked;
  await expect(log(theirs)).toBeVisible();
  await drawn(theirs);
  const before = await topOf(log(theirs));
  await expect(bar).toHaveCount(0);
  held.release();
  await expect(bar.getByRole('link', { name: 'Our plan' })).toBeVisible();
  expect(await topOf(log(theirs))).toBe(before);
  await page.getByRole('button', { name: 'More about Our plan' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(bar).toHaveCount(0);
});

test('words wait for their time, can be moved to another, and taken back', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  const later = page.getByRole('button', { name: 'Send later' });
  await composer(page).fill('good morning, @Olive');
  await later.click();
  await page.getByRole('menuitem', { name: /^Tomorrow morning/ }).click();
  await expect(composer(page)).toHaveValue('');
  await page.getByRole('button', { name: 'Show' }).click();
  const list = page.getByRole('region', { name: 'Scheduled' });
  await expect(list.getByText('good morning, @Olive')).toBeVisible();
  const before = await room.call(room.owner, 'chat.scheduledMessages.list', {});
  expect(before.scheduled_messages).toHaveLength(1);
  await list.getByRole('button', { name: 'Change the time' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date and time').fill('2020-01-01T09:00');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialog.getByText('That time has passed already.')).toBeVisible();
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
  await dialog.getByLabel('Date and time').fill(inTwoDays);
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await room.call(room.owner, 'chat.scheduledMessages.list', {})).scheduled_messages)
    .toEqual([expect.objectContaining({ text: before.scheduled_messages[0]?.text })]);
  const [moved] = (await room.call(room.owner, 'chat.scheduledMessages.list', {})).scheduled_messages;
  expect(moved?.post_at).not.toBe(before.scheduled_messages[0]?.post_at);
  await list.getByRole('button', { name: 'Delete' }).click();
  await expect(list.getByText('Nothing waits to be sent')).toBeVisible();
});

test('what is moved stays one message, whole, when the answer is lost', async ({ room, look }) => {
  const parent = await room.post(room.owner, room.general, 'a question');
  const postAt = Math.floor(Date.now() / 1_000) + 3_600;
  const { scheduled_message_id: id } = await room.call(room.owner, 'chat.scheduleMessage', {
    channel: room.general,
    text: 'the answer',
    thread_ts: parent,
    reply_broadcast: true,
    post_at: String(postAt),
  });
  const page = await look(room.owner, `/w/${room.workspace.teamId}/scheduled`);
  await page.route('**/api/scheduledMessages.setTime', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Change the time' }).click();
  const dialog = page.getByRole('dialog');
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
  await dialog.getByLabel('Date and time').fill(inTwoDays);
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByText('The server did not answer. Try again.')).toBeVisible();
  const { scheduled_messages: left } = await room.call(room.owner, 'chat.scheduledMessages.list', {});
  expect(left).toEqual([expect.objectContaining({ id, text: 'the answer', thread_ts: parent })]);
  expect(left[0]?.post_at).toBeGreaterThan(postAt);
});

test('followed threads say what is new in them, and activity gathers what is meant for one', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const ts = await room.post(room.owner, room.general, 'a question of mine');
  await room.post(room.owner, room.general, 'my own first word on it', ts);
  await room.post(other, room.general, 'an answer to it', ts);
  await room.post(other, room.general, `hello <@${room.owner.userId}>`);
  const page = await look(room.owner, room.general);
  await navigation(page).getByRole('link', { name: 'Threads' }).click();
  const threads = page.getByRole('region', { name: 'Threads' });
  await expect(threads.getByRole('article')).toContainText('a question of mine');
  await expect(threads.getByText('1 new reply')).toBeVisible();
  await room.post(other, room.general, 'another answer', ts);
  await expect(threads.getByText('2 new replies')).toBeVisible();
  await navigation(page).getByRole('link', { name: 'Activity' }).click();
  const activity = page.getByRole('region', { name: 'Activity' });
  await expect(activity.getByText('Mentioned you')).toBeVisible();
  await expect(activity.getByText('Replies to you')).toBeVisible();
  await expect(activity.getByRole('article').first()).toContainText('a question of mine');
  await room.post(other, room.general, `again <@${room.owner.userId}>`);
  await expect(activity.getByRole('article').first()).toContainText('again');
  await activity
    .getByRole('article')
    .filter({ hasText: 'a question of mine' })
    .getByRole('link', { name: /3 replies/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/t/${ts}$`));
});

test('a list longer than a page says so, and shows the rest', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('long', [other]);
  const ts = await room.postMany(other, place.id, 55, (index) => `saved ${index}`);
  for (const one of ts) await room.call(room.owner, 'stars.add', { channel: place.id, timestamp: one });
  const page = await look(room.owner, `/w/${room.workspace.teamId}/saved`);
  const list = page.getByRole('region', { name: 'Saved' });
  await expect(list.getByText('saved 55', { exact: true })).toBeVisible();
  await expect(list.getByRole('article')).toHaveCount(50);
  await list.getByRole('button', { name: 'Show more' }).click();
  await expect(list.getByRole('article')).toHaveCount(55);
  await expect(list.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  // What is saved says what it says now, wherever it was changed.
  await room.call(other, 'chat.update', { channel: place.id, ts: ts[54] ?? '', text: 'saved and edited' });
  await expect(list.getByText('saved and edited')).toBeVisible();
  await room.call(other, 'chat.delete', { channel: place.id, ts: ts[54] ?? '' });
  await expect(list.getByRole('article')).toHaveCount(54);
});

test('activity goes on behind its first page, in order', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  await room.postMany(other, room.general, 53, (index) => `<@${room.owner.userId}> call ${index}`);
  const page = await look(room.owner, `/w/${room.workspace.teamId}/activity`);
  const list = page.getByRole('region', { name: 'Activity' });
  await expect(list.getByRole('article')).toHaveCount(50);
  await list.getByRole('button', { name: 'Show more' }).click();
  await expect(list.getByRole('article')).toHaveCount(53);
  await expect(list.getByRole('article').first()).toContainText('call 53');
  await expect(list.getByRole('article').last()).toContainText('call 1');
});

test('Threads is bold no longer once one has read what was new, and is seen where it is current', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  for (let count = 0; count < 9; count += 1) await room.channel(`filler-${count}`);
  const place = await room.channel('zz-last');
  const ts = await room.post(room.owner, room.general, 'a question of mine');
  await room.post(other, room.general, 'an answer', ts);
  const page = await look(room.owner, room.general, { viewport: { width: 1_280, height: 420 } });
  const row = page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: /^Threads/ });
  await expect(row).toHaveAccessibleName(/1 thread with new replies/);
  await page.goto(room.path(room.general, `/t/${ts}`));
  await expect(page.getByRole('complementary', { name: 'Thread' }).getByText('an answer')).toBeVisible();
  await expect(row).toHaveAccessibleName('Threads', { timeout: 8_000 });

  await row.click();
  const last = channelLink(page, place.name);
  await last.scrollIntoViewIfNeeded();
  await expect(row).not.toBeInViewport();
  await last.click();
  await page.goBack();
  await expect(row).toBeInViewport();
});
