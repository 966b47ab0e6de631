import { goTo } from './screen.ts';
import type { Screen } from './screen.ts';

const pages = ['activity', 'threads', 'saved', 'scheduled'] as const;
const nothing = {
  activity: 'Nobody has called you yet',
  threads: 'You follow no threads',
  saved: 'Nothing is saved',
  scheduled: 'Nothing waits to be sent',
} as const;

/** One's own lists, full and empty, and the phone's page for oneself. */
export const lists: readonly Screen[] = [
  ...pages.map((name): Screen => ({
    name,
    show: async (page, { room }) => {
      await goTo(page, `${room}/${name}`);
      await page.locator('main li article').first().waitFor();
    },
  })),
  ...pages.map((name): Screen => ({
    name: `${name}-none`,
    show: async (page, { bare }) => {
      await goTo(page, `${bare}/${name}`);
      await page.getByText(nothing[name]).waitFor();
    },
  })),
  {
    name: 'you',
    only: 'phone',
    show: async (page, { room }) => {
      await goTo(page, `${room}/you`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
];
