import type { Page } from '@playwright/test';
import { acceptInvitation } from '../../dev/sign-up.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { composer, drawn, hold, log, message, navigation } from './support/parts.ts';
import { Room } from './support/room.ts';
import type { TestPerson } from './support/room.ts';
import { signInByPassword } from './support/visitor.ts';

const options = (page: Page) => page.getByRole('listbox').getByRole('option');
/** Somebody of another workspace comes into this one by their account. */
async function bring(room: Room, { email, password = '' }: TestPerson, realName: string): Promise<void> {
  const { secret } = await room.call(room.owner, 'invitations.create', {
    role: 'member',
    channel_ids: [],
    max_uses: 1,
    days: 1,
  });
  await acceptInvitation(room.url, secret, { email, realName, password });
}
const nameOf = async (room: Room): Promise<string> =>
  (await room.call(room.owner, 'team.info', {})).team.name;
const textsOf = async (room: Room): Promise<string[]> => {
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
  return messages.filter(({ subtype }) => subtype === undefined).map(({ text }) => text);
};
const send = async (page: Page, text: string): Promise<void> => {
  await composer(page).fill(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toHaveValue('');
};

test('one account, two workspaces in two tabs: each shows and sends its own', async ({
  house,
  room: one,
  stranger,
}) => {
  const other = await Room.make(house);
  const paula = await one.join('Paula Both');
  await bring(other, paula, 'Paula There');
  const { context, page } = await stranger();
  await signInByPassword(context, one.url, { email: paula.email, password: paula.password ?? '' });
  const second = await context.newPage();
  const rooms = [
    [page, one, 'one', 'Paula Both'],
    [second, other, 'other', 'Paula There'],
  ] as const;
  for (const [tab, room, word, name] of rooms) {
    await tab.goto(room.path(room.general));
    await expect(composer(tab)).toBeVisible();
    await room.post(room.owner, room.general, `said in the ${word}`);
    await expect(navigation(tab).getByRole('button', { name: await nameOf(room) })).toBeVisible();
    await expect(tab.getByRole('button', { name: new RegExp(`Your profile.*${name}`) })).toBeVisible();
  }
  for (const [tab, , word] of rooms) {
    await expect(message(log(tab), `said in the ${word}`)).toBeVisible();
    await send(tab, `written in the ${word}`);
    await expect(message(log(tab), `written in the ${word}`)).toBeVisible();
  }
  for (const [tab, room, word] of rooms) {
    await expect.poll(() => textsOf(room)).toEqual([`written in the ${word}`, `said in the ${word}`]);
    await expect(log(tab).getByText(word === 'one' ? /in the other/ : /in the one/)).toHaveCount(0);
  }
});

test('from one workspace to the other by the menu: nothing goes along, and a name means who has it there', async ({
  house,
  room: one,
  stranger,
}) => {
  const other = await Room.make(house);
  const paula = await one.join('Paula Both');
  await bring(other, paula, 'Paula Both');
  const here = await one.join('Chris Common');
  const there = await other.join('Chris Common');
  await one.post(one.owner, one.general, 'said here');
  await other.post(other.owner, other.general, 'said there');
  const { context, page } = await stranger();
  await signInByPassword(context, one.url, { email: paula.email, password: paula.password ?? '' });
  await page.goto(one.path(one.general));
  await composer(page).click();
  await page.keyboard.type('Ask @chr');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.type('please');
  await page.keyboard.press('Enter');
  await expect.poll(() => textsOf(one)).toContain(`Ask <@${here.userId}> please`);
  await composer(page).fill('a draft of here');
  await page.evaluate(() => Object.assign(globalThis, { isSame: true }));

  const [nameHere, nameThere] = [await nameOf(one), await nameOf(other)];
  const goTo = async (from: string, to: string): Promise<void> => {
    await navigation(page).getByRole('button', { name: from, exact: true }).click();
    await page.getByRole('menuitemradio', { name: to }).click();
    await expect(navigation(page).getByRole('button', { name: to })).toBeVisible();
  };
  await goTo(nameHere, nameThere);
  await expect(message(log(page), 'said there')).toBeVisible();
  await expect(log(page).getByText('said here')).toHaveCount(0);
  await expect(composer(page)).toHaveValue('');
  await send(page, 'Ask @Chris Common please');
  await expect.poll(() => textsOf(other)).toContain(`Ask <@${there.userId}> please`);

  await goTo(nameThere, nameHere);
  await expect(message(log(page), 'said here')).toBeVisible();
  await expect(composer(page)).toHaveValue('a draft of here');
  expect(await page.evaluate(() => 'isSame' in globalThis)).toBe(true);
});

test('the menu of the workspaces does not change while it is open, so no entry comes under the pointer', async ({
  house,
  room: one,
  stranger,
}) => {
  const other = await Room.make(house);
  const paula = await one.join('Paula Both');
  await bring(other, paula, 'Paula There');
  const { context, page } = await stranger();
  await signInByPassword(context, one.url, { email: paula.email, password: paula.password ?? '' });
  await page.goto(one.path(one.general));
  await expect(composer(page)).toBeVisible();
  const account = await hold(page, 'account.get');
  const opener = navigation(page).getByRole('button', { name: await nameOf(one), exact: true });
  const items = page.getByRole('menu').getByRole('menuitem');
  const places = page.getByRole('menu').getByRole('menuitemradio');
  await opener.click();
  await account.asked;
  await expect(items.last()).toHaveText('Sign out everywhere');
  const shown = await items.allTextContents();
  const answered = page.waitForResponse('**/api/account.get');
  account.release();
  await answered;
  await drawn(page);
  expect(await items.allTextContents()).toEqual(shown);
  await expect(places).toHaveCount(0);
  // Whoever opens it again has all of it.
  await page.keyboard.press('Escape');
  await opener.click();
  await expect(places).toHaveCount(2);
});

test('of two people with one name it is who was picked, after an edit and a reload, too', async ({
  room,
  look,
}) => {
  const name = `Chris ${unique('Same')}`;
  const people = [await room.join(name), await room.join(name)];
  const page = await look(room.owner, room.general);
  await composer(page).click();
  for (const index of [0, 1]) {
    await page.keyboard.type(`@${name.toLowerCase()}`);
    await expect(options(page)).toHaveCount(2);
    if (index === 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('you both');
  await page.keyboard.press('Enter');
  const ids = people.map(({ userId }) => `<@${userId}>`);
  await expect
    .poll(async () => (await textsOf(room))[0]?.split(' ').slice(0, 2).toSorted())
    .toEqual(ids.toSorted());
  const sent = (await textsOf(room))[0] ?? '';
  await page.reload();
  await expect(log(page).getByText('you both')).toBeVisible();
  await composer(page).press('ArrowUp');
  const box = page.getByRole('textbox', { name: 'Edit the message' });
  await expect(box).toHaveValue(`@${name} @${name} you both`);
  await box.press('End');
  await page.keyboard.type(', now');
  await page.keyboard.press('Enter');
  await expect.poll(() => textsOf(room)).toEqual([`${sent}, now`]);
});
