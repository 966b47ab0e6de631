import type { Page } from '@playwright/test';
import { goTo } from './screen.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

/** Each page, and what has come on it once it is whole. */
const pages: Readonly<Record<string, string>> = {
  profile: 'input:visible',
  preferences: 'fieldset',
  account: 'input:visible',
  access: 'tbody tr',
  directory: 'li, tbody tr',
  workspace: 'input:visible',
  policies: 'fieldset',
  emoji: 'tbody tr',
  people: 'tbody tr',
  groups: 'tbody tr',
  invitations: 'tbody tr',
  bots: 'li, tbody tr',
};
const settings =
  (name: string, act: (page: Page) => Promise<unknown> = () => Promise.resolve()) =>
  async (page: Page, { room }: Stage): Promise<void> => {
    await goTo(page, `${room}/settings/${name}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .locator('main')
      .locator(pages[name] ?? 'h1')
      .first()
      .waitFor();
    await act(page);
  };
const dialog = (page: Page): Promise<void> => page.locator('dialog[open]').waitFor();
const press = (name: string) => async (page: Page) => {
  await page.locator('main').getByRole('button', { name }).first().click();
  await dialog(page);
};

const roleMenu = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: `Change the role of ${name}` }).click();
  await page.getByRole('menu').waitFor();
};

/** Running one's own things, and the place. */
export const settingsScreens: readonly Screen[] = [
  { name: 'settings', only: 'phone', show: settings('') },
  ...Object.keys(pages).map((name): Screen => ({ name: `settings-${name}`, show: settings(name) })),
  {
    name: 'settings-sections',
    show: settings('preferences', async (page) => {
      await page.getByRole('heading', { name: 'Sections' }).evaluate((heading) => heading.scrollIntoView());
      await page.getByRole('textbox', { name: 'Name of Launch week' }).waitFor();
    }),
  },
  { name: 'settings-role', show: settings('people', (page) => roleMenu(page, 'Wes Tanaka-Boyd')) },
  {
    name: 'settings-guest',
    show: settings('people', async (page) => {
      await roleMenu(page, 'Wes Tanaka-Boyd');
      await page.getByRole('menuitemradio', { name: 'Guest' }).click();
      await page.locator('dialog[open]').getByRole('checkbox').first().waitFor();
    }),
  },
  {
    name: 'settings-deactivate',
    show: settings('people', async (page) => {
      await page.getByRole('button', { name: 'More about Wes Tanaka-Boyd' }).click();
      await page.getByRole('menuitem', { name: 'Deactivate' }).click();
      await dialog(page);
    }),
  },
  {
    name: 'settings-several',
    show: settings('people', async (page) => {
      for (const at of [0, 1]) await page.locator('tbody').getByRole('checkbox').nth(at).check();
    }),
  },
  {
    name: 'settings-nobody',
    show: settings('people', async (page) => {
      await page.locator('main').getByRole('searchbox').fill('zzzz');
      await page.locator('tbody tr').first().waitFor({ state: 'detached' });
    }),
  },
  { name: 'settings-token', show: settings('access', press('New token')) },
  {
    name: 'settings-token-made',
    show: settings('access', async (page) => {
      await press('New token')(page);
      const form = page.locator('dialog[open]');
      await form.getByRole('textbox', { name: 'Name' }).fill('Departure board');
      await form.getByRole('checkbox').first().check();
      await form.getByRole('button', { name: 'Make the token' }).click();
      await form.getByRole('textbox', { name: 'The token' }).waitFor();
    }),
  },
  {
    name: 'settings-bot',
    show: settings('bots', async (page) => {
      await page.getByRole('button', { name: 'Tokens' }).first().click();
      await page.locator('tbody tr').first().waitFor();
    }),
  },
  { name: 'settings-bot-new', show: settings('bots', press('New bot')) },
  { name: 'settings-group-new', show: settings('groups', press('New group')) },
  {
    name: 'settings-group-people',
    show: settings('groups', async (page) => {
      await page
        .getByRole('button', { name: /^More about @/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Who is in it' }).click();
      await dialog(page);
    }),
  },
  { name: 'settings-emoji-new', show: settings('emoji', press('Add emoji')) },
  {
    name: 'settings-hidden',
    show: async (page, { room }) => {
      await goTo(page, `${room}/settings/nothing-of-the-kind`);
      await page.getByText('There is nothing here').waitFor();
    },
  },
  { name: 'guest-settings', as: 'guest', show: settings('profile') },
  { name: 'guest-directory', as: 'guest', show: settings('directory') },
];
