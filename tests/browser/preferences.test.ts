import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, log, message, navigation } from './support/parts.ts';
import type { Room } from './support/room.ts';

const settings = (room: Room): string => `/w/${room.workspace.teamId}/settings/preferences`;
const section = (page: Page, name: string): Locator => navigation(page).getByRole('region', { name });

interface Shown {
  readonly title: string;
  readonly body: string;
}
/** A browser whose notifications the test reads; it allows them once it is asked. */
async function witnessNotices(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // The empty page before the first has no storage.
    if (location.protocol === 'about:') return;
    const shown: Shown[] = [];
    const asked = { times: 0 };
    class Notice {
      static permission = localStorage.getItem('allowed') ?? 'default';
      static requestPermission(): Promise<string> {
        asked.times += 1;
        Notice.permission = 'granted';
        localStorage.setItem('allowed', 'granted');
        return Promise.resolve('granted');
      }
      onclick: (() => void) | null = null;
      constructor(title: string, { body = '' }: { body?: string } = {}) {
        shown.push({ title, body });
        Object.assign(globalThis, { press: () => this.onclick?.() });
      }
      close(): void {}
    }
    Object.assign(globalThis, { Notification: Notice, shown, asked });
  });
}
const shownIn = (page: Page): Promise<Shown[]> =>
  page.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown);
const askedIn = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times);
const allow = async (page: Page, room: Room): Promise<void> => {
  await page.goto(settings(room));
  await page
    .getByRole('group', { name: 'Show them in this browser' })
    .getByText('On', { exact: true })
    .click();
  await expect(page.getByRole('group', { name: 'Show them in this browser' }).getByLabel('On')).toBeChecked();
};
/** A message of the channel that is open is there: what came before it on this socket was handled, too. */
const settled = async (page: Page, room: Room, by: Parameters<Room['post']>[0]): Promise<void> => {
  await room.post(by, room.general, 'all is handled');
  await expect(message(log(page), 'all is handled').last()).toBeVisible();
};

test('channels stand in sections that their person makes, orders and removes, on every device', async ({
  room,
  look,
}) => {
  const place = await room.channel('launch');
  const page = await look(room.owner, room.general);
  const second = await look(room.owner, room.general);
  await channelLink(page, place.name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to a section' }).click();
  const dialog = page.getByRole('dialog', { name: `Where #${place.name} stands` });
  await dialog.getByLabel('Name of the section').fill('Projects');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(section(page, 'Projects').getByRole('link')).toHaveText([place.name]);
  await expect(section(second, 'Projects').getByRole('link')).toHaveText([place.name]);
  await expect(section(second, 'Channels').getByRole('link')).toHaveText(['general']);

  // What the server refuses is said where it was asked for.
  await page.route('**/api/client.prefs.set', (route) => route.abort());
  await channelLink(page, place.name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to a section' }).click();
  await dialog.getByLabel('Section', { exact: true }).selectOption({ index: 0 });
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('The server did not answer. Try again.');
  await page.unroute('**/api/client.prefs.set');
  await page.keyboard.press('Escape');

  await page.goto(settings(room));
  await page.getByLabel('Name of the section').fill('People');
  await page.getByRole('button', { name: 'Make a section' }).click();
  const names = (): Locator => second.getByRole('navigation').getByRole('heading', { level: 2 });
  await expect(names()).toHaveText(['People', 'Projects', 'Channels', 'Direct messages']);
  await page.getByRole('button', { name: 'Move Projects up' }).click();
  await expect(names()).toHaveText(['Projects', 'People', 'Channels', 'Direct messages']);
  await page.getByLabel('Name of Projects').fill('Work');
  await page.keyboard.press('Enter');
  await expect(names()).toHaveText(['Work', 'People', 'Channels', 'Direct messages']);
  await page.getByRole('button', { name: 'Remove Work' }).click();
  await expect(names()).toHaveText(['People', 'Channels', 'Direct messages']);
  await expect(section(second, 'Channels').getByRole('link')).toHaveText(['general', place.name]);

  // At the first paint, and by the keyboard: Alt+↓ goes along what is seen.
  await second.reload();
  await expect(names()).toHaveText(['People', 'Channels', 'Direct messages']);
});

test('who reads by Esc alone has not read what they looked at; who sends by Ctrl+Enter gets a line by Enter', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const page = await look(room.owner, settings(room));
  await page.getByText('What I mark by Esc', { exact: true }).click();
  await page.getByText('Ctrl Enter', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Ctrl Enter' })).toBeChecked();
  const second = await look(room.owner, room.general);
  await expect(composer(second)).toBeVisible();
  await room.post(other, room.general, 'only looked at');
  await expect(message(log(second), 'only looked at')).toBeVisible();
  await expect(channelLink(second, 'general')).toHaveAccessibleName(/unread/);
  await second.keyboard.press('Escape');
  await expect(channelLink(second, 'general')).not.toHaveAccessibleName(/unread/);

  await composer(second).click();
  await second.keyboard.type('one');
  await second.keyboard.press('Enter');
  await second.keyboard.type('two');
  await expect(composer(second)).toHaveValue('one\ntwo');
  await second.keyboard.press('Control+Enter');
  await expect(composer(second)).toHaveValue('');
  await expect(log(second).getByText('two')).toBeVisible();
});

test('a profile takes the zone of the first browser, and another zone is offered, not forced', async ({
  room,
  look,
}) => {
  const zoneOf = async (): Promise<string | undefined> =>
    (await room.call(room.owner, 'users.info', { user: room.owner.userId })).user.tz;
  await look(room.owner, room.general, { timezoneId: 'Europe/Oslo' });
  await expect.poll(zoneOf).toBe('Europe/Oslo');
  const away = await look(room.owner, room.general, { timezoneId: 'Asia/Tokyo' });
  const offer = away.getByRole('status').filter({ hasText: 'This browser is in the time zone Asia/Tokyo' });
  await expect(offer).toBeVisible();
  expect(await zoneOf()).toBe('Europe/Oslo');
  await offer.getByRole('button', { name: 'Change the profile' }).click();
  await expect.poll(zoneOf).toBe('Asia/Tokyo');
});

test('52 the browser is asked only after a press, and then it is told', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('elsewhere', [other]);
  const page = await look(room.owner, room.general, { prepare: witnessNotices });
  await room.post(other, place.id, `<@${room.owner.userId}> before it was asked`);
  await expect(channelLink(page, place.name)).toHaveAccessibleName(/mentions/);
  expect([await askedIn(page), await shownIn(page)]).toEqual([0, []]);

  await allow(page, room);
  expect(await askedIn(page)).toBe(1);
  await page.getByRole('link', { name: 'Back to channels' }).click();
  await expect(composer(page)).toBeVisible();
  const ts = await room.post(other, place.id, `<@${room.owner.userId}> have a *look*`);
  await expect
    .poll(() => shownIn(page))
    .toEqual([{ title: `Rita Reader in #${place.name}`, body: '@Olive Owner have a look' }]);
  await page.evaluate(() => (globalThis as unknown as { press: () => void }).press());
  await expect(page).toHaveURL(new RegExp(`${place.id}/m/${ts.replace('.', '\\.')}`));
});

test('54 nobody is told of the channel that is looked at, of a muted one, or twice by two tabs', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const muted = await room.channel('muted', [other]);
  const loud = await room.channel('loud', [other]);
  await room.call(room.owner, 'channels.setMute', { channel: muted.id, muted: true });
  const page = await look(room.owner, room.general, { prepare: witnessNotices });
  await allow(page, room);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeVisible();
  const second = await page.context().newPage();
  await second.goto(room.path(loud.id));
  await expect(composer(second)).toBeVisible();
  await page.bringToFront();
  await expect(composer(page)).toBeVisible();

  const call = `<@${room.owner.userId}> `;
  await room.post(other, room.general, `${call}here`);
  await room.post(other, muted.id, `${call}quiet`);
  await settled(page, room, other);
  const all = async (): Promise<string[]> =>
    [...(await shownIn(page)), ...(await shownIn(second))].map(({ body }) => body);
  expect(await all()).toEqual([]);
  await room.call(room.owner, 'channels.setMute', { channel: muted.id, muted: false });
  await room.post(other, muted.id, `${call}aloud`);
  await expect.poll(all).toEqual(['@Olive Owner aloud']);
  await settled(page, room, other);
  expect(await all()).toHaveLength(1);
});

/** A browser whose loudspeaker the test reads: the pitch of each note that is played. */
async function witnessSound(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const played: number[] = [];
    const knob = () => ({
      value: 0,
      setValueAtTime: () => undefined,
      linearRampToValueAtTime: () => undefined,
      exponentialRampToValueAtTime: () => undefined,
    });
    const part = () => {
      const frequency = knob();
      return {
        frequency,
        gain: knob(),
        connect: <T>(next: T): T => next,
        start: () => played.push(frequency.value),
        stop: () => undefined,
      };
    };
    class Loudspeaker {
      state = 'suspended';
      currentTime = 0;
      destination = part();
      createOscillator = part;
      createGain = part;
      resume(): Promise<void> {
        this.state = 'running';
        return Promise.resolve();
      }
    }
    Object.assign(globalThis, { AudioContext: Loudspeaker, played });
  });
}
const playedIn = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { played: number[] }).played);
const tone = [587.33, 880];

test('a sound is played once it is wished for: once, by one tab, and not for what is looked at or muted', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const loud = await room.channel('loud', [other]);
  const muted = await room.channel('muted', [other]);
  await room.call(room.owner, 'channels.setMute', { channel: muted.id, muted: true });
  const call = `<@${room.owner.userId}> `;
  const page = await look(room.owner, room.general, { prepare: witnessSound });
  await expect(composer(page)).toBeVisible();
  await room.post(other, loud.id, `${call}nobody asked for it`);
  await expect(channelLink(page, loud.name)).toHaveAccessibleName(/mentions/);
  await settled(page, room, other);
  expect(await playedIn(page)).toEqual([]);

  await page.goto(settings(room));
  const wish = page.getByRole('group', { name: 'Play a sound' });
  await wish.getByText('On', { exact: true }).click();
  await expect(wish.getByLabel('On')).toBeChecked();
  await page.getByRole('link', { name: 'Back to channels' }).click();
  await expect(composer(page)).toBeVisible();
  await room.post(other, loud.id, `${call}aloud`);
  await expect.poll(() => playedIn(page)).toEqual(tone);

  const second = await page.context().newPage();
  await second.goto(room.path(room.general));
  await expect(composer(second)).toBeVisible();
  await page.bringToFront();
  await room.post(other, room.general, `${call}here`);
  await room.post(other, muted.id, `${call}quiet`);
  await settled(page, room, other);
  await settled(second, room, other);
  const both = async (): Promise<number[]> => [...(await playedIn(page)), ...(await playedIn(second))];
  expect(await both()).toEqual(tone);
  await room.post(other, loud.id, `${call}to both`);
  await expect.poll(both).toEqual([...tone, ...tone]);
  await settled(page, room, other);
  await settled(second, room, other);
  expect(await both()).toHaveLength(2 * tone.length);
});

test('54 replies in a thread that one follows are told, in another or with that thread open none', async ({
  room,
  look,
}) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('threads', [other]);
  const own = await room.post(room.owner, place.id, 'a question of mine');
  const foreign = await room.post(other, place.id, 'a question of hers');
  const page = await look(room.owner, room.general, { prepare: witnessNotices });
  await allow(page, room);
  // Without a reload: what tells is there already.
  await page.getByRole('link', { name: 'Back to channels' }).click();
  await expect(composer(page)).toBeVisible();
  const bodies = async (): Promise<string[]> => (await shownIn(page)).map(({ body }) => body);
  await room.post(other, place.id, 'not for you', foreign);
  await room.post(other, place.id, 'the first answer', own);
  await expect.poll(bodies).toEqual(['the first answer']);

  // The channel itself does not show what is said in its threads; the thread does.
  await channelLink(page, place.name).click();
  const parent = message(log(page), 'a question of mine');
  await expect(parent).toBeVisible();
  await room.post(other, place.id, 'beside the channel', own);
  await expect.poll(bodies).toEqual(['the first answer', 'beside the channel']);
  await parent.getByRole('link', { name: /2 replies/ }).click();
  const pane = page.getByRole('complementary', { name: 'Thread' });
  await expect(pane.getByText('beside the channel')).toBeVisible();
  await room.post(other, place.id, 'before your eyes', own);
  await expect(pane.getByText('before your eyes')).toBeVisible();

  // Whoever follows no longer hears no more.
  await room.call(room.owner, 'threads.unfollow', { channel: place.id, thread_ts: own });
  await expect(pane.getByRole('button', { name: 'Follow this thread' })).toBeVisible();
  await channelLink(page, 'general').click();
  await expect(log(page)).toHaveAccessibleName(/general/);
  await room.post(other, place.id, 'to the others', own);
  await room.post(other, place.id, `<@${room.owner.userId}> to you, too`, foreign);
  await expect.poll(bodies).toEqual(['the first answer', 'beside the channel', '@Olive Owner to you, too']);
});

test('54 who is called by a group that they are in is told, by another group not', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const place = await room.channel('crews', [other]);
  const make = async (name: string, userId: string): Promise<string> => {
    const { usergroup } = await room.call(room.owner, 'usergroups.create', { name });
    await room.call(room.owner, 'usergroups.users.update', { usergroup: usergroup.id, users: [userId] });
    return usergroup.id;
  };
  const [mine, hers] = [await make('deck', room.owner.userId), await make('galley', other.userId)];
  const page = await look(room.owner, room.general, { prepare: witnessNotices });
  await allow(page, room);
  await page.getByRole('link', { name: 'Back to channels' }).click();
  await expect(composer(page)).toBeVisible();
  await room.post(other, place.id, `<!subteam^${hers}> not you`);
  await room.post(other, place.id, `<!subteam^${mine}> all hands`);
  await expect.poll(async () => (await shownIn(page)).length).toBe(1);
  expect((await shownIn(page))[0]?.body).toContain('all hands');
});

test('57 each channel has its own level, from its menu', async ({ room, look }) => {
  const other = await room.join('Rita Reader');
  const [all, nothing] = [await room.channel('every', [other]), await room.channel('never', [other])];
  const page = await look(room.owner, room.general, { prepare: witnessNotices });
  await allow(page, room);
  await page.goto(room.path(room.general));
  for (const [place, level] of [
    [all, 'All messages'],
    [nothing, 'Nothing'],
  ] as const) {
    await channelLink(page, place.name).click({ button: 'right' });
    await page.getByRole('menuitemradio', { name: level }).click();
    await expect
      .poll(async () => {
        await channelLink(page, place.name).click({ button: 'right' });
        const isOn = await page.getByRole('menuitemradio', { name: level }).getAttribute('aria-checked');
        await page.keyboard.press('Escape');
        return isOn;
      })
      .toBe('true');
  }
  await room.post(other, nothing.id, `<@${room.owner.userId}> not told`);
  await room.post(other, all.id, 'nobody by name');
  await expect
    .poll(() => shownIn(page))
    .toEqual([{ title: `Rita Reader in #${all.name}`, body: 'nobody by name' }]);
});
