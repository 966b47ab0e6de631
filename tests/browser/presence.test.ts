import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, drawn, log, message, navigation, topOf, trackTop } from './support/parts.ts';

test('50 a status is beside the name and in the card, and at its end it is gone for everybody, without a reload', async ({
  room,
  look,
}) => {
  const mia = await room.join('Mia Member');
  await room.call(room.owner, 'conversations.open', { users: mia.userId });
  await room.post(mia, room.general, 'here I am');
  const page = await look(room.owner, room.general);
  const hers = await look(mia, `/w/${room.workspace.teamId}/settings/profile`);
  const row = message(log(page), 'here I am');
  await hers.getByLabel('What you are doing').fill('In a workshop');
  await hers.getByLabel('It stays').selectOption({ label: 'For 30 minutes' });
  await hers.getByRole('button', { name: 'Set the status' }).click();
  await expect(hers.getByText(/^Stays until /)).toBeVisible();
  await expect(row.getByTitle(/^In a workshop \(until /)).toBeVisible();
  await expect(channelLink(page, 'Mia Member').getByTitle(/^In a workshop/)).toBeVisible();
  await row.getByRole('button', { name: 'Mia Member' }).click();
  const card = page.getByRole('dialog', { name: 'About Mia Member' });
  await expect(card.getByText('In a workshop')).toBeVisible();
  await expect(card.getByText(/Stays until /)).toBeVisible();

  await hers.getByRole('button', { name: 'Clear it' }).click();
  await expect(card.getByText('In a workshop')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(row.getByTitle(/workshop/)).toHaveCount(0);
  // A time of one's own must lie ahead.
  await hers.getByLabel('What you are doing').fill('At sea');
  await hers.getByLabel('It stays').selectOption({ label: 'Until a time of your own' });
  await hers.getByLabel('It ends').fill('2020-01-01T10:00');
  await hers.getByRole('button', { name: 'Set the status' }).click();
  await expect(hers.getByRole('alert').filter({ hasText: 'still to come' })).toBeVisible();
  await hers.getByLabel('It ends').fill('2099-01-01T10:00');
  await hers.getByRole('button', { name: 'Set the status' }).click();
  await expect(row.getByTitle(/^At sea \(until .*2099/)).toBeVisible();

  await hers.goto(room.path(room.general));
  await expect(row.getByTitle(/^At sea/)).toBeVisible();
  const own = message(log(hers), 'here I am').getByTitle(/^Away/);
  const profile = {
    status_text: 'Away',
    status_emoji: ':palm_tree:',
    status_expiration: Math.floor(Date.now() / 1_000) + 6,
  };
  await room.call(mia, 'users.profile.set', { profile });
  await expect(row.getByTitle(/^Away/)).toBeVisible();
  await expect(own).toBeVisible();
  await expect(row.getByTitle(/^Away/)).toHaveCount(0);
  await expect(own).toHaveCount(0);
  await expect(navigation(hers).getByText('Away')).toHaveCount(0);
  await expect(channelLink(page, 'Mia Member').getByTitle(/./)).toHaveCount(0);
});

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

test('51 who types and then sends nothing is soon said to type no more, and nothing moves', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  await room.post(room.owner, room.general, 'a line above');
  const [page, second] = [await look(room.owner, room.general), await look(other, room.general)];
  await expect(composer(second)).toBeFocused();
  const row = message(log(page), 'a line above');
  await expect(row).toBeVisible();
  await drawn(page);
  const [words, field] = [await trackTop(row), await trackTop(composer(page))];
  await second.keyboard.type('I am');
  const typing = page.getByText('Rita Reader is typing');
  await expect(typing).toBeVisible();
  await expect(typing).toBeHidden({ timeout: 10_000 });
  await drawn(page);
  expect([await words.seen(), await field.seen()].map(({ length }) => length)).toEqual([1, 1]);
  await expect(composer(second)).toHaveValue('I am');
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
