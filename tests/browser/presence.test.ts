import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, drawn, log, message, topOf } from './support/parts.ts';

test('51 who is typing is said without moving anything, and goes with the message', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  await room.post(room.owner, room.general, 'a line above');
  const [page, second] = [await look(room.owner, room.general), await look(other, room.general)];
  await expect(composer(second)).toBeFocused();
  const row = message(log(page), 'a line above');
  const before = await topOf(row);
  await second.keyboard.type('I am');
  await expect(page.getByText('Rita Reader is typing')).toBeVisible();
  await drawn(page);
  expect(await topOf(row)).toBe(before);
  await second.keyboard.press('Enter');
  await expect(page.getByText('is typing')).toBeHidden();
});

test('56 the title counts mentions, and the badge is the same number', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('titles', [other]);
  const page = await look(room.owner, '/sign-in');
  await page.addInitScript(() => {
    const badges: number[] = [];
    Object.assign(globalThis, { badges });
    Object.assign(navigator, {
      setAppBadge: (count: number) => Promise.resolve(badges.push(count)),
      clearAppBadge: () => Promise.resolve(badges.push(0)),
    });
  });
  await page.goto(room.path(room.general));
  await expect(page).toHaveTitle(/^#general · /);
  await room.post(other, place.id, 'nobody by name');
  await expect(page).toHaveTitle(/^• #general · /);
  await room.post(other, place.id, `<@${room.owner.userId}> one`);
  await room.post(other, place.id, `<@${room.owner.userId}> two`);
  await expect(page).toHaveTitle(/^\(2\) #general · /);
  const badge = () => page.evaluate(() => (globalThis as unknown as { badges: number[] }).badges.at(-1));
  await expect.poll(badge).toBe(2);
  await channelLink(page, place.name).click();
  await expect(page).toHaveTitle(new RegExp(`^#${place.name} · `));
  await expect.poll(badge).toBe(0);
});
