import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { composer, drawn, hold, log, message } from './support/parts.ts';
import type { Place, Room } from './support/room.ts';
import { Wire } from './support/wire.ts';

const options = (page: Page) => page.getByRole('listbox').getByRole('option');
const said = (page: Page, text: string) => page.getByRole('status').getByText(text);
const write = async (page: Page, text: string): Promise<void> => {
  await composer(page).fill(text);
  await page.keyboard.press('Enter');
};
const waves = async (room: Room, { id }: Place): Promise<string[]> => {
  const { messages } = await room.call(room.owner, 'conversations.history', { channel: id });
  return messages.filter(({ subtype }) => subtype === 'me_message').map(({ text }) => text);
};

test('34 a command that the server is slow with holds up nothing that is written after it', async ({
  room,
  look,
}) => {
  const place = await room.channel('slow');
  const page = await look(room.owner, place.id);
  const topic = await hold(page, 'conversations.setTopic');
  await write(page, '/topic Slowly');
  await topic.asked;
  await write(page, 'said meanwhile');
  await expect(message(log(page), 'said meanwhile')).toBeVisible();
  topic.release();
  await expect(log(page).getByText(/set the channel topic/)).toContainText('Slowly');
  await expect(composer(page)).toHaveValue('');
});

test('34 a /me whose answer is lost is there once, whether it is seen to be there or tried again', async ({
  room,
  look,
}) => {
  const place = await room.channel('lossy');
  const page = await look(room.owner, '/sign-in');
  const wire = await Wire.of(page);
  await page.goto(room.path(place.id));
  await expect(composer(page)).toBeFocused();
  let losses = 0;
  await page.route('**/api/chat.meMessage', async (route) => {
    losses += 1;
    if (losses > 2) return route.continue();
    await route.fetch();
    // The first is seen to be there before its answer is lost.
    if (losses === 1) await log(page).getByText('waves').waitFor();
    return route.abort();
  });
  await write(page, '/me waves');
  await expect(log(page).getByText('waves')).toBeVisible();
  await expect(composer(page)).toHaveValue('');
  // Now it is not seen, either.
  wire.isMute = true;
  await write(page, '/me nods');
  await expect(said(page, 'The server did not answer. Try again.')).toBeVisible();
  await expect(composer(page)).toHaveValue('/me nods');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toHaveValue('');
  await expect.poll(() => losses).toBe(3);
  await expect.poll(() => waves(room, place)).toEqual(['nods', 'waves']);
  // Said anew it is another one.
  await write(page, '/me nods');
  await expect.poll(() => waves(room, place)).toEqual(['nods', 'nods', 'waves']);
});

test('34 in a thread and in the box of an edit no command is offered, and in a thread none is lost', async ({
  room,
  look,
}) => {
  const place = await room.channel('threads');
  const ts = await room.post(room.owner, place.id, 'a parent');
  const page = await look(room.owner, room.path(place.id, `/t/${ts}`));
  const reply = page.getByRole('textbox', { name: 'Reply' });
  const offered = async (text: string): Promise<number> => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await drawn(page);
    await drawn(page);
    return options(page).count();
  };
  await reply.click();
  // What offers is there.
  await expect.poll(() => offered('@oli')).toBe(1);
  expect(await offered('/mu')).toBe(0);
  await reply.fill('/mute');
  await page.keyboard.press('Enter');
  await expect(said(page, 'Commands work in the channel, not in a thread.')).toBeVisible();
  await expect(reply).toHaveValue('/mute');
  await reply.fill('/shrug looks');
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary', { name: 'Thread' });
  await expect(pane.getByText('/shrug looks')).toBeVisible();
  const { messages } = await room.call(room.owner, 'conversations.replies', { channel: place.id, ts });
  expect(messages.map(({ text }) => text)).toEqual(['a parent', '/shrug looks']);

  await composer(page).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Edit the message' })).toBeFocused();
  await expect.poll(() => offered('@oli')).toBe(1);
  expect(await offered('/mu')).toBe(0);
});
