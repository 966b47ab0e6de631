import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHouse } from '../support/house.ts';
import type { RawAnswer } from './ask-raw.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld(await startHouse());
});
afterAll(() => world.house.stop());

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

async function post(
  method: string,
  type: string,
  args: Readonly<Record<string, string>>,
): Promise<RawAnswer> {
  const response = await fetch(`${world.url}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${world.owner.token}` },
    body: type.startsWith(json) ? JSON.stringify(args) : new URLSearchParams(args).toString(),
  });
  return (await response.json()) as RawAnswer;
}

test.each([
  [json, ['missing_charset']],
  [`${json}; charset=utf-8`, undefined],
  [`${json};charset=UTF-8`, undefined],
  [form, undefined],
  [`${form}; charset=utf-8`, ['superfluous_charset']],
])('%s is warned of: %s', async (type, warnings) => {
  const answer = await post('auth.test', type, {});
  expect(answer).toMatchObject({ ok: true, team_id: world.workspace.teamId });
  expect(answer['warning']).toBe(warnings?.join(','));
  expect(answer.response_metadata).toEqual(warnings === undefined ? undefined : { warnings });
});

test('a refusal is warned of as well, beside what it says of arguments', async () => {
  expect(await post('users.info', json, {})).toEqual({
    ok: false,
    error: 'invalid_arguments',
    warning: 'missing_charset',
    response_metadata: {
      messages: ['[ERROR] missing required field: user'],
      warnings: ['missing_charset'],
    },
  });
});

test('blocks without text are warned of, words beside them not, and all warnings come together', async () => {
  const blocks = JSON.stringify([{ type: 'divider' }]);
  const channel = world.general;
  const bare = await post('chat.postMessage', form, { channel, blocks });
  expect(bare).toMatchObject({ ok: true, warning: 'missing_text_in_message' });
  expect(bare.response_metadata).toEqual({ warnings: ['missing_text_in_message'] });
  const both = await post('chat.postMessage', `${form}; charset=utf-8`, { channel, blocks });
  expect(both).toMatchObject({ ok: true, warning: 'missing_text_in_message,superfluous_charset' });
  const worded = await post('chat.postMessage', form, { channel, blocks, text: 'words' });
  expect(worded).not.toHaveProperty('warning');
});

test('so are those that are shown to one person, planned for later, or put in place of others', async () => {
  const blocks = JSON.stringify([{ type: 'divider' }]);
  const channel = world.general;
  const ts = await world.newMessage(channel);
  const calls: [string, Readonly<Record<string, string>>][] = [
    ['chat.postEphemeral', { channel, user: world.member.userId }],
    ['chat.scheduleMessage', { channel, post_at: String(Math.floor(Date.now() / 1_000) + 3_600) }],
    ['chat.update', { channel, ts }],
  ];
  for (const [method, args] of calls) {
    const bare = await post(method, form, { ...args, blocks });
    expect({ method, ...bare }).toMatchObject({ method, ok: true, warning: 'missing_text_in_message' });
    expect(bare.response_metadata).toEqual({ warnings: ['missing_text_in_message'] });
    expect(await post(method, form, { ...args, blocks, text: 'words' })).not.toHaveProperty('warning');
  }
});

test('who joins what they are in is told so', async () => {
  const again = await post('conversations.join', form, { channel: world.general });
  expect(again).toMatchObject({ ok: true, warning: 'already_in_channel' });
  expect(again.response_metadata).toEqual({ warnings: ['already_in_channel'] });
});
