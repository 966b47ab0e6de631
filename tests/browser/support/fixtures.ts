import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { OutboxOwner } from '../../../dev/outbox-client.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { houseOfTests } from './house-of-tests.ts';
import { Room } from './room.ts';
import type { TestPerson } from './room.ts';
import { signIn, visit, Witness } from './visitor.ts';
import type { Visitor, VisitorOptions } from './visitor.ts';

export { expect };

interface Fixtures {
  /** The server; a test that ends it has one of its own. */
  readonly house: OutboxOwner;
  /** A fresh workspace with an owner. */
  readonly room: Room;
  /** A browser of its own, in which nobody is signed in. */
  readonly stranger: (options?: VisitorOptions) => Promise<Visitor>;
  /** A browser of its own, in which this person is looking at a channel (or another path of the workspace). */
  readonly look: (person: TestPerson, at: ChannelId | string, options?: VisitorOptions) => Promise<Page>;
  readonly witness: Witness;
}

export const test = base.extend<Fixtures>({
  house: async ({ browser: _none }, use) => use(houseOfTests()),
  room: async ({ house }, use) => use(await Room.make(house)),
  witness: async ({ browser: _none }, use) => {
    const witness = new Witness();
    await use(witness);
    expect(witness.seen).toEqual([]);
  },
  stranger: async ({ browser, house, witness }, use) => {
    const visitors: Visitor[] = [];
    await use(async (options) => {
      const visitor = await visit(browser, house.url, witness, options);
      visitors.push(visitor);
      return visitor;
    });
    for (const { context } of visitors) await context.close();
  },
  look: async ({ stranger, room }, use) => {
    await use(async (person, at, options) => {
      const { context, page } = await stranger(options);
      await signIn(context, room.url, person);
      await page.goto(at.startsWith('/') ? at : room.path(at as ChannelId));
      if (!at.startsWith('/') || at.startsWith('/w/')) await page.locator('main').first().waitFor();
      return page;
    });
  },
});
