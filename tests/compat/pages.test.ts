import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMethodName, methods, type MethodName } from '../../protocol/methods.ts';
import type { MethodContract } from '../../protocol/methods/method.ts';
import { askRaw, type RawAnswer, type RawArguments } from '../api/ask-raw.ts';
import { makeWorld, type World } from '../api/world.ts';
import { startHouse } from '../support/house.ts';

let world: World;
beforeAll(async () => {
  const size = { perSecond: 100_000, burst: 100_000 };
  const tiers = { tier1: size, tier2: size, tier3: size, tier4: size, posting: size };
  world = await makeWorld(await startHouse({ vars: { RATE_LIMITS: JSON.stringify(tiers) } }));
});
afterAll(() => world.house.stop());

/** A list that is longer than its pages, and what somebody does to it meanwhile. */
interface Listed {
  readonly args: RawArguments;
  /** What each page holds, by its names. */
  readonly names: (page: RawAnswer) => readonly string[];
  /** What was there before the first page. */
  readonly expected: readonly string[];
  readonly write: () => Promise<unknown>;
}

const pick = (list: unknown, key: string): string[] =>
  (list as readonly Readonly<Record<string, unknown>>[]).map((item) => String(item[key]));
const several = async <Item>(count: number, make: () => Promise<Item>): Promise<Item[]> => {
  const made: Item[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make());
  return made;
};
const pollMs = { timeout: 15_000, interval: 100 };
const inAnHour = (): string => String(Math.floor(Date.now() / 1_000) + 3_600);

/** Messages of the owner’s own channel, each with something of the owner done to it. */
const done = async (
  act: (message: { channel: string; timestamp: string }) => Promise<unknown>,
): Promise<Listed> => {
  const channel = await world.newChannel();
  const make = async (): Promise<string> => {
    const timestamp = await world.newMessage(channel);
    await act({ channel, timestamp });
    return timestamp;
  };
  return {
    args: {},
    names: ({ items }) => pick(pickObjects(items, 'message'), 'ts'),
    expected: await several(5, make),
    write: make,
  };
};
const pickObjects = (list: unknown, key: string): unknown[] =>
  (list as readonly Readonly<Record<string, unknown>>[]).map((item) => item[key]);

/** Of every method that has pages: one that is missing here fails the first test. */
const lists: Partial<Record<MethodName, () => Promise<Listed>>> = {
  'admin.emoji.list': async () => ({
    args: {},
    names: ({ emoji }) => Object.keys(emoji as object),
    expected: await several(5, () => world.newEmoji()),
    write: () => world.newEmoji(),
  }),
  'mentions.list': async () => {
    const channel = await world.newChannel({ people: [world.member.userId] });
    const mention = async (): Promise<string> => {
      const text = `<@${world.owner.userId}>`;
      return (await world.ask('chat.postMessage', world.member.token, { channel, text })).ts;
    };
    const expected = await several(5, mention);
    // Mentions come to their person a moment after the message.
    await expect
      .poll(async () => (await world.ask('mentions.list', world.owner.token, {})).items.length, pollMs)
      .toBeGreaterThanOrEqual(expected.length);
    return {
      args: {},
      names: ({ items }) => pick(pickObjects(items, 'message'), 'ts'),
      expected,
      write: mention,
    };
  },
  'reactions.list': () =>
    done((message) => world.ask('reactions.add', world.owner.token, { ...message, name: 'tada' })),
  'stars.list': () => done((message) => world.ask('stars.add', world.owner.token, message)),
  'conversations.list': async () => ({
    args: {},
    names: ({ channels }) => pick(channels, 'id'),
    expected: await several(5, () => world.newChannel()),
    write: () => world.newChannel(),
  }),
  'users.conversations': async () => ({
    args: {},
    names: ({ channels }) => pick(channels, 'id'),
    expected: await several(5, () => world.newChannel()),
    write: () => world.newChannel(),
  }),
  'users.list': async () => ({
    args: {},
    names: ({ members }) => pick(members, 'id'),
    expected: (await several(4, () => world.newPerson())).map(({ userId }) => userId),
    write: () => world.newPerson(),
  }),
  'conversations.members': async () => {
    const people = (await several(4, () => world.newPerson())).map(({ userId }) => userId);
    const channel = await world.newChannel({ people });
    return {
      args: { channel },
      names: ({ members }) => members as string[],
      expected: [...people, world.owner.userId],
      write: async () => {
        const { userId } = await world.newPerson();
        return world.ask('conversations.invite', world.owner.token, { channel, users: [userId] });
      },
    };
  },
  'conversations.history': async () => {
    const channel = await world.newChannel();
    return {
      args: { channel },
      names: ({ messages }) => pick(messages, 'ts'),
      expected: await several(6, () => world.newMessage(channel)),
      write: () => world.newMessage(channel),
    };
  },
  'conversations.replies': async () => {
    const channel = await world.newChannel();
    const ts = await world.newMessage(channel);
    const reply = async (): Promise<string> =>
      (await world.ask('chat.postMessage', world.owner.token, { channel, text: 'x', thread_ts: ts })).ts;
    return {
      args: { channel, ts },
      names: ({ messages }) => pick(messages, 'ts'),
      expected: [ts, ...(await several(5, reply))],
      write: reply,
    };
  },
  'invitations.list': async () => {
    const invite = async (): Promise<string> =>
      (await world.ask('invitations.create', world.owner.token, {})).invitation.id;
    return {
      args: {},
      names: ({ invitations }) => pick(invitations, 'id'),
      expected: await several(5, invite),
      write: invite,
    };
  },
  'chat.scheduledMessages.list': async () => {
    const channel = await world.newChannel();
    const plan = async (): Promise<string> => {
      const args = { channel, text: 'x', post_at: inAnHour() };
      return (await world.ask('chat.scheduleMessage', world.owner.token, args)).scheduled_message_id;
    };
    return {
      args: { channel },
      names: ({ scheduled_messages: planned }) => pick(planned, 'id'),
      expected: await several(5, plan),
      write: plan,
    };
  },
  'threads.list': async () => {
    const channel = await world.newChannel();
    const thread = async (): Promise<string> => {
      const ts = await world.newMessage(channel);
      await world.ask('chat.postMessage', world.owner.token, { channel, text: 'x', thread_ts: ts });
      await world.ask('threads.follow', world.owner.token, { channel, thread_ts: ts });
      return ts;
    };
    return {
      args: {},
      names: ({ threads }) => pick(threads, 'thread_ts'),
      expected: await several(5, thread),
      write: () => world.newMessage(channel),
    };
  },
};

const paged = Object.keys(methods)
  .filter((name) => isMethodName(name))
  .filter((name) => {
    const { input }: MethodContract = methods[name];
    return 'entries' in input && Object.hasOwn(input.entries, 'cursor');
  });

test('every method that has pages is walked here', () => {
  expect(
    paged.filter((method) => lists[method] === undefined),
    'a list to walk is missing above',
  ).toEqual([]);
  expect(Object.keys(lists).filter((method) => !paged.some((name) => name === method))).toEqual([]);
});

describe.each(paged.filter((method) => lists[method] !== undefined))('%s', (method) => {
  const ask = (token: string, args: RawArguments): Promise<RawAnswer> =>
    askRaw(world.url, method, token, args);
  const cursorOf = ({ response_metadata: metadata }: RawAnswer): string => metadata?.next_cursor ?? '';

  test('gives each of what was there once, page by page, while others write', async () => {
    const list = await lists[method]?.();
    if (list === undefined) throw new Error('no list');
    const seen: string[] = [];
    let pages = 0;
    for (let cursor: string | undefined; cursor !== ''; pages += 1) {
      const args = { ...list.args, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const page = await ask(world.owner.token, args);
      expect(page).toMatchObject({ ok: true });
      expect(list.names(page).length).toBeLessThanOrEqual(2);
      seen.push(...list.names(page));
      cursor = cursorOf(page);
      if (pages < 2) await list.write();
    }
    expect(pages).toBeGreaterThanOrEqual(3);
    expect(new Set(seen).size, 'none twice').toBe(seen.length);
    expect(
      list.expected.filter((name) => !seen.includes(name)),
      'lost',
    ).toEqual([]);
  });

  test('takes more than a page may hold for as much as it may', async () => {
    const list = await lists[method]?.();
    if (list === undefined) throw new Error('no list');
    for (const limit of [1_001, '100000', 0]) {
      const page = await ask(world.owner.token, { ...list.args, limit });
      expect(page).toMatchObject({ ok: true });
      expect(list.expected.filter((name) => !list.names(page).includes(name))).toEqual([]);
    }
  });

  test('refuses a cursor that it did not give, or gave somebody else', async () => {
    const list = await lists[method]?.();
    if (list === undefined) throw new Error('no list');
    const token = world.owner.token;
    const own = cursorOf(await ask(token, { ...list.args, limit: 2 }));
    const of = method === 'users.list' ? 'conversations.list' : 'users.list';
    const others = cursorOf(await askRaw(world.url, of, token, { limit: 1 }));
    expect([own, others]).not.toContain('');
    const bad = ['nonsense', '!', `${own}x`, own.slice(1), own.toLowerCase(), others];
    for (const cursor of bad)
      expect(await ask(token, { ...list.args, cursor })).toMatchObject({
        ok: false,
        error: 'invalid_cursor',
      });
    expect(await ask(token, { ...list.args, cursor: own })).toMatchObject({ ok: true });
    expect(await ask(token, { ...list.args, cursor: `${own}=` })).toMatchObject({ ok: true });

    const theirs = await ask(world.member.token, { ...list.args, limit: 2, cursor: own });
    expect(theirs).toMatchObject({ ok: false });
    // Of what they may see they are told that the cursor is none; of the rest nothing.
    expect(['invalid_cursor', 'channel_not_found', 'not_in_channel']).toContain(theirs.error);
  });
});
