import type { Page } from '@playwright/test';
import { call } from '../support/ask.ts';
import type { Arguments } from '../../dev/client.ts';
import { hostileWords } from '../../domain/mrkdwn/testing/hostile.ts';
import type { ChannelId, UserId } from '../../protocol/ids.ts';
import type { MethodName } from '../../protocol/methods.ts';
import { makeBot, unique } from '../support/workspace.ts';
import { expect, test } from './support/fixtures.ts';
import { harmIn, rowsDrawnIn, watchForHarm } from './support/harm.ts';
import { composer, drawn, log, navigation } from './support/parts.ts';
import type { Room } from './support/room.ts';
import { signIn, signInByPassword, visit } from './support/visitor.ts';

/*
 * Whatever one person can write and another's browser draws, filled with what would run if it were made more of than
 * text. `room.call` goes by the API, as a hostile app would: no field of the client is in the way.
 */
const many = hostileWords.filter((_, index) => index < 36 || index % 3 === 0);
/** Names are short: those that fit in whole. Each ends in a number by which it is known that it was drawn. */
const names = hostileWords.filter((words) => words.length <= 42).slice(0, 66);
const numbered = (words: string, index: number): string => `${words} ${index}~`;

test.describe.configure({ timeout: 600_000 });
const watching = { prepare: watchForHarm };

async function inLanes<T, R>(all: readonly T[], run: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) {
      const one = all[index];
      if (one !== undefined) done[index] = await run(one, index);
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return done;
}

/** Scrolls to the end and then to the beginning, so that each row is drawn once at least. */
async function drawAll(page: Page, all: readonly string[], list = log(page)): Promise<void> {
  const newest = all.toSorted().at(-1);
  const missing = async (wanted: readonly (string | undefined)[]) => {
    const seen = new Set<string | undefined>(await rowsDrawnIn(page));
    return wanted.filter((ts) => !seen.has(ts));
  };
  const scroll = async (by: number, wanted: readonly (string | undefined)[]) =>
    expect(async () => {
      await list.evaluate((element, top) => element.scrollBy(0, top), by);
      await drawn(page);
      expect(await missing(wanted)).toEqual([]);
    }).toPass({ intervals: [10], timeout: 200_000 });
  await scroll(100_000, [newest]);
  await scroll(-500, all);
}

const tsOf = async (sent: Promise<{ ts: string }>): Promise<string> => (await sent).ts;

test('the watch finds what runs, what is made and what the policy stops', async ({ browser, house }) => {
  expect(hostileWords.length).toBeGreaterThan(200);
  expect(names.length).toBeGreaterThanOrEqual(60);
  // Not under the witness of the other tests, for here something is to happen.
  const context = await browser.newContext({ baseURL: house.url });
  await watchForHarm(context);
  const page = await context.newPage();
  const put = (html: string) =>
    page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), html);
  // Without a policy it runs.
  await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: '<p>bare' }));
  await page.goto('/bare');
  await put('<img src="/nothing" onerror="alert(1)">');
  await expect.poll(() => harmIn(page)).toContain('ran: alert');
  // With the client's policy it does not, and that is heard of.
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').waitFor();
  expect(await harmIn(page)).toEqual([]);
  for (const html of [
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#9;script:alert(1)">y</a>',
    '<a href="data:text/html,x">z</a>',
    '<a href="intent://x">i</a>',
    '<img src="https://example.com/x.png">',
    '<iframe srcdoc="<p>x"></iframe>',
    '<object data="x"></object>',
    '<svg onload="alert(1)"><foreignObject></foreignObject></svg>',
    '<form action="https://example.com"></form>',
    '<b style="background: url(//example.com)">b</b>',
  ])
    await put(html);
  await page.evaluate(() => {
    document.body.append(document.createElement('script'));
    document.querySelector('a')?.setAttribute('href', 'vbscript:x');
  });
  await drawn(page);
  const found = await harmIn(page);
  for (const part of [
    'onerror="alert(1)"',
    'href="javascript:alert(1)"',
    'script:alert(1)">',
    'href="data:text/html,x"',
    'href="intent://x"',
    'src="https://example.com/x.png"',
    '<iframe>',
    'srcdoc=',
    '<object>',
    'onload="alert(1)"',
    '<foreignObject>',
    'action="https://example.com"',
    'url(//example.com)',
    '<script> without an address',
    'href="vbscript:x"',
    'policy: script-src-attr inline',
  ])
    expect(
      found.filter((one) => one.includes(part)),
      part,
    ).not.toEqual([]);
  expect(found).not.toContain('ran: alert');
  await context.close();
});

test('no page of the client may run what is written in it', async ({ room, stranger }) => {
  const { context } = await stranger();
  const paths = ['/', '/sign-in', '/new', '/invite/x', '/workspaces', '/no/such', room.path(room.general)];
  for (const path of paths) {
    const response = await context.request.get(path, { headers: { accept: 'text/html' } });
    const policy = response.headers()['content-security-policy'] ?? '';
    const sources = new Map(
      policy.split(';').map((one) => {
        const [name = '', ...rest] = one.trim().split(/\s+/);
        return [name, rest.join(' ')];
      }),
    );
    expect(sources.get('default-src'), path).toBe("'none'");
    expect(sources.get('script-src'), path).toBe("'self'");
    expect(sources.get('style-src'), path).toBe("'self'");
    expect(sources.get('object-src'), path).toBe("'none'");
    expect(sources.get('base-uri'), path).toBe("'none'");
    expect(sources.get('frame-ancestors'), path).toBe("'none'");
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  }
});

test('the words of messages stay words: posted, edited, said as /me, by a bot, and as no mrkdwn', async ({
  room,
  look,
}) => {
  const mallory = await room.join('Mallory Writer');
  const place = await room.channel('words', [mallory]);
  const bot = await makeBot(room.workspace);
  await room.call(room.owner, 'conversations.invite', { channel: place.id, users: [bot.userId as UserId] });
  const page = await look(room.owner, place.id, watching);
  await expect(log(page)).toBeVisible();
  const say = (text: string, rest: Partial<Arguments<'chat.postMessage'>> = {}) =>
    tsOf(room.call(mallory, 'chat.postMessage', { channel: place.id, text, ...rest }));
  const sent = [
    ...(await inLanes(hostileWords, (words) => say(words))),
    ...(await inLanes(many, (words) => say(words, { mrkdwn: false }))),
    ...(await inLanes(many, async (words) => {
      const ts = await say('before');
      await room.call(mallory, 'chat.update', { channel: place.id, ts: ts, text: words });
      return ts;
    })),
    ...(await inLanes(many, (text) =>
      tsOf(room.call(mallory, 'chat.meMessage', { channel: place.id, text })),
    )),
    ...(await inLanes(many, (words) =>
      tsOf(
        room.call({ ...mallory, token: bot.token }, 'chat.postMessage', {
          channel: place.id,
          text: words,
          username: words.slice(0, 80),
          icon_url: words,
        }),
      ),
    )),
    ...(await inLanes(many, (words) =>
      tsOf(
        room.call({ ...mallory, token: bot.token }, 'chat.postMessage', {
          channel: place.id,
          text: words,
          icon_emoji: words.slice(0, 100),
        }),
      ),
    )),
  ];
  await drawAll(page, sent);
  expect(await harmIn(page)).toEqual([]);
});

test('the words of blocks and attachments stay words', async ({ room, look }) => {
  const mallory = await room.join('Mallory Writer');
  const place = await room.channel('blocks', [mallory]);
  const page = await look(room.owner, place.id, watching);
  await expect(log(page)).toBeVisible();
  const say = (rest: Partial<Arguments<'chat.postMessage'>>) =>
    tsOf(room.call(mallory, 'chat.postMessage', { channel: place.id, ...rest }));
  const sent = [
    ...(await inLanes(many, (text) =>
      say({
        blocks: JSON.stringify([
          { type: 'header', text: { type: 'plain_text', text } },
          { type: 'section', text: { type: 'mrkdwn', text }, fields: [{ type: 'plain_text', text }] },
          { type: 'context', elements: [{ type: 'mrkdwn', text }] },
        ]),
      }),
    )),
    ...(await inLanes(many, (text) =>
      say({ attachments: JSON.stringify([{ pretext: text, title: text, text, fallback: text }]) }),
    )),
    ...(await inLanes(many, (fallback) => say({ attachments: JSON.stringify([{ fallback }]) }))),
    ...(await inLanes(many, (text) => say({ attachments: JSON.stringify([everyField(text)]) }))),
    ...(await inLanes(many, (text) =>
      say({ text: 'more blocks', blocks: JSON.stringify(moreBlocks(text)) }),
    )),
  ];
  await drawAll(page, sent);
  expect(await harmIn(page)).toEqual([]);
});

/** Each field of an attachment that is drawn. Addresses are tried as they are: one that is none is no link. */
const everyField = (text: string): Record<string, unknown> => ({
  fallback: text,
  color: text.slice(0, 20),
  author_name: text,
  author_subname: text,
  author_link: text,
  title: text,
  title_link: text,
  text,
  fields: [{ title: text, value: text, short: true }],
  footer: text,
  callback_id: 'c',
  actions: [{ type: 'button', name: 'a', text, value: text, url: text }],
});
const moreBlocks = (text: string): readonly Record<string, unknown>[] => {
  const plain = { type: 'plain_text', text: text.slice(0, 70) };
  const options = [{ text: plain, value: 'v', description: plain }];
  return [
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] },
        { type: 'rich_text_quote', elements: [{ type: 'text', text }] },
      ],
    },
    { type: 'table', rows: [[{ type: 'raw_text', text }]] },
    {
      type: 'actions',
      elements: [
        { type: 'button', text: plain, action_id: 'b' },
        { type: 'static_select', placeholder: plain, options, initial_option: options[0], action_id: 's' },
        { type: 'overflow', options, action_id: 'o' },
      ],
    },
    {
      type: 'input',
      label: plain,
      hint: plain,
      element: { type: 'plain_text_input', action_id: 'p', initial_value: text, placeholder: plain },
    },
    { type: 'section', text: plain, accessory: { type: 'checkboxes', options, action_id: 'c' } },
  ];
};

test('the words of replies and of what one alone is shown stay words', async ({ room, look }) => {
  const mallory = await room.join('Mallory Writer');
  const place = await room.channel('thread', [mallory]);
  const threadTs = await room.post(room.owner, place.id, 'a parent');
  const page = await look(room.owner, room.path(place.id, `/t/${threadTs}`), watching);
  const pane = page.getByRole('complementary', { name: 'Thread' });
  await expect(pane.getByRole('textbox', { name: 'Reply' })).toBeVisible();
  const user = room.owner.userId as UserId;
  const channel = place.id;
  const replies = await inLanes(many, (text) =>
    tsOf(room.call(mallory, 'chat.postMessage', { channel, text, thread_ts: threadTs })),
  );
  const shown = await inLanes(many, async (text) => {
    const args = { channel, user, text, thread_ts: threadTs };
    return (await room.call(mallory, 'chat.postEphemeral', args)).message_ts;
  });
  await drawAll(page, [...replies, ...shown], pane.getByRole('log'));
  const inChannel = await inLanes(
    many,
    async (text) => (await room.call(mallory, 'chat.postEphemeral', { channel, user, text })).message_ts,
  );
  await drawAll(page, inChannel);
  expect(await harmIn(page)).toEqual([]);
});

test('what a reminder says stays words', async ({ room, look }) => {
  const page = await look(room.owner, room.general, watching);
  await inLanes(names, (text, index) =>
    room.call(room.owner, 'reminders.add', { text: numbered(text, index), time: '1' }),
  );
  await navigation(page)
    .getByRole('link', { name: /^Slackbot/ })
    .click();
  await expect(composer(page)).toHaveAccessibleName(/Slackbot/);
  const channel = new URL(page.url()).pathname.split('/').at(-1) as ChannelId;
  const told = async (): Promise<string[]> => {
    const { messages } = await room.call(room.owner, 'conversations.history', { channel, limit: 200 });
    return messages.map(({ ts }) => ts);
  };
  await expect
    .poll(async () => (await told()).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(names.length);
  await drawAll(page, await told());
  expect(await harmIn(page)).toEqual([]);
});

test('names, titles and statuses stay words, wherever a person is drawn', async ({
  room,
  look,
  stranger,
}) => {
  const mallory = await room.join('Mallory Writer');
  const place = await room.channel('people', [mallory]);
  const ts = await room.post(mallory, place.id, 'by her');
  await room.post(mallory, place.id, 'a reply', ts);
  await room.call(mallory, 'reactions.add', { channel: place.id, timestamp: ts, name: 'eyes' });
  const { channel: direct } = await room.call(room.owner, 'conversations.open', {
    users: [mallory.userId as UserId],
  });
  await room.call(mallory, 'chat.postMessage', { channel: direct.id, text: 'to her' });

  const inChannel = await look(room.owner, room.path(place.id, '/members'), watching);
  const members = inChannel.getByRole('complementary');
  await members.getByRole('button').filter({ hasText: 'Mallory' }).first().click();
  const card = inChannel.locator(':popover-open');
  await expect(card).toBeVisible();
  const inDirect = await look(room.owner, direct.id, watching);
  const inSettings = await look(room.owner, `/w/${room.workspace.teamId}/settings/people`, watching);
  const inDirectory = await look(room.owner, `/w/${room.workspace.teamId}/settings/directory`, watching);
  const jumping = await look(room.owner, place.id, watching);
  await expect(composer(jumping)).toBeFocused();
  const { context, page: theirs } = await stranger(watching);
  await signIn(context, room.url, mallory);
  await theirs.goto(room.path(place.id));
  await expect(composer(theirs)).toBeVisible();

  const all = [inChannel, inDirect, inSettings, inDirectory, jumping];
  const reaction = jumping.getByRole('button', { name: /^eyes, 1/ });
  const shows = (page: Page, words: string) =>
    page.waitForFunction((part) => document.body.textContent.includes(part), words);
  for (const [index, words] of names.entries()) {
    const text = numbered(words, index);
    await room.call(mallory, 'users.profile.set', {
      profile: { display_name: text, real_name: text, title: text, status_text: text, pronouns: text },
    });
    await Promise.all(all.map((page) => shows(page, ` ${index}~`)));
    await expect(card).toContainText(` ${index}~`);
    await expect(inDirect).toHaveTitle(new RegExp(` ${index}~`));
    // What is drawn when it is asked for: the switcher, the suggestions, who reacted, who types.
    if (index % 3 === 0) {
      await jumping.keyboard.press('Control+k');
      await expect(
        jumping
          .getByRole('option')
          .filter({ hasText: `${index}~` })
          .first(),
      ).toBeVisible();
      await jumping.keyboard.press('Escape');
      await composer(jumping).fill('@');
      await expect(
        jumping
          .getByRole('option')
          .filter({ hasText: `${index}~` })
          .first(),
      ).toBeVisible();
      await composer(jumping).fill('');
      await composer(theirs).pressSequentially('x');
      await expect(jumping.locator('main')).toContainText(new RegExp(`${index}~ ?is typing`));
      await reaction.hover();
      const who = jumping.locator('[popover]').filter({ hasText: 'with :eyes:' });
      await expect(who).toContainText(`${index}~`);
      await jumping.mouse.move(5, 5);
    }
  }
  for (const page of all) expect(await harmIn(page)).toEqual([]);
});

test('topics, purposes, bookmarks, names of channels, and what is pinned, saved or meant for one stay words', async ({
  room,
  look,
}) => {
  const mallory = await room.join('Mallory Writer');
  const place = await room.channel('about', [mallory]);
  const page = await look(room.owner, place.id, watching);
  await expect(composer(page)).toBeVisible();
  const channel = place.id;
  for (const [index, words] of names.entries()) {
    const text = numbered(words, index);
    await room.call(mallory, 'conversations.setPurpose', { channel, purpose: text });
    await room.call(mallory, 'conversations.setTopic', { channel, topic: text });
    const bookmark = { channel_id: channel, title: text, type: 'link' };
    await attempt(room, 'bookmarks.add', { ...bookmark, link: words });
    await attempt(room, 'bookmarks.add', { ...bookmark, link: 'https://example.com' });
    await attempt(room, 'conversations.rename', { channel, name: text });
    await attempt(room, 'conversations.create', { name: text });
    await expect(page.locator('main header')).toContainText(`${index}~`);
    const timestamp = await room.post(mallory, channel, `<@${room.owner.userId}> ${text}`);
    await room.call(room.owner, 'pins.add', { channel, timestamp });
    await room.call(room.owner, 'stars.add', { channel, timestamp });
  }
  await page.reload();
  await expect(composer(page)).toBeVisible();
  await page.getByRole('button', { name: 'More about this channel' }).click();
  expect(await harmIn(page)).toEqual([]);
  for (const path of [
    room.path(channel, '/pins'),
    ...['activity', 'saved'].map((own) => room.path(own as ChannelId)),
  ]) {
    await page.goto(path);
    const missing = async (): Promise<number[]> => {
      const words = await page.locator('body').innerText();
      // Fifty are the most that Activity shows.
      return [...names.keys()].slice(-50).filter((index) => !words.includes(`${index}~`));
    };
    await expect.poll(missing).toEqual([]);
    expect(await harmIn(page)).toEqual([]);
  }
});

test('names of emoji, user groups, bots and tokens stay words', async ({ room, look }) => {
  const settings = `/w/${room.workspace.teamId}/settings`;
  const ts = await room.post(room.owner, room.general, 'to react to');
  await inLanes(names, async (words, index) => {
    const text = numbered(words, index);
    await attempt(room, 'admin.emoji.addAlias', { name: words, alias_for: 'tada' });
    await attempt(room, 'reactions.add', { channel: room.general, timestamp: ts, name: words });
    await attempt(room, 'usergroups.create', { name: text, handle: words });
    await attempt(room, 'bots.create', { name: text });
    await attempt(room, 'tokens.create', { kind: 'user', name: text, scopes: ['channels:read'] });
    await room.post(room.owner, room.general, `:${words}: <!subteam^S0123456789A|${words}>`);
  });
  const page = await look(room.owner, `${settings}/access`, watching);
  await expect(page.getByText(`${names.length - 1}~`).first()).toBeVisible();
  const bots = await look(room.owner, `${settings}/bots`, watching);
  await expect(bots.getByText(`${names.length - 1}~`).first()).toBeVisible();
  await bots.getByRole('button', { name: 'Tokens' }).first().click();
  const inRoom = await look(room.owner, room.general, watching);
  const { messages } = await room.call(room.owner, 'conversations.history', {
    channel: room.general,
    limit: 90,
  });
  await drawAll(
    inRoom,
    messages.filter(({ subtype }) => subtype === undefined).map((one) => one.ts),
  );
  for (const one of [page, bots, inRoom]) expect(await harmIn(one)).toEqual([]);
});

test('names and descriptions of user groups stay words on their page, in mentions and in what is suggested', async ({
  room,
  look,
}) => {
  const groups = await inLanes(names, async (words, index) => {
    const text = numbered(words, index);
    const { usergroup } = await room.call(room.owner, 'usergroups.create', {
      name: text,
      handle: unique('g'),
      description: text,
    });
    return usergroup;
  });
  const page = await look(room.owner, `/w/${room.workspace.teamId}/settings/groups`, watching);
  const missing = async (): Promise<number[]> => {
    const words = await page.locator('main').innerText();
    return [...names.keys()].filter((index) => !words.includes(` ${index}~`));
  };
  await expect.poll(missing).toEqual([]);
  const ts = await room.post(room.owner, room.general, groups.map(({ id }) => `<!subteam^${id}>`).join(' '));
  const inRoom = await look(room.owner, room.general, watching);
  await drawAll(inRoom, [ts]);
  await composer(inRoom).fill('@g');
  await expect(inRoom.getByRole('listbox')).toBeVisible();
  for (const one of [page, inRoom]) expect(await harmIn(one)).toEqual([]);
});

test('followed threads and what is scheduled stay words', async ({ room, look }) => {
  const mallory = await room.join('Mallory Writer');
  const place = await room.channel('followed', [mallory]);
  const channel = place.id;
  const soon = Math.floor(Date.now() / 1_000) + 3_600;
  await inLanes(names, async (words, index) => {
    // A wave at its end would strike it through with one before it.
    const text = `${words} n${index}n`;
    const ts = await room.post(mallory, channel, text);
    await room.call(room.owner, 'threads.follow', { channel, thread_ts: ts });
    await room.post(mallory, channel, text, ts);
    await room.call(room.owner, 'chat.scheduleMessage', { channel, text, post_at: soon + index * 300 });
  });
  for (const own of ['threads', 'scheduled']) {
    const page = await look(room.owner, room.path(own as ChannelId), watching);
    const more = page.getByRole('button', { name: 'Show more' });
    const missing = async (): Promise<number[]> => {
      if (await more.isVisible()) await more.click();
      const words = await page.locator('main').innerText();
      return [...names.keys()].filter((index) => !words.includes(`n${index}n`));
    };
    await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
    expect(await harmIn(page)).toEqual([]);
  }
});

test('names of workspaces and of who invites stay words', async ({ room, house, browser, witness }) => {
  const { accountToken, owner } = room.workspace;
  const password = 'a sentence works well';
  const account = <Name extends MethodName>(method: Name, args: Arguments<Name>) =>
    room.call({ ...owner, token: accountToken }, method, args);
  await account('account.setPassword', { password });
  const invited = await inLanes(names, async (words, index) => {
    const text = numbered(words, index);
    const made = await account('workspaces.create', { name: text, real_name: text });
    const maker = { ...owner, token: made.token };
    const { secret } = await room.call(maker, 'invitations.create', { role: 'member' });
    return { secret, team: made.team.id, mark: new RegExp(` ${index}~`) };
  });
  const { context, page } = await visit(browser, house.url, witness, watching);
  const found: string[] = [];
  for (const { secret, mark } of invited) {
    await page.goto(`/invite/${secret}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(mark);
    found.push(...(await harmIn(page)));
  }
  await signInByPassword(context, house.url, { email: owner.email, password });
  await page.goto('/workspaces');
  for (const { mark } of invited) await expect(page.getByRole('link', { name: mark })).toBeVisible();
  found.push(...(await harmIn(page)));
  for (const { team, mark } of invited.filter((_, index) => index % 9 === 0)) {
    await page.goto(`/w/${team}`);
    await expect(navigation(page)).toContainText(mark);
    found.push(...(await harmIn(page)));
  }
  expect(found).toEqual([]);
  await context.close();
});

/** What the server may refuse: then nobody ever sees it. */
async function attempt<Name extends MethodName>(
  room: Room,
  method: Name,
  args: Arguments<Name>,
): Promise<void> {
  const answer = await call(room.url, method, room.owner.token, args);
  if (!answer.ok) expect(answer.error).not.toBe('internal_error');
}
