import type { Page } from '@playwright/test';
import { waitForCode, lastMailId } from '../../dev/outbox-client.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { houseOfTests } from './support/house-of-tests.ts';
import { composer, drawn, log, message, switcher } from './support/parts.ts';
import { sideways } from './support/sideways.ts';

/** What the page's live region has said, with the moment of each. */
async function listen(page: Page): Promise<() => Promise<{ text: string; ms: number }[]>> {
  await page.evaluate(() => {
    const said: { text: string; ms: number }[] = [];
    Object.assign(globalThis, { said });
    let before = '';
    new MutationObserver(() => {
      const text = document.querySelector('main [aria-live="polite"]')?.textContent ?? '';
      if (text !== '' && text !== before) said.push({ text, ms: performance.now() });
      before = text;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: { text: string; ms: number }[] }).said);
}
const wordsSaid = (said: readonly { text: string }[]): string[] => said.map(({ text }) => text);

test('67 the list is a log that says nothing; a polite region says what comes, at most every three seconds', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const page = await look(room.owner, room.general);
  await expect(log(page)).toHaveAttribute('aria-live', 'off');
  await page.waitForLoadState('networkidle');
  const said = await listen(page);
  const words = async () => wordsSaid(await said());
  await room.post(other, room.general, 'good *morning*');
  await expect.poll(words).toEqual(['Rita Reader: good morning']);
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => room.post(other, room.general, `flood ${index}`)),
  );
  await expect.poll(async () => (await words()).length).toBeGreaterThan(1);
  await expect(page.getByText('flood 19')).toBeVisible();
  expect((await words()).length).toBeLessThan(6);
  // The same words again are said again, and what stands in blocks alone is said as well.
  await expect.poll(async () => (await words()).at(-1)).not.toContain('morning');
  await room.post(other, room.general, 'good *morning*');
  const heard = async () => (await words()).filter((text) => text.endsWith('good morning')).length;
  await expect.poll(heard).toBe(2);
  await room.post(other, room.general, 'good *morning*');
  await expect.poll(heard).toBe(3);
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'in a *block*' } }];
  await room.call(other, 'chat.postMessage', { channel: room.general, blocks });
  await expect.poll(async () => (await words()).at(-1)).toBe('Rita Reader: in a block');
  const moments = (await said()).map(({ ms }) => ms);
  const between = moments.slice(1).map((ms, index) => ms - (moments[index] ?? 0));
  expect(Math.min(...between)).toBeGreaterThan(2_900);
});

test('67 what comes is said on a device whose clock is an hour ahead, too', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const page = await look(room.owner, room.general, {
    prepare: (context) =>
      context.addInitScript(() => {
        const now = Date.now;
        Date.now = () => now() + 3_600_000;
      }),
  });
  await expect(composer(page)).toBeFocused();
  await page.waitForLoadState('networkidle');
  const said = await listen(page);
  await composer(page).fill('is anybody there?');
  await composer(page).press('Enter');
  await expect(message(log(page), 'is anybody there?')).toBeVisible();
  await room.post(other, room.general, 'I am');
  await expect.poll(async () => wordsSaid(await said())).toEqual(['Rita Reader: I am']);
});

test('68 F6 goes from pane to pane and round again', async ({ room, look }) => {
  const ts = await room.post(room.owner, room.general, 'a question');
  const page = await look(room.owner, room.path(room.general, `/t/${ts}`));
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  const pane = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName ?? 'none');
  const first = await pane();
  const seen = [first];
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('F6');
    seen.push(await pane());
  }
  expect(seen).toEqual(['ASIDE', 'NAV', 'MAIN', 'ASIDE']);
  await page.keyboard.press('Shift+F6');
  expect(await pane()).toBe('MAIN');
});

for (const { name, width, height } of [
  { name: '200 % zoom of 1280 px', width: 640, height: 400 },
  { name: '320 px', width: 320, height: 568 },
]) {
  test(`69 at ${name} everything is reached without scrolling sideways`, async ({ room, look }) => {
    test.setTimeout(180_000);
    await room.post(room.owner, room.general, `https://example.com/${'long'.repeat(80)}`);
    await room.post(room.owner, room.general, `\`\`\`${'code '.repeat(60)}\`\`\``);
    const page = await look(room.owner, room.general, { viewport: { width, height } });
    await expect(composer(page)).toBeInViewport({ ratio: 1 });
    const ts = await room.post(room.owner, room.general, 'a question with an answer');
    await room.post(room.owner, room.general, 'an answer', ts);
    const settled = async (): Promise<void> => {
      await page.locator('h1, h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await sideways(page), page.url()).toEqual([]);
    };
    await settled();
    for (const open of [
      () => page.keyboard.press('Control+k'),
      () => page.getByRole('toolbar', { name: 'Formatting' }).getByLabel('Emoji').click(),
      () => page.getByRole('button', { name: 'More about this channel' }).click(),
    ]) {
      await open();
      await page.locator(':popover-open, dialog[open]').first().waitFor();
      await settled();
      await page.keyboard.press('Escape');
    }
    const team = `/w/${room.workspace.teamId}`;
    for (const path of [
      room.path(room.general, '/members'),
      room.path(room.general, `/t/${ts}`),
      ...(width < 720 ? [team, `${team}/you`] : []),
      ...['profile', 'account', 'access', 'workspace', 'people', 'invitations', 'bots'].map(
        (name) => `${team}/settings/${name}`,
      ),
      ...['/', '/sign-in', '/new', '/invite/x', '/nowhere'],
    ]) {
      await page.goto(path);
      await settled();
    }
  });
}

/** What is set in motion on a walk through the room, which never leaves the page that is watched. */
async function moved(page: Page, words: string): Promise<string[]> {
  await expect(composer(page)).toBeFocused();
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation;
        if (!(effect instanceof KeyframeEffect) || Number(effect.getComputedTiming().duration) <= 1) continue;
        const what = animation instanceof CSSTransition ? animation.transitionProperty : 'animation';
        seen.add(`${effect.target?.localName ?? ''}${effect.pseudoElement ?? ''}: ${what}`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await composer(page).fill(words);
  await composer(page).press('Enter');
  await expect(message(log(page), words)).toBeVisible();
  await message(log(page), 'a question').hover();
  await page.keyboard.press('Control+k');
  await expect(switcher(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await message(log(page), 'a question')
    .getByRole('link', { name: /1 reply/ })
    .click();
  await expect(page.getByRole('complementary', { name: 'Thread' })).toBeVisible();
  await message(log(page), words).hover();
  await page.getByRole('button', { name: 'Star this channel' }).hover();
  await drawn(page);
  return page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);
}

test('70 with reduced motion nothing moves', async ({ room, look }) => {
  const ts = await room.post(room.owner, room.general, 'a question');
  await room.post(room.owner, room.general, 'an answer', ts);
  const still = await look(room.owner, room.general, { reducedMotion: 'reduce' });
  expect(await moved(still, 'sent in quiet')).toEqual([]);
  // The same walk where things may move: the watch sees them.
  const lively = await look(room.owner, room.general, { reducedMotion: 'no-preference' });
  const seen = await moved(lively, 'sent');
  expect(seen).toEqual(expect.arrayContaining(['dialog: animation', 'button: background-color']));
});

test('71 ? shows the shortcuts, and stays a question mark in a text', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('what?');
  await expect(composer(page)).toHaveValue('what?');
  await log(page).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText('Jump to a channel or person');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(log(page)).toBeFocused();
});

test.describe('a phone', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

  test('72 one pane at a time, targets of 44 px, and a keyboard that covers nothing', async ({
    room,
    look,
  }) => {
    await room.post(room.owner, room.general, 'hello');
    const page = await look(room.owner, `/w/${room.workspace.teamId}`, phone);
    const link = page.getByRole('link', { name: /^general/ });
    await expect(link).toBeVisible();
    await expect(composer(page)).toHaveCount(0);
    for (const target of await page.locator('nav a, nav button').all()) {
      const box = await target.boundingBox();
      if (box !== null && (await target.isVisible()))
        expect(Math.round(Math.max(box.height, box.width))).toBeGreaterThanOrEqual(44);
    }
    const bar = page.getByRole('navigation', { name: 'Main' });
    for (const target of await bar.locator('a, button').all())
      expect(Math.round((await target.boundingBox())?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await link.tap();
    await expect(composer(page)).toBeVisible();
    await expect(link).toBeHidden();
    // What the keyboard leaves: the page says that it shrinks with it.
    await expect(page.locator('meta[name=viewport]')).toHaveAttribute(
      'content',
      /interactive-widget=resizes-content/,
    );
    await composer(page).tap();
    await page.setViewportSize({ width: 390, height: 460 });
    await expect(composer(page)).toBeInViewport({ ratio: 1 });
    await expect(message(log(page), 'hello')).toBeInViewport();
    await page.goBack();
    await expect(link).toBeVisible();
  });
});

/** The page's colour in every frame that was drawn. */
const watchColour = (page: Page) =>
  page.addInitScript(() => {
    const colours = new Set<string>();
    Object.assign(globalThis, { colours });
    const look = (): void => {
      if (document.body !== null) colours.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
const colours = (page: Page) =>
  page.evaluate(() => [...(globalThis as unknown as { colours: Set<string> }).colours]);

test('73 a chosen theme is there from the first frame, and the system is followed', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, room.general, { colorScheme: 'light' });
  await watchColour(page);
  await expect(composer(page)).toBeVisible();
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(dark).not.toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Theme: System. Change' }).click();
  await page.getByRole('button', { name: 'Theme: Light. Change' }).click();
  await expect(page.getByRole('button', { name: 'Theme: Dark. Change' })).toBeVisible();
  await page.reload();
  await expect(composer(page)).toBeVisible();
  expect(await colours(page)).toEqual([dark]);
  // What the browser draws around the page goes along, and follows the system again once that is wished.
  const around = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
        .filter(({ media }) => matchMedia(media).matches)
        .map(({ content }) => content),
    );
  expect(await around()).toEqual(['#15181b']);
  await page.getByRole('button', { name: 'Theme: Dark. Change' }).click();
  await expect(page.getByRole('button', { name: 'Theme: System. Change' })).toBeVisible();
  expect(await around()).toEqual(['#faf9f7']);
});

test('74 an empty place says what to do next', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await expect(log(page)).toContainText('It is quiet here');
  await log(page).getByRole('button', { name: 'Invite people' }).click();
  await expect(page.getByRole('dialog', { name: 'Invite people' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(switcher(page)).toBeFocused();
  await page.keyboard.type('zzzz');
  await page.getByRole('button', { name: 'Browse all channels' }).click();
  await expect(page.getByRole('dialog', { name: 'Channels' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`/w/${room.workspace.teamId}/C0NOWHERE000`);
  await expect(page.getByText('No such channel')).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(1);
  const nowhere = await page.goto('/no/such/page');
  expect(nowhere?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('75 from sign-up to the first message in less than a minute, and a link brings the next one', async ({
  stranger,
}) => {
  const house = houseOfTests();
  const email = `${unique('founder')}@test.example`;
  const { page } = await stranger();
  const startMs = Date.now();
  await page.goto('/new');
  await page.getByLabel('E-mail').fill(email);
  const before = await lastMailId(house, email);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code').fill(await waitForCode(house, email, before));
  await page.keyboard.press('Enter');
  await page.getByLabel('Workspace').fill('Lantern Street');
  await page.getByLabel('Your name').fill('Fina Founder');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('We have a place.');
  await page.keyboard.press('Enter');
  await expect(message(log(page), 'We have a place.')).toBeVisible();
  expect(Date.now() - startMs).toBeLessThan(60_000);

  await page.getByRole('navigation').getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();
  const { page: other } = await stranger();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'Lantern Street' })).toBeVisible();
  await other.getByLabel('Your name').fill('Nora Next');
  await other.getByLabel('E-mail').fill(`${unique('next')}@test.example`);
  await other.getByRole('textbox', { name: 'Password' }).fill('a sentence works well');
  await other.keyboard.press('Enter');
  await expect(message(log(other), 'We have a place.')).toBeVisible();
  await composer(other).fill('So it is.');
  await composer(other).press('Enter');
  await page.keyboard.press('Escape');
  await expect(message(log(page), 'So it is.')).toBeVisible();
});

test('by keyboard alone: find a channel, join it, read, reply in a thread, react, leave', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('by-keys');
  await room.post(room.owner, place.id, 'reach me by keys');
  const page = await look(other, room.general);
  await expect(composer(page)).toBeFocused();
  // The channel browser, by the navigation's last row.
  await page.keyboard.press('F6');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('nav') !== null)).toBe(true);
  for (let tabs = 0; tabs < 12; tabs += 1) {
    if ((await page.locator(':focus').textContent())?.includes('Add a channel') ?? false) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Find a channel')).toBeFocused();
  await page.keyboard.type(place.name);
  const join = page.getByRole('button', { name: /Join/ });
  await expect(join).toHaveCount(1);
  for (let tabs = 0; tabs < 6 && !(await join.evaluate((one) => one === document.activeElement)); tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(place.id));
  await expect(message(log(page), 'reach me by keys')).toBeVisible();
  await expect(composer(page)).toBeVisible();
  // Into the list, to the message, to its tools.
  for (
    let tabs = 0;
    tabs < 30 && !(await log(page).evaluate((one) => one === document.activeElement));
    tabs += 1
  )
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toContainText('reach me by keys');
  for (let tabs = 0; tabs < 10; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').getAttribute('aria-label')) === 'React with eyes') break;
  }
  await page.keyboard.press('Enter');
  await expect(log(page).getByRole('button', { name: 'eyes, 1' })).toBeVisible();
  for (let tabs = 0; tabs < 10; tabs += 1) {
    if ((await page.locator(':focus').getAttribute('aria-label')) === 'Reply in a thread') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await page.keyboard.type('reached');
  await page.keyboard.press('Enter');
  await expect(message(page.getByRole('complementary', { name: 'Thread' }), 'reached')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('/leave ');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: place.name }),
  ).toHaveCount(0);
});
