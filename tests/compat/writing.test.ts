import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MethodName } from '../../protocol/methods.ts';
import { encodings, send, type Encoding } from '../api/send.ts';
import type { RawArguments } from '../api/ask-raw.ts';
import { makeWorld, type World } from '../api/world.ts';
import { startHouse } from '../support/house.ts';
import { png } from '../support/pictures.ts';
import { unique } from '../support/workspace.ts';

let world: World;
beforeAll(async () => {
  const size = { perSecond: 100_000, burst: 100_000 };
  const tiers = { tier1: size, tier2: size, tier3: size, tier4: size, posting: size };
  world = await makeWorld(await startHouse({ vars: { RATE_LIMITS: JSON.stringify(tiers) } }));
});
afterAll(() => world.house.stop());

interface Case {
  readonly method: MethodName;
  /** Made anew for each way of writing, since the call changes something. */
  readonly args: () => RawArguments | Promise<RawArguments>;
  readonly answers: () => object;
}
const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*x* & "y"' } }];
const say = async (): Promise<string> => world.newMessage(world.general);

/**
 * Contents that ways of writing may lose, with truth as each caller spells it. That every method takes its arguments
 * in every way, tests/api/every-method.test.ts holds.
 */
const cases: readonly Case[] = [
  {
    method: 'chat.postMessage',
    args: () => ({
      channel: world.general,
      text: 'ünï & <x>',
      blocks,
      metadata: { event_type: 'x', event_payload: { a: [1] } },
    }),
    answers: () => ({
      message: { text: 'ünï &amp; &lt;x&gt;', blocks, metadata: { event_payload: { a: [1] } } },
    }),
  },
  {
    method: 'chat.postMessage',
    args: async () => ({ channel: world.general, text: 'x', thread_ts: await say(), reply_broadcast: true }),
    answers: () => ({ message: { subtype: 'thread_broadcast' } }),
  },
  {
    method: 'chat.postMessage',
    args: () => ({ channel: world.general, text: 'x', mrkdwn: false, unfurl_links: false }),
    answers: () => ({ message: { mrkdwn: false } }),
  },
  {
    method: 'chat.update',
    args: async () => ({
      channel: world.general,
      ts: await say(),
      text: 'new',
      attachments: [{ text: 'a' }],
    }),
    answers: () => ({ message: { text: 'new', attachments: [{ id: 1, text: 'a' }] } }),
  },
  {
    method: 'chat.delete',
    args: async () => ({ channel: world.general, ts: await say() }),
    answers: () => ({ channel: world.general }),
  },
  {
    method: 'reactions.add',
    args: async () => ({ channel: world.general, timestamp: await say(), name: '+1' }),
    answers: () => ({}),
  },
  {
    method: 'conversations.create',
    args: () => ({ name: unique('room'), is_private: true }),
    answers: () => ({ channel: { is_private: true } }),
  },
  {
    method: 'conversations.create',
    args: () => ({ name: unique('room'), is_private: false }),
    answers: () => ({ channel: { is_private: false } }),
  },
  {
    method: 'conversations.invite',
    args: async () => ({ channel: await world.newChannel(), users: [world.member.userId, world.bot.userId] }),
    answers: () => ({ channel: { is_channel: true } }),
  },
  {
    method: 'conversations.open',
    args: () => ({ users: [world.member.userId], return_im: true }),
    answers: () => ({ channel: { is_im: true, user: world.member.userId } }),
  },
  {
    method: 'users.profile.set',
    args: () => ({ profile: { status_text: 'at “sea”', status_emoji: ':ship:' } }),
    answers: () => ({ profile: { status_text: 'at “sea”', status_emoji: ':ship:' } }),
  },
];

/** Slack’s callers write true and false in several ways. */
const spellings: readonly ((value: boolean) => unknown)[] = [
  (value) => value,
  (value) => (value ? '1' : '0'),
  (value) => (value ? 1 : 0),
  (value) => String(value),
];

const ways = encodings.flatMap((encoding) =>
  spellings.map((spell, index): [Encoding, number, typeof spell] => [encoding, index, spell]),
);

describe.each(cases.map((one, index) => ({ ...one, index })))(
  '$index $method',
  ({ method, args, answers }) => {
    test.each(ways)('means the same as %s, truth written in way %i', async (encoding, _, spell) => {
      const spelt = Object.fromEntries(
        Object.entries(await args()).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? spell(value) : value,
        ]),
      );
      const { answer, status } = await send(world.url, method, spelt, { encoding, token: world.owner.token });
      expect(status).toBe(200);
      expect(answer).toMatchObject({ ok: true, ...answers() });
    });
  },
);

test('a file comes as the bytes that it is, also after a line end', async () => {
  const image = png(40, 30);
  const made = [];
  for (const encoding of ['multipart', 'multipart after a line end'] as const) {
    const { token } = await world.newPerson();
    // Half a picture would be refused.
    const { answer } = await send(world.url, 'users.setPhoto', { image }, { encoding, token });
    expect(answer).toMatchObject({ ok: true });
    const { profile } = await world.ask('users.profile.get', token, {});
    made.push(Buffer.from(await (await fetch(profile.image_192)).arrayBuffer()).toString('base64'));
  }
  expect(made[1]).toBe(made[0]);
});
