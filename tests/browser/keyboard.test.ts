import type { Page } from '@playwright/test';
import { lastMailId, waitForCode } from '../../dev/outbox-client.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { composer, log, message } from './support/parts.ts';

/** Tab by tab, until what has the focus is called this. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first();
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${role} “${name}” is not reached by Tab`);
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
