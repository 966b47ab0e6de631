import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { dataUrl, encodePng } from '../../dev/demo/png.ts';
import { startHouse } from '../support/house.ts';
import { runFolder } from '../support/run-folder.ts';
import { unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { clientFolder, houseSettings } from './support/house-of-tests.ts';
import { channelLink, composer, log, message } from './support/parts.ts';
import { Room } from './support/room.ts';
import { signIn, signInByPassword } from './support/visitor.ts';
import { Wire } from './support/wire.ts';

const withWorker = { serviceWorkers: 'allow' } as const;

/** The client is kept, and so is what this page shows. */
async function isKept(page: Page, windows: number): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect
    .poll(() =>
      page.evaluate(async () => {
        // As if it were left.
        dispatchEvent(new Event('pagehide'));
        const { name = '' } = (await indexedDB.databases()).find((one) => one.name?.includes(':U')) ?? {};
        if (name === '') return 0;
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error ?? new Error('no database'));
        });
        try {
          const reading = database.transaction('seenWindows').objectStore('seenWindows').count();
          return await new Promise<number>((resolve) => {
            reading.onsuccess = () => resolve(reading.result);
          });
        } finally {
          database.close();
        }
      }),
    )
    .toBe(windows);
}

async function goOffline(context: BrowserContext, wire: Wire): Promise<void> {
  await wire.goDown();
  await context.setOffline(true);
}

test('64 a cold start without a network shows what was visited lately; what is written goes out later', async ({
  room,
  stranger,
}) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('visited', [other]);
  const never = await room.channel('never-visited', [other]);
  await room.post(other, room.general, 'said in general');
  await room.post(other, place.id, 'said elsewhere');
  const { context, page } = await stranger(withWorker);
  const wire = await Wire.of(context);
  await signIn(context, room.url, room.owner);
  await page.goto(room.path(room.general));
  await expect(message(log(page), 'said in general')).toBeVisible();
  await channelLink(page, place.name).click();
  await expect(message(log(page), 'said elsewhere')).toBeVisible();
  await isKept(page, 2);
  await page.close();

  await goOffline(context, wire);
  const cold = await context.newPage();
  await cold.goto(room.path(room.general));
  await expect(message(log(cold), 'said in general')).toBeVisible();
  await expect(cold.getByText('No connection.')).toBeVisible();
  await composer(cold).fill('written without a network');
  await composer(cold).press('Enter');
  await expect(log(cold).getByText('written without a network', { exact: true })).toBeVisible();
  await channelLink(cold, place.name).click();
  await expect(message(log(cold), 'said elsewhere')).toBeVisible();
  await channelLink(cold, never.name).click();
  await expect(cold.getByText('The messages did not come.')).toBeVisible();
  await room.post(other, room.general, 'said meanwhile');

  wire.isDown = false;
  await context.setOffline(false);
  await channelLink(cold, 'general').click();
  await expect(message(log(cold), 'said meanwhile')).toBeVisible();
  await expect
    .poll(async () => {
      const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
      return messages.map(({ text }) => text);
    })
    .toContain('written without a network');
  await expect(cold.getByText('No connection.')).toBeHidden();
  await expect(message(log(cold), 'said in general')).toHaveCount(1);
  await expect(message(log(cold), 'written without a network')).toHaveCount(1);
});

test('who signs out takes everything along: nothing is left on the device', async ({ room, stranger }) => {
  const other = await room.join('Rita Reader');
  await room.post(room.owner, room.general, 'for members alone');
  const { context, page } = await stranger(withWorker);
  const wire = await Wire.of(context);
  await signInByPassword(context, room.url, { email: other.email, password: other.password ?? '' });
  await page.goto(room.path(room.general));
  await expect(message(log(page), 'for members alone')).toBeVisible();
  await composer(page).fill('half a thought');
  await isKept(page, 1);
  await page.getByRole('button', { name: /^Test-/ }).click();
  // It grows when the workspaces come.
  await expect(page.getByRole('menuitem', { name: 'Create a workspace' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  const left = () =>
    page.evaluate(async () => [
      ...(await indexedDB.databases()).map(({ name = '' }) => name),
      ...Object.keys(localStorage).filter((key) => key.startsWith('edgewise:T')),
    ]);
  await expect.poll(left).toEqual([]);
  await page.close();
  await goOffline(context, wire);
  const cold = await context.newPage();
  await cold.goto(room.path(room.general));
  await expect(cold.getByText('No connection.')).toBeVisible();
  await expect(cold.getByText('for members alone')).toHaveCount(0);
});

/** The paths of all that lies in any cache of this site. */
const filed = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(url.slice(origin.length));
    return paths;
  });
const isOfClient = (path: string): boolean => /^\/(?:sign-in$|(?:assets|static)\/)/.test(path);

test('what is kept for a start without a network is the client alone: no answer of the API, no picture', async ({
  room,
  stranger,
}) => {
  const other = await room.join('Rita Reader');
  const url = dataUrl(encodePng(16, 16, () => [200, 60, 60, 255]));
  await room.call(room.owner, 'admin.emoji.add', { name: 'red-boat', url });
  await room.post(room.owner, room.general, 'for members alone :red-boat:');
  const { context, page } = await stranger(withWorker);
  const wire = await Wire.of(context);
  await signInByPassword(context, room.url, { email: other.email, password: other.password ?? '' });
  await page.goto(room.path(room.general));
  await isKept(page, 1);
  // The first page came before it.
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  const emoji = log(page).getByRole('img', { name: 'red-boat' });
  await expect(emoji).toBeVisible();
  const picture = await emoji.evaluate((image: HTMLImageElement) =>
    image.decode().then(() => new URL(image.src).pathname),
  );
  await page.goto(room.path(room.general, '/members'));
  await expect(page.getByRole('complementary').getByText('Rita Reader')).toBeVisible();
  /** Past the browser's own cache, which obeys what the server says of each answer. */
  const asked = (path: string): Promise<number> =>
    page.evaluate(
      (address) =>
        fetch(address, { cache: 'no-store' }).then(
          ({ status }) => status,
          () => 0,
        ),
      path,
    );
  const call = '/api/users.list';
  expect([await asked(picture), await asked(call)]).not.toContain(0);
  const kept = await filed(page);
  expect(kept).toContain('/sign-in');
  expect(kept.filter((path) => !isOfClient(path))).toEqual([]);

  await goOffline(context, wire);
  expect([await asked(picture), await asked(call)]).toEqual([0, 0]);
  expect(await asked('/sign-in')).toBe(0);
  wire.isDown = false;
  await context.setOffline(false);

  await page.getByRole('button', { name: /^Test-/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Create a workspace' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect((await filed(page)).filter((path) => !isOfClient(path))).toEqual([]);
});

test('who signs out with messages that are not sent is asked first, and told where they lie', async ({
  room,
  stranger,
}) => {
  const mia = await room.join('Mia Member');
  const place = await room.channel('waiting', [mia]);
  const { context, page } = await stranger();
  const wire = await Wire.of(context);
  await signInByPassword(context, room.url, { email: mia.email, password: mia.password ?? '' });
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeVisible();
  await wire.goDown();
  const write = async (words: string): Promise<void> => {
    await composer(page).fill(words);
    await composer(page).press('Enter');
    await expect(log(page).getByText(words, { exact: true })).toBeVisible();
  };
  await write('one');
  await write('two');
  await channelLink(page, place.name).click();
  await write('three');
  const ask = async (how: string): Promise<void> => {
    await page.getByRole('button', { name: /^Test-/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Create a workspace' })).toBeVisible();
    await page.getByRole('menuitem', { name: how, exact: true }).click();
  };
  const question = page.getByRole('dialog', { name: '3 messages not sent' });
  await ask('Sign out');
  await expect(question.getByRole('listitem')).toHaveText([
    '#general: 2 messages',
    `#${place.name}: 1 message`,
  ]);
  // What is pressed without reading keeps them.
  await expect(question.getByRole('button', { name: 'Stay' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(log(page).getByText('three', { exact: true })).toBeVisible();

  await ask('Sign out everywhere');
  await question.getByRole('button', { name: 'Sign out anyway' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  const left = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(left).toEqual([]);
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
  expect(messages.map(({ text }) => text)).not.toContain('one');
});

test('65 a new version is offered, and comes when one wants it', async ({ stranger }) => {
  const folder = join(runFolder(), unique('client'));
  cpSync(clientFolder(), folder, { recursive: true });
  const house = await startHouse({ ...houseSettings(), client: folder });
  const room = await Room.make(house);
  const { context, page } = await stranger({ ...withWorker, url: house.url });
  const version = () => page.locator('meta[name="edgewise-version"]').getAttribute('content');
  const isSame = () => page.evaluate(() => 'isSame' in globalThis);
  await signIn(context, house.url, room.owner);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    Object.assign(globalThis, { isSame: true });
  });
  const before = (await version()) ?? '';
  const bar = page.getByText('There is a new version of Edgewise.');
  await expect(bar).toBeHidden();
  await composer(page).fill('half a thought');

  const after = 'ffffffffffffffff';
  for (const name of ['index.html', 'service-worker.js']) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
  }
  await house.restart();
  await expect(bar).toBeVisible({ timeout: 45_000 });
  expect(await isSame()).toBe(true);
  expect(await version()).toBe(before);
  await expect(composer(page)).toHaveValue('half a thought');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(version).toBe(after);
  expect(await isSame()).toBe(false);
  await expect(composer(page)).toHaveValue('half a thought');
  await expect(bar).toBeHidden();
  await house.stop();
});

test('the client can be installed: its manifest and icons are there', async ({ room, stranger }) => {
  const { page } = await stranger();
  await page.goto(room.url);
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const response = await page.request.get(`${room.url}${href ?? ''}`);
  expect(response.headers()['content-type']).toMatch(/^application\/manifest\+json/);
  const { icons, start_url: start } = (await response.json()) as Manifest;
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  for (const path of [start, ...icons.map(({ src }) => src)])
    expect((await page.request.get(`${room.url}${path}`)).status(), path).toBe(200);
});
interface Manifest {
  readonly start_url: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
}
