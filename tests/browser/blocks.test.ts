import type { Locator } from '@playwright/test';
import axe from 'axe-core';
import { dataUrl, encodePng } from '../../dev/demo/png.ts';
import { expect, test } from './support/fixtures.ts';
import { composer, log, message, trackTop } from './support/parts.ts';
import type { Room } from './support/room.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const rows = [
  ['Ferry', 'Seats'],
  ['Fat Mast', '12'],
].map((row) => row.map((text) => ({ type: 'raw_text', text })));

const blocks = [
  { type: 'header', text: plain('Release 2.4') },
  {
    type: 'section',
    text: mrkdwn('*Ready* for <https://far.example|review>'),
    fields: [mrkdwn('*Who*\nNoor'), mrkdwn('*When*\nTuesday')],
    accessory: { type: 'button', text: plain('Approve'), action_id: 'approve' },
  },
  { type: 'divider' },
  { type: 'image', image_url: 'https://far.example/graph.png', alt_text: 'Crashes', title: plain('Graph') },
  { type: 'table', rows },
  { type: 'context', elements: [mrkdwn('from the pipeline')] },
];
const attachments = [
  {
    color: 'good',
    title: 'Build 812',
    title_link: 'https://far.example/812',
    text: 'All *green*',
    fields: [
      { title: 'Branch', value: 'main', short: true },
      { title: 'Commit', value: '`4f1c`', short: true },
      { title: 'Notes', value: 'Nothing to do', short: false },
    ],
    footer: 'CI',
  },
  { color: 'warning', text: 'Slower than usual' },
  { color: 'danger', text: 'One was skipped' },
  { color: '#7b3fe4', text: 'In a colour of its own' },
];
/** Of light-dark(…), by day. */
const bars = ['rgb(15, 107, 92)', 'rgb(242, 194, 96)', 'rgb(179, 38, 30)', 'rgb(123, 63, 228)'];

const boxOf = async (part: Locator): Promise<{ x: number; y: number; right: number; bottom: number }> => {
  const { x, y, width, height } = (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x, y, right: x + width, bottom: y + height };
};
/** The second begins where the first has ended, in the same line. */
const isBeside = async (first: Locator, second: Locator): Promise<boolean> => {
  const [left, right] = [await boxOf(first), await boxOf(second)];
  return right.x >= left.right && right.y < left.bottom && right.bottom > left.y;
};
const isBelow = async (first: Locator, second: Locator): Promise<boolean> =>
  (await boxOf(second)).y >= (await boxOf(first)).bottom;

const postBlocks = (room: Room, text: string) =>
  room.call(room.owner, 'chat.postMessage', { channel: room.general, text, blocks, attachments });

test('a message of blocks and attachments is drawn, asks no other site, and axe finds nothing', async ({
  room,
  look,
}) => {
  await postBlocks(room, 'the release');
  const page = await look(room.owner, room.general);
  const row = log(page).getByRole('article').filter({ hasText: 'Release 2.4' });
  await expect(row.getByRole('table').getByRole('columnheader')).toHaveText(['Ferry', 'Seats']);
  // What nobody answers to looks like what it is, and is nothing to press or to step to.
  await expect(row.getByText('Approve', { exact: true })).toBeVisible();
  await expect(row.getByText('do nothing here yet')).toBeVisible();
  await expect(row.locator('button[disabled], input, select, textarea')).toHaveCount(0);
  await expect(row.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expect(row.getByRole('link', { name: /Graph.*far\.example/ })).toHaveAttribute(
    'href',
    'https://far.example/graph.png',
  );
  await expect(row.getByRole('link', { name: 'Build 812' })).toBeVisible();
  await expect(row.locator('img[src*="far.example"]')).toHaveCount(0);
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
  expect(faults).toEqual([]);
});

test('the parts of blocks and attachments stand where Slack has them, each bar in its colour', async ({
  room,
  look,
}) => {
  await postBlocks(room, 'the release');
  const page = await look(room.owner, room.general);
  const row = log(page).getByRole('article').filter({ hasText: 'Release 2.4' });
  const said = (words: string): Locator => row.getByText(words, { exact: true });
  const heading = said('Release 2.4');
  await expect(heading).toHaveCSS('font-weight', /^(?:[6-9]\d\d|bold)$/);
  const [who, when, approve] = [said('Who'), said('When'), said('Approve')];
  expect(await isBelow(said('Ready'), who)).toBe(true);
  expect(await isBeside(who, when)).toBe(true);
  expect(await isBeside(said('Ready'), approve)).toBe(true);
  expect((await boxOf(approve)).x).toBeGreaterThan((await boxOf(when)).right);
  const context = said('from the pipeline');
  expect(await isBelow(row.getByRole('table'), context)).toBe(true);
  await expect(context).toHaveCSS('font-size', '12px');

  const attached = row.locator('[style*="border-color"]');
  await expect(attached).toHaveCount(bars.length);
  for (const [index, bar] of bars.entries()) {
    await expect(attached.nth(index)).toHaveCSS('border-inline-start-color', bar);
    await expect(attached.nth(index)).toHaveCSS('border-inline-start-width', '3px');
  }
  const [branch, commit, notes] = [said('Branch'), said('Commit'), said('Notes')];
  await expect(attached.first().getByRole('definition')).toHaveText(['main', '4f1c', 'Nothing to do']);
  expect(await isBeside(branch, commit)).toBe(true);
  expect(await isBelow(branch, notes)).toBe(true);
  expect(await isBelow(said('Nothing to do'), said('CI'))).toBe(true);
  expect(await isBelow(context, attached.first())).toBe(true);
});

test('no row moves when what draws blocks comes late', async ({ room, look }) => {
  await room.postMany(room.owner, room.general, 20, (index) => `before ${index}`);
  await postBlocks(room, 'the release');
  await room.postMany(room.owner, room.general, 3, (index) => `after ${index}`);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const page = await look(room.owner, room.general, {
    prepare: (context) =>
      context.route('**/assets/message-body-*.js', async (route) => {
        await held;
        await route.continue();
      }),
  });
  await expect(composer(page)).toBeVisible();
  await expect(message(log(page), 'after 3')).toHaveCount(0);
  release();
  const last = message(log(page), 'after 3');
  await expect(last).toBeVisible();
  const { seen } = await trackTop(last);
  await expect(log(page).getByRole('table')).toBeVisible();
  expect(await seen()).toHaveLength(1);
});

test('where what draws blocks cannot be fetched, the words stand', async ({ room, look }) => {
  await postBlocks(room, 'the release');
  const page = await look(room.owner, room.general, {
    prepare: (context) => context.route('**/assets/message-body-*.js', (route) => route.abort()),
  });
  await expect(message(log(page), 'the release')).toBeVisible();
});

test('33 the workspace’s own emoji are drawn in words, in reactions, in the picker and after a colon', async ({
  room,
  look,
}) => {
  const url = dataUrl(encodePng(16, 16, () => [200, 60, 60, 255]));
  await room.call(room.owner, 'admin.emoji.add', { name: 'red-boat', url });
  await room.call(room.owner, 'admin.emoji.addAlias', { name: 'redship', alias_for: 'red-boat' });
  const ts = await room.post(room.owner, room.general, 'look :redship: and :nobody-knows:');
  await room.call(room.owner, 'reactions.add', { channel: room.general, timestamp: ts, name: 'red-boat' });
  const page = await look(room.owner, room.general);
  const row = log(page).getByRole('article').filter({ hasText: ':nobody-knows:' });
  const picture = row.getByRole('img', { name: 'redship' });
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(16);
  await expect(row.getByRole('button', { name: 'red-boat, 1' }).locator('img')).toBeVisible();
  await composer(page).fill(':redsh');
  await expect(page.getByRole('option', { name: /:redship:/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(composer(page)).toHaveValue(':redship: ');
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Emoji' }).click();
  const own = page.getByRole('dialog', { name: 'Pick an emoji' });
  await expect(own.getByText('Your workspace’s own')).toBeVisible();
  await own.getByRole('option', { name: 'red-boat' }).click();
  await expect(composer(page)).toHaveValue(':redship: :red-boat: ');
});

test('47 code is copied by its button', async ({ room, look }) => {
  await room.post(room.owner, room.general, 'code:\n```\nconst ferry = 1;\n```');
  const page = await look(room.owner, room.general);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const row = log(page).getByRole('article').filter({ hasText: 'const ferry' });
  await row.hover();
  await row.getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('const ferry = 1;');
});
