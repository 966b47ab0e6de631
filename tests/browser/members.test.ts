import type { Page, Route } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { composer } from './support/parts.ts';

const count = 1_200;
const idOf = (index: number): string => `U0MANY${String(index).padStart(6, '0')}`;
const ids = Array.from({ length: count }, (_, index) => idOf(index));

type Json = Record<string, unknown>;
const answered = async (route: Route, change: (answer: Json) => Json): Promise<void> => {
  const response = await route.fetch();
  await route.fulfill({ response, json: change((await response.json()) as Json) });
};

/** The server's answers, as if so many more were in the workspace and the channel. */
async function crowd(page: Page): Promise<void> {
  await page.route('**/api/users.list', (route) =>
    answered(route, (answer) => {
      const members = answer['members'] as readonly Json[];
      const [one] = members;
      const more = ids.map((id, index) => {
        const name = `Person ${String(index).padStart(4, '0')}`;
        const profile = { ...(one?.['profile'] as Json), real_name: name, display_name: '' };
        return { ...one, id, name: `person${index}`, real_name: name, profile };
      });
      return { ...answer, members: [...members, ...more] };
    }),
  );
  await page.route('**/api/conversations.info', (route) =>
    answered(route, (answer) => {
      const channel = answer['channel'] as Json;
      return { ...answer, channel: { ...channel, num_members: Number(channel['num_members']) + count } };
    }),
  );
  await page.route('**/api/conversations.members', (route) =>
    answered(route, (answer) => {
      const isSecond = (route.request().postData() ?? '').includes('the-second-page');
      const own = answer['members'] as readonly string[] | undefined;
      return isSecond
        ? { ok: true, members: ids.slice(900), response_metadata: { next_cursor: '' } }
        : {
            ...answer,
            members: [...(own ?? []), ...ids.slice(0, 900)],
            response_metadata: { next_cursor: 'the-second-page' },
          };
    }),
  );
}

test('all members of a large channel are found and reached, and few of them are in the page', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, '/sign-in');
  await crowd(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeVisible();
  const opener = page.getByRole('button', { name: /members$/ });
  await expect(opener).toContainText((count + 1).toLocaleString('en-GB'));
  await opener.click();
  const list = page.getByRole('complementary', { name: 'Members' }).getByRole('list');
  const rows = list.getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(count + 1));
  expect(await rows.count()).toBeLessThan(60);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1_500);

  // By the wheel to the last one, who is of the second page.
  await rows.first().hover();
  const last = rows.filter({ hasText: 'Person 1199' });
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(last).toBeInViewport({ timeout: 200 });
  }).toPass();
  expect(await rows.count()).toBeLessThan(60);

  await page.getByRole('textbox', { name: 'Find somebody' }).fill('person 0777');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Person 0777');
  await page.getByRole('textbox', { name: 'Find somebody' }).fill('nobody at all');
  await expect(rows).toHaveCount(0);
  await expect(page.getByText('Nobody here is called “nobody at all”.')).toBeVisible();
});
