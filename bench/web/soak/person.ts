import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { dice } from '../../../web/store/testing/dice.ts';
import { composer, log } from '../../../tests/browser/support/parts.ts';
import type { Place, Room, TestPerson } from '../../../tests/browser/support/room.ts';
import { signIn } from '../../../tests/browser/support/visitor.ts';
import type { Network } from '../network.ts';
import type { Stage } from '../stage.ts';
import { moves } from './moves.ts';
import type { MoveName } from './moves.ts';
import { wordsOf } from './words.ts';
import type { Token } from './words.ts';

/** One browser, and who sits at it. */
export class Person {
  readonly letter: string;
  readonly page: Page;
  readonly network: Network;
  readonly room: Room;
  readonly places: readonly Place[];
  readonly dice: (below: number) => number;
  readonly debug: CDPSession;
  /** Numbers of what was sent, and of what was told to go. */
  readonly written = new Set<number>();
  readonly removed = new Set<number>();
  readonly faults: string[] = [];
  readonly done = new Map<MoveName, { done: number; missed: number }>();
  losses = 0;
  #number = 0;
  #comingBack: Promise<void> = Promise.resolve();

  private constructor(
    parts: Pick<Person, 'letter' | 'page' | 'network' | 'room' | 'places' | 'dice' | 'debug'>,
  ) {
    this.letter = parts.letter;
    this.page = parts.page;
    this.network = parts.network;
    this.room = parts.room;
    this.places = parts.places;
    this.dice = parts.dice;
    this.debug = parts.debug;
  }

  static async sitDown(
    { browser, room, network }: Stage,
    {
      letter,
      person,
      places,
      seed,
    }: { letter: string; person: TestPerson; places: readonly Place[]; seed: number },
  ): Promise<Person> {
    const way = await network();
    const context: BrowserContext = await browser.newContext({
      baseURL: way.url,
      viewport: { width: 1280, height: 800 },
      // One's own measure is of the page: what a worker keeps is not in it.
      serviceWorkers: 'block',
    });
    await signIn(context, way.url, person);
    const page = await context.newPage();
    page.setDefaultTimeout(moveTimeMaxMs);
    const debug = await context.newCDPSession(page);
    await debug.send('Performance.enable');
    const made = new Person({ letter, page, network: way, room, places, dice: dice(seed), debug });
    page.on('pageerror', (error) =>
      made.faults.push(`${letter}: the page threw: ${error.stack ?? error.message}`),
    );
    const first = places[0];
    if (first === undefined) throw new Error('nowhere to go');
    await page.goto(room.path(first.id), { timeout: openTimeMaxMs });
    await composer(page).waitFor({ timeout: openTimeMaxMs });
    await log(page).waitFor({ timeout: openTimeMaxMs });
    return made;
  }

  /** A message of one's own that has not been there yet. */
  nextWords(): { token: Token; text: string } {
    this.#number += 1;
    const token = { writer: this.letter, number: this.#number, edits: 0 };
    return { token, text: wordsOf(token, this.dice) };
  }

  /** Does something. What cannot be done, since the row is gone or the network away, is given up. */
  async act(): Promise<void> {
    const move = this.#choose();
    const count = this.done.get(move) ?? { done: 0, missed: 0 };
    this.done.set(move, count);
    try {
      await moves[move].run(this);
      count.done += 1;
    } catch {
      count.missed += 1;
      await this.tidy();
    }
  }

  /** Nothing open over the room. */
  async tidy(): Promise<void> {
    for (const _layer of ['menu', 'dialog or edit box', 'thread']) {
      if (!(await this.page.evaluate(isSomethingOpen))) return;
      await this.page.keyboard.press('Escape');
      await this.page.waitForTimeout(50);
    }
  }

  loseConnection(forMs: number): void {
    if (this.network.isDown) return;
    this.losses += 1;
    this.network.goDown();
    this.#comingBack = this.page.waitForTimeout(forMs).then(() => this.network.comeBack());
  }

  async isBack(): Promise<void> {
    await this.#comingBack;
  }

  #choose(): MoveName {
    const entries = Object.entries(moves) as [MoveName, (typeof moves)[MoveName]][];
    let left = this.dice(entries.reduce((sum, [, { weight }]) => sum + weight, 0));
    return (entries.find(([, { weight }]) => (left -= weight) < 0) ?? ['post'])[0];
  }
}

/** Long enough for a busy machine, short enough to give up on a row that went away. */
const moveTimeMaxMs = 4_000;
const openTimeMaxMs = 60_000;

const isSomethingOpen = (): boolean =>
  document.querySelector('[role="menu"], dialog[open], aside, article textarea') !== null;
