import { expect, test } from './support/fixtures.ts';
import {
  channelLink,
  composer,
  drawn,
  log,
  message,
  navigation,
  scrollTo,
  switcher,
  topOf,
} from './support/parts.ts';

test('1 Ctrl-K opens the switcher in less than 100 ms, with the focus in its field', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, room.general);
  await expect(composer(page)).toBeFocused();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    document.addEventListener('keydown', ({ key }) => key === 'k' && times.push(-performance.now()), true);
    document.addEventListener('focusin', ({ target }) => {
      const last = times.at(-1) ?? 0;
      if (target instanceof HTMLInputElement && last < 0) times[times.length - 1] = performance.now() + last;
    });
  });
  for (let round = 0; round < 3; round += 1) {
    await page.keyboard.press('Control+k');
    await expect(switcher(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(switcher(page)).toBeHidden();
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  // The quickest: the machine that runs this may be busy with something else.
  expect(times).toHaveLength(3);
  expect(Math.min(...times)).toBeLessThan(100);
});

test('2 the switcher finds by scattered letters, by frecency, and shows what is unread first', async ({
  room,
  look,
}) => {
  const writer = await room.join('Wanda Writer');
  const [often, seldom, fresh] = [
    await room.channel('launch-plans', [writer]),
    await room.channel('lunch', [writer]),
    await room.channel('fresh-news', [writer]),
  ];
  const page = await look(room.owner, room.general);
  for (let visits = 0; visits < 3; visits += 1) {
    for (const { id, name } of [often, { id: room.general, name: 'general' }]) {
      await channelLink(page, name).click();
      await page.waitForURL(new RegExp(id));
    }
  }
  await room.post(writer, fresh.id, 'something new');
  await expect(channelLink(page, fresh.name)).toContainText('unread');
  await page.keyboard.press('Control+k');
  const hits = page.getByRole('option');
  await expect(hits.first()).toContainText(fresh.name);
  await expect(page.getByRole('group', { name: 'Unread' }).getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('group', { name: 'Often' }).getByRole('option').first()).toContainText(
    often.name,
  );
  await page.keyboard.type('lnch');
  await expect(hits).toHaveText([new RegExp(often.name), new RegExp(seldom.name)]);
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
});

test('3 Enter goes to the chosen one, Esc gives the focus back', async ({ room, look }) => {
  const place = await room.channel('elsewhere');
  const page = await look(room.owner, room.general);
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(switcher(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(place.name);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(place.id));
  await expect(page.getByRole('heading', { level: 1, name: place.name })).toBeVisible();
});

test('4 Alt with the arrows goes to the channel above and below', async ({ room, look }) => {
  const [first, second] = [await room.channel('aa'), await room.channel('bb')];
  const page = await look(room.owner, first.id);
  await expect(channelLink(page, first.name)).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page).toHaveURL(new RegExp(second.id));
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page).toHaveURL(new RegExp(first.id));
});

test('5 Alt Shift with the arrows goes to the next unread one and passes over the others', async ({
  room,
  look,
}) => {
  const writer = await room.join('Wanda Writer');
  const names = ['aa', 'bb', 'cc', 'dd'];
  const [a, , c, d] = await Promise.all(names.map((name) => room.channel(name, [writer])));
  if (!a || !c || !d) throw new Error('no channels');
  const page = await look(room.owner, a.id);
  await room.post(writer, c.id, 'new in c');
  await expect(channelLink(page, c.name)).toContainText('unread');
  await drawn(page);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(page).toHaveURL(new RegExp(c.id));
  await room.post(writer, d.id, 'new in d');
  await expect(channelLink(page, d.name)).toContainText('unread');
  await drawn(page);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(page).toHaveURL(new RegExp(d.id));
});

test('6 back and forward restore the channel and where it was scrolled', async ({ room, look }) => {
  const [long, other] = [await room.channel('long'), await room.channel('other')];
  await room.postMany(room.owner, long.id, 120, (index) => `line ${index}\nwith a second one`);
  const page = await look(room.owner, long.id);
  await expect(message(log(page), 'line 120')).toBeInViewport();
  await scrollTo(log(page), message(log(page), 'line 70'), -400);
  const before = await topOf(message(log(page), 'line 70'));
  await channelLink(page, other.name).click();
  await expect(composer(page)).toHaveAccessibleName(new RegExp(other.name));
  await page.goBack();
  await expect(message(log(page), 'line 70')).toBeInViewport();
  await expect.poll(() => topOf(message(log(page), 'line 70'))).toBe(before);
  await page.goForward();
  await expect(composer(page)).toHaveAccessibleName(new RegExp(other.name));
});

test('7 a permalink lands on its message, marks it, and pages both ways', async ({ room, look }) => {
  const place = await room.channel('history');
  const all = await room.postMany(room.owner, place.id, 260, (index) => `entry ${index}`);
  const page = await look(room.owner, room.path(place.id, `/m/${all[129] ?? ''}`));
  const list = log(page);
  const target = message(list, 'entry 130');
  await expect(target).toBeInViewport();
  const shade = (text: string) =>
    message(list, text).evaluate((row) => getComputedStyle(row).backgroundColor);
  expect(await shade('entry 130')).not.toBe(await shade('entry 129'));
  // Where nothing may move it is marked, too, and stays so.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await target.evaluate((row) => row.getAnimations().length)).toBe(0);
  expect(await shade('entry 130')).not.toBe(await shade('entry 129'));
  await scrollTo(list, message(list, 'entry 1'), -600);
  await scrollTo(list, message(list, 'entry 260'), 600);
  await expect(message(list, 'entry 260')).toBeInViewport();
});

test('8 sections fold, and stay folded after a reload', async ({ room, look }) => {
  const place = await room.channel('folded-away');
  const page = await look(room.owner, room.general);
  const heading = navigation(page).getByRole('button', { name: 'Channels', exact: true });
  await expect(channelLink(page, place.name)).toBeVisible();
  await heading.click();
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(channelLink(page, place.name)).toBeHidden();
  await page.reload();
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(channelLink(page, place.name)).toBeHidden();
});

test('9 star and mute: one goes to the top, the other no longer turns bold', async ({ room, look }) => {
  const writer = await room.join('Wanda Writer');
  const place = await room.channel('zz-last', [writer]);
  const page = await look(room.owner, place.id);
  await page.getByRole('button', { name: 'Star this channel' }).click();
  await expect(
    navigation(page).getByRole('region', { name: 'Starred' }).getByRole('link', { name: place.name }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'More about this channel' }).click();
  await page.getByRole('menuitem', { name: 'Mute' }).click();
  await expect(channelLink(page, place.name)).toContainText('muted');
  await channelLink(page, 'general').click();
  await room.post(writer, place.id, 'nobody minds');
  await room.post(writer, room.general, 'somebody minds');
  await expect(message(log(page), 'somebody minds')).toBeVisible();
  await expect(channelLink(page, place.name)).not.toContainText('unread');
  await page.reload();
  await expect(
    navigation(page).getByRole('region', { name: 'Starred' }).getByRole('link', { name: place.name }),
  ).toContainText('muted');
});
