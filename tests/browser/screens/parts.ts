import type { Locator, Page } from '@playwright/test';

/** In #general, by whoever looks. */
export const ownMessage = (page: Page): Locator =>
  page.locator('main article').filter({ hasText: 'The harbour board of Havsøy' });

export async function channelMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More about this channel' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

export async function workspaceMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: 'Skerry' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}
