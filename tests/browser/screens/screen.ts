import type { Page } from '@playwright/test';
import type { DemoUser } from '../../../dev/demo/fill.ts';
import type { Stage } from './stage.ts';

/** A state that a person comes to: what is looked at, by people as a picture and by axe. */
export interface Screen {
  readonly name: string;
  /** Nobody: signed out. A guest, of the filled workspace. All others are the owner, of each workspace of the stage. */
  readonly as?: 'nobody' | 'guest';
  /** It is brought about by what is done to a page, which is then of no more use. */
  readonly isLast?: true;
  /** A phone alone has it, or a wide window alone. */
  readonly only?: 'phone' | 'wide';
  /** It is made of the same elements at every width: axe looks at them in a wide window alone. */
  readonly isSameOnPhone?: true;
  /** Left out where the stage lacks what it shows. */
  readonly isOn?: (stage: Stage) => boolean;
  readonly show: (page: Page, stage: Stage) => Promise<unknown>;
}

/** Each in a browser of their own. */
export const viewers = [undefined, 'guest', 'nobody'] as const;

/** With whose password a viewer signs in. */
export const signsIn = (as: Screen['as'], { owner, guest }: Stage): DemoUser | undefined =>
  as === 'nobody' ? undefined : as === 'guest' ? guest : owner;

/**
 * Another address of the client: by its own router where the client is there already, since that is much faster than a
 * load. What lay over the page before is closed, as a person would.
 */
export async function goTo(page: Page, url: string): Promise<void> {
  if (!page.url().startsWith(`${new URL(url).origin}/`)) {
    await page.goto(url);
    return;
  }
  for (let tries = 0; tries < 3 && (await layers(page).count()) > 0; tries += 1)
    await page.keyboard.press('Escape');
  if ((await layers(page).count()) > 0) {
    await page.goto(url);
    return;
  }
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, new URL(url).pathname);
}
const layers = (page: Page) =>
  page.locator('dialog[open], [popover]:popover-open:not([role="tooltip"]), [aria-label="Edit the message"]');

/** A channel, with its messages. */
export async function open(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await page.locator('main [data-row], main h2').last().waitFor();
}

export const channel =
  (name: string, rest = '') =>
  (page: Page, { room, channels }: Stage): Promise<void> =>
    open(page, `${room}/${channels.get(name) ?? ''}${rest}`);

/** The list of channels: a page of its own on a phone, beside the channel elsewhere. */
export async function home(page: Page, { room }: Stage): Promise<void> {
  await goTo(page, room);
  await page
    .getByRole('navigation', { name: 'Workspace' })
    .getByRole('link', { name: /^general/ })
    .waitFor();
}
