import { expect, test } from './support/fixtures.ts';
import { composer } from './support/parts.ts';
import { sideways } from './support/sideways.ts';
import { signInByPassword } from './support/visitor.ts';

/** One word that is wider than the window. */
const long = 'endless'.repeat(20);

test('69 at 320 px one’s lists, the pins, the choice of a workspace and all settings need no scrolling sideways', async ({
  room,
  stranger,
}) => {
  test.setTimeout(180_000);
  const paula = await room.join('Paula Phone', { role: 'admin' });
  const place = await room.channel('a-channel-with-a-name-of-some-length', [paula]);
  const ts = await room.post(room.owner, place.id, `<@${paula.userId}> ${long}`);
  await room.post(paula, place.id, `an answer ${long}`, ts);
  await room.post(room.owner, place.id, `a reply ${long}`, ts);
  await room.call(paula, 'pins.add', { channel: place.id, timestamp: ts });
  await room.call(paula, 'stars.add', { channel: place.id, timestamp: ts });
  const inAnHour = String(Math.floor(Date.now() / 1_000) + 3_600);
  await room.call(paula, 'chat.scheduleMessage', { channel: place.id, text: long, post_at: inAnHour });
  const { context, page } = await stranger({ viewport: { width: 320, height: 568 } });
  await signInByPassword(context, room.url, { email: paula.email, password: paula.password ?? '' });
  const team = `/w/${room.workspace.teamId}`;
  const settled = async (): Promise<void> => {
    await page.locator('h1, h2').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await sideways(page), page.url()).toEqual([]);
  };
  for (const name of ['activity', 'threads', 'saved', 'scheduled']) {
    await page.goto(`${team}/${name}`);
    await expect(page.locator('main li article').first()).toBeVisible();
    await settled();
  }
  await page.goto(room.path(place.id, '/pins'));
  await expect(page.getByText(long).last()).toBeVisible();
  await settled();
  await page.goto('/workspaces');
  await expect(page.getByRole('heading', { name: 'Your workspaces' })).toBeVisible();
  await settled();
  for (const name of ['preferences', 'directory', 'policies', 'emoji']) {
    await page.goto(`${team}/settings/${name}`);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toHaveCount(0);
    await settled();
  }
});

test('72 what sends later is 44 px wide and high under a finger', async ({ room, look }) => {
  const page = await look(room.owner, room.general, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await expect(composer(page)).toBeVisible();
  const box = await page.getByRole('button', { name: 'Send later' }).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(44);
  expect(box?.height).toBeGreaterThanOrEqual(44);
});
