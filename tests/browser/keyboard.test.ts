import type { Locator, Page } from '@playwright/test';
import { lastMailId, waitForCode } from '../../dev/outbox-client.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { composer, log, message, navigation } from './support/parts.ts';

type Reached = 'link' | 'button' | 'textbox' | 'menuitem' | 'log' | 'checkbox' | 'combobox' | 'radio';

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
  await choose(page, menu.getByRole('menuitem', { name: entry }));
  await expect(menu).toBeHidden();
}

/** Down to an entry of the menu that is open, and takes it. */
async function choose(page: Page, item: Locator): Promise<void> {
  await item.waitFor();
  for (let steps = 0; steps < 20 && !(await isFocused(item)); steps += 1)
    await page.keyboard.press('ArrowDown');
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
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
  await choose(page, page.getByRole('menuitem', { name: 'See what is pinned' }));
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
  // What had the focus is gone: it is at the list.
  await expect(saved).toBeFocused();

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

test('by keyboard alone an owner runs the place: people, invitations, tokens, groups, policies', async ({
  room,
  look,
}) => {
  const mia = await room.join('Mia Member');
  const hers = await look(mia, room.general);
  await expect(composer(hers)).toBeVisible();
  const page = await look(room.owner, room.general);
  await expect(composer(page)).toBeFocused();
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const dialog = page.getByRole('dialog');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  const goTo = async (name: string): Promise<void> => {
    await tabTo(page, 'link', name, 'Shift+Tab');
    await page.keyboard.press('Enter');
    // The focus stays at the link, so that the next page is one key away.
    await expect(heading(name)).toBeVisible();
    await expect(page.getByRole('link', { name, exact: true })).toBeFocused();
  };
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(page, 'button', name);
    await page.keyboard.press('Enter');
  };

  // Settings, by the workspace's menu.
  await tabTo(
    page,
    'button',
    await room.call(room.owner, 'team.info', {}).then(({ team }) => team.name),
    'Shift+Tab',
  );
  await page.keyboard.press('Enter');
  await choose(page, page.getByRole('menuitem', { name: 'People', exact: true }));
  await expect(heading('People')).toBeFocused();

  // A role, and whoever is deactivated is out at once; the focus stays at their row.
  await press(/Change the role of Mia Member/);
  await choose(page, page.getByRole('menuitemradio', { name: 'Admin' }));
  await expect(page.getByText('Mia Member: now an admin.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Admin. Change the role of Mia Member' })).toBeFocused();
  await press('More about Mia Member');
  await choose(page, page.getByRole('menuitem', { name: 'Deactivate' }));
  await expect(dialog).toBeVisible();
  await press('Deactivate');
  await expect(row('Mia Member')).toContainText('Deactivated');
  await expect(composer(hers)).toHaveCount(0);
  await expect.poll(() => hasFocus(row('Mia Member'))).toBe(true);
  await press('More about Mia Member');
  await choose(page, page.getByRole('menuitem', { name: 'Reactivate' }));
  await expect(page.getByText('Mia Member: active again.')).toBeVisible();

  await goTo('Invitations');
  await press('Invite people');
  await expect.poll(() => hasFocus(dialog)).toBe(true);
  await press('Make the link');
  await expect(dialog.getByRole('textbox', { name: 'The link' })).toHaveValue(/\/invite\//);
  await press('Done');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Invite people' }).first()).toBeFocused();
  await expect(row('Anybody with the link')).toHaveCount(1);
  await press(/^Revoke: /);
  await expect(row('Anybody with the link')).toHaveCount(0);
  // What had the focus is gone: it is where the page begins.
  await expect(heading('Invitations')).toBeFocused();

  await goTo('Sessions and tokens');
  await press('New token');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Departure board');
  await tabTo(page, 'checkbox', /^Read messages/);
  await page.keyboard.press('Space');
  await press('Make the token');
  await expect(dialog.getByRole('textbox', { name: 'The token' })).toHaveValue(/^xoxp-/);
  await press('Done');
  await expect(row('Departure board')).toContainText('channels:history');

  await goTo('Groups');
  await press('New group');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Harbour crew');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'People' })).toBeFocused();
  await page.keyboard.type('mia');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await press('Save');
  await expect(row('Harbour crew')).toContainText('1 person');

  await goTo('Policies');
  await tabTo(page, 'combobox', /^Editing/);
  await page.keyboard.press('End');
  await tabTo(page, 'radio', 'Everybody their own');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => room.call(room.owner, 'team.preferences.list', {}))
    .toMatchObject({ msg_edit_window_mins: 0, allow_message_deletion: false });
  await tabTo(page, 'link', 'Back to channels', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
});
