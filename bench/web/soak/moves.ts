import type { Locator } from '@playwright/test';
import { channelLink, composer, log } from '../../../tests/browser/support/parts.ts';
import type { Person } from './person.ts';
import { readToken, wordsOf } from './words.ts';

interface Move {
  /** How often, among all. */
  readonly weight: number;
  run(person: Person): Promise<void>;
}
export type MoveName = keyof typeof moves;

/** What people do all day, about as often as they do it. */
export const moves = {
  post: {
    weight: 45,
    run: async (person) => {
      const { token, text } = person.nextWords();
      await composer(person.page).fill(text);
      await composer(person.page).press('Enter');
      person.written.add(token.number);
    },
  },
  reply: {
    weight: 12,
    run: async (person) => {
      // Never to one that may be deleted meanwhile: then the reply would rightly be refused.
      const row = await someRow(person, '[ab]-\\d*[1-46-9]');
      await row.hover();
      await row.getByRole('button', { name: 'Reply in a thread' }).click();
      const field = thread(person).getByRole('textbox', { name: /^Reply/ });
      const { token, text } = person.nextWords();
      await field.fill(text);
      await field.press('Enter');
      person.written.add(token.number);
      await person.tidy();
    },
  },
  edit: {
    weight: 10,
    run: async (person) => {
      await composer(person.page).focus();
      await person.page.keyboard.press('ArrowUp');
      const field = person.page.getByRole('textbox', { name: 'Edit the message' });
      const token = readToken(await field.inputValue());
      if (token === undefined) throw new Error('nothing of one’s own');
      await field.fill(wordsOf({ ...token, edits: token.edits + 1 }, person.dice));
      await field.press('Enter');
    },
  },
  remove: {
    weight: 4,
    run: async (person) => {
      const row = await someRow(person, `${person.letter}-\\d*[05]`);
      const token = readToken(await wordsIn(row));
      await row.hover();
      await row.getByRole('button', { name: 'More' }).click();
      await person.page.getByRole('menuitem', { name: 'Delete' }).click();
      if (token !== undefined) person.removed.add(token.number);
      await person.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    },
  },
  react: {
    weight: 14,
    run: async (person) => {
      const row = await someRow(person);
      await row.hover();
      const buttons = row.getByRole('button', { name: /^React with/ });
      await buttons.nth(person.dice(3)).click();
    },
  },
  scroll: {
    weight: 8,
    run: async (person) => {
      await log(person.page).hover();
      const turns = 1 + person.dice(12);
      for (let turn = 0; turn < turns; turn += 1) {
        await person.page.mouse.wheel(0, -200 - person.dice(400));
        await person.page.waitForTimeout(30);
      }
      if (person.dice(2) === 0) await goToLatest(person);
    },
  },
  change: {
    weight: 10,
    run: async (person) => {
      const place = person.places[person.dice(person.places.length)];
      if (place !== undefined) await channelLink(person.page, place.name).click();
    },
  },
  loseConnection: {
    weight: 2,
    run: async (person) => person.loseConnection(300 + person.dice(6_000)),
  },
} satisfies Record<string, Move>;

export const thread = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Thread' });

export async function goToLatest({ page }: Person): Promise<void> {
  const latest = page.getByRole('button', { name: 'Go to the latest message' });
  if (await latest.isVisible()) await latest.click();
}

/** One of those that are seen and have such a number. */
async function someRow(person: Person, number = '[ab]-\\d+'): Promise<Locator> {
  const rows = log(person.page)
    .getByRole('article')
    .and(person.page.locator(':not([data-pending])'))
    .filter({ has: person.page.locator('p', { hasText: new RegExp(`^${number}-\\d`) }) });
  const count = await rows.count();
  if (count === 0) throw new Error('no such row');
  // Of the lower ones: what is above may be outside of the window.
  const row = rows.nth(Math.max(0, count - 1 - person.dice(8)));
  // By its key, since another one may come meanwhile.
  const key = await row.getAttribute('data-row');
  return log(person.page).locator(`article[data-row="${key ?? ''}"]`);
}

const wordsIn = async (row: Locator): Promise<string> =>
  (await row.locator('p').allTextContents()).find((text) => /^[ab]-\d/.test(text)) ?? '';
