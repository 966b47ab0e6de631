import type { Page } from '@playwright/test';
import { goTo } from './screen.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const page =
  (path: string) =>
  async (page: Page, { url }: Stage): Promise<void> => {
    // The same page again would stand at the step to which it was brought.
    if (new URL(page.url()).pathname === path) await page.reload();
    else await goTo(page, `${url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
const invitation = (which: keyof Stage['invitations']) => async (seen: Page, stage: Stage) => {
  await page(`/invite/${stage.invitations[which]}`)(seen, stage);
  await seen.waitForLoadState('networkidle');
};
const asksForCode = (path: string) => async (seen: Page, stage: Stage) => {
  await page(path)(seen, stage);
  await seen.getByLabel('E-mail').fill('miriam@tidewater.example');
  await seen.keyboard.press('Enter');
  await seen.getByLabel('Code').waitFor();
};

/** Before anybody is signed in. */
export const waysIn: readonly Screen[] = [
  { name: 'landing', as: 'nobody', show: page('/') },
  { name: 'sign-in', as: 'nobody', show: page('/sign-in') },
  { name: 'sign-in-code', as: 'nobody', show: asksForCode('/sign-in') },
  { name: 'sign-up', as: 'nobody', show: page('/new') },
  {
    name: 'sign-in-password',
    as: 'nobody',
    show: async (seen, stage) => {
      await page('/sign-in')(seen, stage);
      await seen.getByLabel('E-mail').fill('miriam@tidewater.example');
      await seen.getByRole('button', { name: 'Use a password instead' }).click();
      await seen.getByLabel('Password', { exact: true }).fill('not the one');
      await seen.keyboard.press('Enter');
      await seen.getByRole('alert').filter({ hasText: /./ }).waitFor();
    },
  },
  { name: 'invitation', as: 'nobody', show: invitation('open') },
  { name: 'invitation-revoked', as: 'nobody', show: invitation('revoked') },
  { name: 'invitation-unknown', as: 'nobody', show: page('/invite/x') },
  { name: 'nowhere', as: 'nobody', show: page('/no/such/page') },
  { name: 'sign-up-names', show: page('/new') },
  { name: 'workspaces', show: page('/workspaces') },
];
