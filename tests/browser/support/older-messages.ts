import type { Page } from '@playwright/test';

interface Row {
  ts: string;
  icons?: Record<string, string>;
}

/**
 * Lets messages seem older than they are: nobody can post in the past. `age` says by how many seconds the row with
 * this index (0 is the channel's first message) was earlier; the order must stay.
 */
export async function older(
  page: Page,
  all: readonly string[],
  age: (index: number) => number,
): Promise<void> {
  const moved = new Map(
    all.map((ts, index) => {
      const [seconds = '', micros = ''] = ts.split('.');
      return [ts, `${Number(seconds) - age(index)}.${micros}`];
    }),
  );
  await changeHistory(page, (row) => {
    row.ts = moved.get(row.ts) ?? row.ts;
  });
}

/** Gives a message the picture of a bot's own name, as an app may. */
export const withPicture = (page: Page, ts: string, image: string): Promise<void> =>
  changeHistory(page, (row) => {
    if (row.ts === ts) row.icons = { image_48: image };
  });

async function changeHistory(page: Page, change: (row: Row) => void): Promise<void> {
  await page.route('**/api/conversations.history', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { messages?: Row[] };
    body.messages?.forEach(change);
    await route.fulfill({ response, json: body });
  });
}
