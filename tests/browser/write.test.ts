import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { channelLink, composer, drawn, hold, log, message, navigation } from './support/parts.ts';
import { Wire } from './support/wire.ts';

const options = (page: Page) => page.getByRole('listbox').getByRole('option');
const write = async (page: Page, text: string): Promise<void> => {
  await composer(page).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

test('25 what is written is there in less than 50 ms, before the server has it', async ({ room, look }) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  await page.waitForLoadState('networkidle');
  wire.isDeaf = true;
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    let pressed = 0;
    document.addEventListener('keydown', ({ key }) => key === 'Enter' && (pressed = performance.now()), true);
    new MutationObserver(() => {
      const shown = [...document.querySelectorAll('[role="log"] p')].at(-1)?.textContent ?? '';
      if (shown === `quick ${times.length + 1}`) times.push(performance.now() - pressed);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  for (const number of [1, 2, 3]) {
    await write(page, `quick ${number}`);
    await expect(log(page).getByText(`quick ${number}`)).toBeVisible();
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  expect(times).toHaveLength(3);
  expect(Math.min(...times)).toBeLessThan(50);
});

test('25 when the server has it the row stays: focus, selection and words in it, and they fade in 120 ms', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  await page.waitForLoadState('networkidle');
  wire.isDeaf = true;
  await write(page, 'on its way');
  const row = log(page).locator('[data-row]').filter({ hasText: 'on its way' });
  await expect(row).toHaveAttribute('data-pending');
  await log(page).focus();
  await page.keyboard.press('ArrowUp');
  await expect(row).toBeFocused();
  const held = await row.evaluateHandle((element) => {
    const fades: number[] = [];
    element.addEventListener('transitionrun', ({ target }) => {
      if (!(target instanceof Element)) return;
      for (const { effect } of target.getAnimations()) fades.push(Number(effect?.getTiming().duration));
    });
    getSelection()?.selectAllChildren([...element.querySelectorAll('p')].at(-1) ?? element);
    return { element, fades };
  });
  wire.isDeaf = false;
  await wire.cut();
  await expect(message(log(page), 'on its way')).toBeVisible();
  await expect(row).not.toHaveAttribute('data-pending');
  expect(await held.evaluate(({ element }) => element.isConnected)).toBe(true);
  await expect(row).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('on its way');
  await expect.poll(() => held.evaluate(({ fades }) => fades)).toContain(120);
  // It is a message like all others now.
  await expect(row.getByRole('toolbar', { name: 'Message actions' })).toBeVisible();
});

test('26 what could not be sent offers Retry and Delete, and its words are never lost', async ({
  room,
  look,
}) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  wire.answer = ({ type, id }) =>
    type === 'message' ? { type: 'error', id, error: 'restricted_action' } : undefined;
  await write(page, 'words of weight');
  await write(page, 'words of none');
  const failed = (text: string) => log(page).locator('[data-row]').filter({ hasText: text });
  await expect(failed('words of weight')).toContainText('Not sent.');
  await expect(channelLink(page, 'general')).toBeVisible();
  // The database opens after the first frames: what is written before that is this page's alone.
  await expect.poll(() => page.evaluate(countUnsent)).toBe(2);
  await page.reload();
  await expect(failed('words of weight')).toContainText('Not sent.');
  await failed('words of none').getByRole('button', { name: 'Delete' }).click();
  await expect(failed('words of none')).toHaveCount(0);
  wire.answer = () => undefined;
  await failed('words of weight').getByRole('button', { name: 'Retry' }).click();
  await expect(message(log(page), 'words of weight')).toBeVisible();
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
  expect(messages.map(({ text }) => text)).toContain('words of weight');
});

test('27 what is sent again because no answer came is there once', async ({ room, look }) => {
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(room.general));
  await expect(composer(page)).toBeFocused();
  wire.isMute = true;
  await write(page, 'once and no more');
  const count = async () => {
    const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
    return messages.filter(({ text }) => text === 'once and no more').length;
  };
  await expect.poll(count).toBe(1);
  await wire.cut();
  wire.isMute = false;
  await write(page, 'and one behind it');
  await expect(message(log(page), 'and one behind it')).toBeVisible();
  await expect(message(log(page), 'once and no more')).toHaveCount(1);
  expect(await count()).toBe(1);
});

test('28 drafts are kept per channel and thread, and survive a reload', async ({ room, look }) => {
  const place = await room.channel('drafts');
  const ts = await room.post(room.owner, place.id, 'a parent');
  const page = await look(room.owner, room.general);
  await composer(page).fill('for general');
  await channelLink(page, place.name).click();
  await expect(composer(page)).toHaveAccessibleName(new RegExp(place.name));
  await expect(composer(page)).toHaveValue('');
  await composer(page).fill('for drafts');
  await expect(channelLink(page, 'general')).toContainText('draft');
  await page.goto(room.path(place.id, `/t/${ts}`));
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.fill('for the thread');
  await page.reload();
  await expect(reply).toHaveValue('for the thread');
  await expect(composer(page)).toHaveValue('for drafts');
  await channelLink(page, 'general').click();
  await expect(composer(page)).toHaveValue('for general');
});

test('29 ↑ in an empty box edits the last message, and Esc leaves it as it was', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await write(page, 'with a tpyo');
  await expect(message(log(page), 'with a tpyo')).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Edit the message' });
  await page.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await box.fill('without one');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('without one')).toBeVisible();
  await expect(log(page).getByText('with a tpyo')).toHaveCount(0);
});

test('29 ↑ brings the last own message into sight where others have written much since', async ({
  room,
  look,
}) => {
  const writer = await room.join('Wanda Writer');
  await room.post(room.owner, room.general, 'long since');
  await room.postMany(writer, room.general, 45, (index) => `since then ${index}`);
  const page = await look(room.owner, room.general);
  await page.keyboard.press('Escape');
  await composer(page).focus();
  await log(page).evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(message(log(page), 'since then 45')).toBeInViewport();
  await expect(message(log(page), 'long since')).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  const box = page.getByRole('textbox', { name: 'Edit the message' });
  await expect(box).toBeFocused();
  await expect(box).toBeInViewport({ ratio: 1 });
  await expect(box).toHaveValue('long since');
});

test('29 ↑ opens nothing once it is too late to edit', async ({ room, look }) => {
  const rule = (minutes: number) =>
    room.call(room.owner, 'workspaces.setRules', { msg_edit_window_mins: minutes });
  await rule(0);
  const page = await look(room.owner, room.general);
  await write(page, 'for ever so');
  const box = page.getByRole('textbox', { name: 'Edit the message' });
  // The tab asks for the workspace's rules by itself, and asks again when they change.
  const opened = async () => {
    await page.keyboard.press('ArrowUp');
    await drawn(page);
    await drawn(page);
    const boxes = await box.count();
    if (boxes > 0) await page.keyboard.press('Escape');
    return boxes;
  };
  await expect.poll(opened).toBe(0);
  await expect(composer(page)).toBeFocused();
  await rule(5);
  await expect.poll(opened).toBe(1);
});

test('29 what was edited and could not be saved is in the field again', async ({ room, look }) => {
  await room.post(room.owner, room.general, 'as it was');
  const page = await look(room.owner, room.general);
  await expect(composer(page)).toBeFocused();
  await expect(message(log(page), 'as it was')).toBeVisible();
  let isAway = true;
  await page.route('**/api/chat.update', (route) => (isAway ? route.abort() : route.continue()));
  await page.keyboard.press('ArrowUp');
  const field = page.getByRole('textbox', { name: 'Edit the message' });
  await expect(field).toHaveValue('as it was');
  await field.fill('words of some weight');
  await field.press('Enter');
  await expect(page.getByText('The server did not answer. Try again.')).toBeVisible();
  await expect(field).toHaveValue('words of some weight');
  await expect(field).toBeFocused();
  isAway = false;
  await field.press('Enter');
  await expect(log(page).getByRole('article')).toContainText('words of some weight edited');
  await expect(field).toHaveCount(0);
});

test('30 Shift-Enter begins a line, Enter sends both', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await composer(page).click();
  await page.keyboard.type('first');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second');
  await expect(composer(page)).toHaveValue('first\nsecond');
  await page.keyboard.press('Enter');
  const row = message(log(page), 'second');
  await expect(row.getByText('first', { exact: true })).toBeVisible();
  await expect(composer(page)).toHaveValue('');
});

test('30 an Enter that takes a word of an input method does not send', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await composer(page).fill('にほん');
  await composer(page).dispatchEvent('keydown', {
    key: 'Enter',
    isComposing: true,
    bubbles: true,
    cancelable: true,
  });
  await drawn(page);
  await expect(composer(page)).toHaveValue('にほん');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('にほん')).toBeVisible();
});

test('31 @ offers people, those of the channel first, and sends a mention', async ({ room, look }) => {
  await room.join('Anna Outside');
  const inside = await room.join('Anna Within');
  const place = await room.channel('names', [inside]);
  const page = await look(room.owner, place.id);
  await composer(page).click();
  await page.keyboard.type('Ask @anna');
  await expect(options(page)).toHaveCount(2);
  await expect(options(page).first()).toContainText('Anna Within');
  await expect(options(page).last()).toContainText('Anna Outside');
  await expect(options(page).last()).toContainText('not in this channel');
  await page.keyboard.press('Tab');
  await page.keyboard.type('please');
  await page.keyboard.press('Enter');
  await expect(
    log(page)
      .getByRole('button', { name: /@Anna Within/ })
      .last(),
  ).toBeVisible();
  await expect
    .poll(async () => {
      const { messages } = await room.call(room.owner, 'conversations.history', { channel: place.id });
      return messages[0]?.text;
    })
    .toBe(`Ask <@${inside.userId}> please`);
});

test('31 @ offers user groups by handle and name, and calls the people in one', async ({ room, look }) => {
  const { usergroup } = await room.call(room.owner, 'usergroups.create', {
    name: 'Harbour crew',
    handle: 'crew',
  });
  await room.call(room.owner, 'usergroups.create', { name: 'Crew of old', handle: 'old' });
  const { usergroups } = await room.call(room.owner, 'usergroups.list', {});
  const old = usergroups.find(({ handle }) => handle === 'old');
  await room.call(room.owner, 'usergroups.disable', { usergroup: old?.id ?? '' });
  const place = await room.channel('calling');
  const page = await look(room.owner, place.id);
  await composer(page).click();
  await page.keyboard.type('Ask @cre');
  await expect(options(page)).toHaveText([/@crewHarbour crew/]);
  await page.keyboard.press('Tab');
  await page.keyboard.type('please');
  await page.keyboard.press('Enter');
  await expect(message(log(page), 'Ask @crew please')).toBeVisible();
  await expect
    .poll(async () => {
      const { messages } = await room.call(room.owner, 'conversations.history', { channel: place.id });
      return messages[0]?.text;
    })
    .toBe(`Ask <!subteam^${usergroup.id}> please`);
});

test('32 # offers channels and sends a link to one', async ({ room, look }) => {
  const place = await room.channel('harbour');
  const page = await look(room.owner, room.general);
  await composer(page).click();
  await page.keyboard.type('See #harb');
  await expect(options(page)).toHaveText([new RegExp(place.name)]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await log(page)
    .getByRole('link', { name: `#${place.name}` })
    .click();
  await expect(page).toHaveURL(new RegExp(place.id));
});

test('33 : offers emoji and sends one', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await composer(page).click();
  await page.keyboard.type('Done :tada');
  await expect(options(page).first()).toContainText(':tada:');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('🎉')).toBeVisible();
  await composer(page).fill('and 12:30 is no emoji');
  await page.keyboard.press('Enter');
  await expect(message(log(page), 'and 12:30 is no emoji')).toBeVisible();
});

test('34 / offers commands, runs one, and says nothing aloud', async ({ room, look }) => {
  const place = await room.channel('commands');
  const page = await look(room.owner, place.id);
  await composer(page).click();
  await page.keyboard.type('/');
  await expect(options(page).filter({ hasText: '/mute' })).toHaveCount(1);
  await page.keyboard.type('mut');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(channelLink(page, place.name)).toContainText('muted');
  await expect(composer(page)).toHaveValue('');
  await page.keyboard.type('/nonsense');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no command /nonsense.')).toBeVisible();
  await expect(composer(page)).toHaveValue('/nonsense');
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: place.id });
  expect(messages.filter(({ subtype }) => subtype === undefined)).toEqual([]);
});

test('34 /topic and /me do what they say, and the other sees it', async ({ room, look }) => {
  const other = await room.join('Olga Other');
  const place = await room.channel('commands', [other]);
  const page = await look(room.owner, place.id);
  const theirs = await look(other, place.id);
  for (const command of ['/topic Bread & butter', '/me waves']) {
    await composer(page).fill(command);
    await page.keyboard.press('Enter');
    await expect(composer(page)).toHaveValue('');
  }
  await expect(log(theirs).getByText('waves')).toBeVisible();
  await expect(log(theirs).getByText(/set the channel topic/)).toContainText('Bread & butter');
  await expect(theirs.locator('header').filter({ hasText: place.name })).toContainText('Bread & butter');
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: place.id });
  expect(messages.filter(({ subtype }) => subtype === 'me_message').map(({ text }) => text)).toEqual([
    'waves',
  ]);
});

test('34 /invite brings in who is named, and says in words why it does not', async ({ room, look }) => {
  const nora = await room.join('Nora Next');
  const otto = await room.join('Otto Other');
  const place = await room.channel('inviting');
  const page = await look(room.owner, place.id);
  const members = async (): Promise<string[]> => {
    const { members: ids } = await room.call(room.owner, 'conversations.members', { channel: place.id });
    return ids.toSorted();
  };
  const said = (text: string) => page.getByRole('status').getByText(text);
  const owner = room.owner.userId;
  await expect(page.getByRole('button', { name: /^1\b.*member/ })).toBeVisible();
  // By a name that is picked from the list, as one would.
  await composer(page).click();
  await page.keyboard.type('/invite @nor');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(said('They are in.')).toBeVisible();
  await expect(composer(page)).toHaveValue('');
  expect(await members()).toEqual([owner, nora.userId].toSorted());
  await expect(log(page).getByText('was added by')).toContainText('Nora Next');

  for (const [command, why] of [
    ['/invite', 'Name who: /invite @name'],
    ['/invite nobody by name', 'Name who: /invite @name'],
    ['/invite @Nora Next', 'They are in it already.'],
    ['/invite @Olive Owner', 'You are in it already.'],
  ] as const) {
    await composer(page).fill(command);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(said(why)).toBeVisible();
    // The words wait for whoever wants to put them right.
    await expect(composer(page)).toHaveValue(command);
  }
  await composer(page).fill('/invite @Otto Other');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toHaveValue('');
  await expect.poll(members).toEqual([owner, nora.userId, otto.userId].toSorted());
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: place.id });
  expect(messages.filter(({ subtype }) => subtype === undefined)).toEqual([]);
});

test('35 shortcuts put marks around what is selected', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  for (const [keys, value] of [
    ['Control+b', '*words*'],
    ['Control+i', '_words_'],
    ['Control+e', '`words`'],
    ['Control+Shift+x', '~words~'],
    ['Control+Shift+8', '• words'],
    ['Control+Shift+9', '> words'],
  ] as const) {
    await composer(page).fill('words');
    await page.keyboard.press('Control+a');
    await page.keyboard.press(keys);
    await expect(composer(page)).toHaveValue(value);
  }
  await page.keyboard.press('Enter');
  await expect(log(page).getByRole('blockquote')).toHaveText('words');
});

test('36 an address pasted on selected words makes them a link', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  await composer(page).fill('the plan');
  await page.keyboard.press('Control+a');
  await composer(page).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://example.com/plan');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(composer(page)).toHaveValue('[the plan](https://example.com/plan)');
  await composer(page).press('Enter');
  await expect(log(page).getByRole('link', { name: 'the plan' })).toHaveAttribute(
    'href',
    'https://example.com/plan',
  );
});

test('38 a call to many people asks first', async ({ room, look }) => {
  const people = await Promise.all(Array.from({ length: 8 }, (_, index) => room.join(`Person ${index}`)));
  const place = await room.channel('crowd', people);
  const page = await look(room.owner, place.id);
  await expect(page.getByRole('button', { name: /^9\b.*members/ })).toBeVisible();
  await composer(page).fill('Lunch, @channel');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Call 9 people?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await expect(composer(page)).toHaveValue('Lunch, @channel');
  await composer(page).press('Enter');
  await dialog.getByRole('button', { name: 'Send it' }).click();
  await expect(message(log(page), 'Lunch, @channel')).toBeVisible();
});

test('38 a call asks before it is known how many it reaches, and before it is to wait for its time', async ({
  room,
  look,
}) => {
  const people = await Promise.all(Array.from({ length: 8 }, (_, index) => room.join(`Person ${index}`)));
  const place = await room.channel('crowd', people);
  const texts = async (): Promise<string[]> => {
    const { messages } = await room.call(room.owner, 'conversations.history', { channel: place.id });
    return messages.filter(({ subtype }) => subtype === undefined).map(({ text }) => text);
  };
  const scheduled = async (): Promise<string[]> => {
    const list = await room.call(room.owner, 'chat.scheduledMessages.list', { channel: place.id });
    return list.scheduled_messages.map(({ text }) => text ?? '');
  };
  const page = await look(room.owner, '/sign-in');
  const held = [await hold(page, 'conversations.info'), await hold(page, 'conversations.members')];
  await page.goto(room.path(place.id));
  await composer(page).fill('Lunch, @channel');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Call everybody in the channel?' })).toBeVisible();
  await expect(composer(page)).toHaveValue('Lunch, @channel');
  for (const { release } of held) release();
  const dialog = page.getByRole('dialog', { name: 'Call 9 people?' });
  await dialog.getByRole('button', { name: 'Change it' }).click();

  const inAnHour = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('menuitem', { name: 'In an hour' }).click();
  };
  await inAnHour();
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await expect(dialog).toBeHidden();
  await expect(composer(page)).toHaveValue('Lunch, @channel');
  expect([await texts(), await scheduled()]).toEqual([[], []]);
  await inAnHour();
  await dialog.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByRole('status').getByText(/^It goes out/)).toBeVisible();
  await expect(composer(page)).toHaveValue('');
  expect([await texts(), await scheduled()]).toEqual([[], ['Lunch, <!channel>']]);
});

test('what is too long for a message is not sent, and it is said why', async ({ room, look }) => {
  const page = await look(room.owner, room.general);
  const button = page.getByRole('button', { name: 'Send', exact: true });
  await composer(page).fill('x'.repeat(40_001));
  await expect(page.getByRole('alert').getByText('1 character too many')).toBeVisible();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await composer(page).press('Enter');
  await button.click({ force: true });
  await expect(composer(page)).toHaveValue('x'.repeat(40_001));
  // Each is five characters by the time it is a message.
  const signs = '&'.repeat(8_001);
  await composer(page).fill(signs);
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await button.click();
  await expect(page.getByRole('status').getByText(/^Too long: at most 40,000 characters/)).toBeVisible();
  await expect(composer(page)).toHaveValue(signs);
  await composer(page).fill(signs.slice(1));
  await button.click();
  await expect(composer(page)).toHaveValue('');
  const count = async (): Promise<number[]> => {
    const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
    return messages.filter(({ subtype }) => subtype === undefined).map(({ text }) => text.length);
  };
  await expect.poll(count).toEqual([40_000]);
});

test('a guest is offered nobody to bring in and no channel to make', async ({ room, look }) => {
  const guest = await room.join('Gus Guest', { role: 'guest', channelIds: [room.general] });
  for (const [person, count] of [
    [room.owner, 1],
    [guest, 0],
  ] as const) {
    const page = await look(person, room.general);
    await expect(page.getByText('Name your workspace')).toHaveCount(count);
    await expect(
      page.locator('main').getByRole('button', { name: /^(Invite people|New channel)$/ }),
    ).toHaveCount(2 * count);
    await expect(navigation(page).getByRole('button', { name: 'Invite people' })).toHaveCount(count);
  }
});

test('40 an edited message says so, to everybody', async ({ room, look }) => {
  const reader = await room.join('Rita Reader');
  const ts = await room.post(room.owner, room.general, 'before');
  const [page, other] = [await look(room.owner, room.general), await look(reader, room.general)];
  await expect(message(log(other), 'before')).toBeVisible();
  const row = message(log(page), 'before');
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit the message' }).fill('after');
  await page.getByRole('button', { name: 'Save' }).click();
  for (const one of [page, other])
    await expect(log(one).getByRole('article').filter({ hasText: 'after' })).toContainText('edited');
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: room.general });
  expect(messages.find((one) => one.ts === ts)?.text).toBe('after');
});

/** Runs in the page: how many unsent messages its database holds. */
async function countUnsent(): Promise<number> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
  const counts = names.map(
    (name) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const database = opening.result;
          const count = database.objectStoreNames.contains('outbox')
            ? database.transaction('outbox').objectStore('outbox').count()
            : undefined;
          if (count === undefined) resolve(0);
          else count.onsuccess = () => resolve(count.result);
          database.close();
        };
      }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
