import type { Locator, Page } from '@playwright/test';
import { lastMailId, waitForCode } from '../../dev/outbox-client.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { composer, log, message, navigation } from './support/parts.ts';

type Reached = 'link' | 'button' | 'textbox' | 'menuitem' | 'log';

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Tab by tab, until what has the focus is called this. */
async function tabTo(
  page: Page,
  role: Reached,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const target = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
  await target.waitFor();
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${role} “${String(name)}” is not reached by ${key}`);
}

/** What has the focus is in here. */
const hasFocus = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => element.contains(document.activeElement));

/** From the channel's newest message to its menu, and there down to an entry. */
async function chooseOfNewest(page: Page, entry: string): Promise<void> {
  await tabTo(page, 'log', /^Messages in /, 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await expect(log(page).locator(':focus')).toHaveRole('article');
  await tabTo(page, 'button', 'More');
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Message actions' });
  await expect(menu).toBeVisible();
  const item = menu.getByRole('menuitem', { name: entry });
  for (let steps = 0; steps < 20 && !(await isFocused(item)); steps += 1)
    await page.keyboard.press('ArrowDown');
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
}

test('by keyboard alone from the first page to the first message; what is there has a role and a name', async ({
  house,
  stranger,
}) => {
  const email = `${unique('founder')}@test.example`;
  const { page } = await stranger();
  const main = page.getByRole('main');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(main).toMatchAriaSnapshot(`
    - heading "Talk with your team, on your own ground" [level=1]
    - paragraph
    - paragraph:
      - link "Create a workspace"
      - link "Sign in"
  `);
  await tabTo(page, 'link', 'Create a workspace');
  await page.keyboard.press('Enter');

  await expect(page).toHaveTitle(/^Start a workspace · /);
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused();
  await expect(main).toMatchAriaSnapshot(`
    - heading "Start a workspace" [level=1]
    - textbox "E-mail"
    - button "Send me a code"
    - paragraph:
      - button "Use a password instead"
    - paragraph:
      - link "Sign in"
  `);
  // A form that is sent too early says what it lacks, at the field that lacks it.
  await page.keyboard.press('Enter');
  await expect(main.getByRole('alert')).toHaveText('Write your e-mail address.');
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAccessibleDescription(
    'Write your e-mail address.',
  );
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused();
  await page.keyboard.type(email);
  const before = await lastMailId(house, email);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('textbox', { name: 'Code' })).toBeFocused();
  await expect(main).toMatchAriaSnapshot(`
    - heading "Look in your mail" [level=1]
    - paragraph: /A code is on its way to/
    - textbox "Code"
    - button "Sign in"
    - paragraph:
      - button "Send another"
      - button "Use another address"
  `);
  const code = await waitForCode(house, email, before);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(main.getByRole('alert')).toHaveText(/^That is not the code we sent last/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('textbox', { name: 'Workspace' })).toBeFocused();
  await expect(main).toMatchAriaSnapshot(`
    - heading "Name it" [level=1]
    - textbox "Workspace"
    - textbox "Your name"
    - button "Create the workspace"
  `);
  await page.keyboard.type('Lantern Street');
  await page.keyboard.press('Enter');
  await expect(main.getByRole('alert')).toHaveText('Write your name.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await page.keyboard.type('Fina Founder');
  await page.keyboard.press('Enter');

  await expect(composer(page)).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Workspace' })).toMatchAriaSnapshot(`
    - button "Lantern Street"
    - region "Channels":
      - list:
        - listitem:
          - link "general"
  `);
  await expect(main).toMatchAriaSnapshot(`
    - heading "general" [level=1]
    - log /Messages in .general/:
      - heading "It is quiet here" [level=2]
    - textbox /Message .general/
    - toolbar "Formatting"
  `);
  await page.keyboard.type('We have a place.');
  await page.keyboard.press('Enter');
  await expect(message(log(page), 'We have a place.')).toBeVisible();
  await expect(message(log(page), 'We have a place.')).toMatchAriaSnapshot(`
    - article:
      - paragraph:
        - button "Fina Founder"
      - paragraph: We have a place.
  `);
  await expect(composer(page)).toBeFocused();
});

test('by keyboard alone: save and pin a message, find both again, read the activity, set a status', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  await room.post(other, room.general, 'keep me by keys');
  const page = await look(room.owner, room.general);
  await expect(composer(page)).toBeFocused();
  const row = message(log(page), 'keep me by keys');
  await chooseOfNewest(page, 'Save for later');
  await expect(row.getByText('Saved')).toBeAttached();
  // The focus is where it was: at the message.
  await expect.poll(() => hasFocus(row)).toBe(true);
  await tabTo(page, 'textbox', /^Message /);
  await chooseOfNewest(page, 'Pin to the channel');
  await expect(row).toContainText('Pinned by Olive Owner');

  await tabTo(page, 'button', 'More about this channel', 'Shift+Tab');
  await page.keyboard.press('Enter');
  const pins = page.getByRole('menuitem', { name: 'See what is pinned' });
  await pins.waitFor();
  for (let steps = 0; steps < 20 && !(await isFocused(pins)); steps += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Pinned' });
  await expect(message(panel, 'keep me by keys')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(composer(page)).toBeFocused();

  await tabTo(page, 'link', 'Saved', 'Shift+Tab');
  await page.keyboard.press('Enter');
  const saved = page.getByRole('region', { name: 'Saved' });
  await expect(message(saved, 'keep me by keys')).toBeVisible();
  await tabTo(page, 'button', 'Remove from saved');
  await page.keyboard.press('Enter');
  await expect(saved.getByText('Nothing is saved')).toBeVisible();

  await room.post(other, room.general, `come here <@${room.owner.userId}>`);
  await tabTo(page, 'link', /^Activity/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const activity = page.getByRole('region', { name: 'Activity' });
  await expect(activity.getByRole('article')).toContainText('come here');
  await tabTo(page, 'link', /Go to the message/);
  await page.keyboard.press('Enter');
  await expect(log(page).getByRole('article').filter({ hasText: 'come here' })).toBeVisible();

  await tabTo(page, 'button', /^Your profile/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Profile and status');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeFocused();
  await tabTo(page, 'textbox', 'What you are doing');
  await page.keyboard.type('Walking by keys');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your status is set.')).toBeVisible();
  await tabTo(page, 'link', 'Back to channels', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  await expect(navigation(page).getByRole('button', { name: /^Your profile/ })).toContainText(
    'Walking by keys',
  );
});
