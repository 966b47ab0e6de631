import { never } from '../world.ts';
import { casesOf } from './error-case.ts';

/** Twelve clocks at two times, and flags: more different ones than a message takes. */
const hours = Array.from({ length: 12 }, (_, index) => [`clock${index + 1}`, `clock${index + 1}30`]).flat();
const flags = 'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm'
  .split(' ')
  .map((country) => `flag-${country}`);
const emojiAt = (index: number): string => [...hours, ...flags][index] ?? '';
const nowhere = { channel: never.channel, timestamp: never.ts, name: 'tada' };
const badly = { timestamp: 'yesterday', name: 'tada' };

export const reactionsCases = [
  ...casesOf('reactions.add', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    bad_timestamp: ({ owner, general }, call) => call(owner.token, { ...badly, channel: general }),
    message_not_found: ({ owner, general }, call) => call(owner.token, { ...nowhere, channel: general }),
    invalid_name: async ({ owner, general, newMessage }, call) =>
      // Of the right form, and no emoji.
      call(owner.token, {
        channel: general,
        timestamp: await newMessage(general),
        name: 'emoji-that-is-none',
      }),
    already_reacted: async ({ owner, ask, general, newMessage }, call) => {
      const args = { channel: general, timestamp: await newMessage(general), name: 'tada' };
      await ask('reactions.add', owner.token, args);
      return call(owner.token, args);
    },
    too_many_emoji: async ({ owner, member, bot, ask, newChannel, newMessage }, call) => {
      const channel = await newChannel({ people: [member.userId, bot.userId] });
      const timestamp = await newMessage(channel);
      // Fifty different ones, from people who have at most 23 each.
      const people = [owner, member, bot];
      for (let count = 0; count < 50; count += 1) {
        const token = people[Math.floor(count / 20)]?.token;
        await ask('reactions.add', token, { channel, timestamp, name: emojiAt(count) });
      }
      return call(bot.token, { channel, timestamp, name: emojiAt(50) });
    },
    too_many_reactions: async ({ owner, ask, general, newMessage }, call) => {
      const timestamp = await newMessage(general);
      for (let count = 0; count < 23; count += 1)
        await ask('reactions.add', owner.token, {
          channel: general,
          timestamp,
          name: emojiAt(count),
        });
      return call(owner.token, { channel: general, timestamp, name: emojiAt(23) });
    },
    is_archived: async ({ owner, ask, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      const timestamp = await newMessage(channel);
      await ask('conversations.archive', owner.token, { channel });
      return call(owner.token, { channel, timestamp, name: 'tada' });
    },
    not_in_channel: async ({ member, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      return call(member.token, { channel, timestamp: await newMessage(channel), name: 'tada' });
    },
  }),
  ...casesOf('reactions.remove', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    bad_timestamp: ({ owner, general }, call) => call(owner.token, { ...badly, channel: general }),
    message_not_found: ({ owner, general }, call) => call(owner.token, { ...nowhere, channel: general }),
    invalid_name: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, timestamp: await newMessage(general), name: '' }),
    no_reaction: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, timestamp: await newMessage(general), name: 'tada' }),
    is_archived: async ({ owner, ask, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      const args = { channel, timestamp: await newMessage(channel), name: 'tada' };
      await ask('reactions.add', owner.token, args);
      await ask('conversations.archive', owner.token, { channel });
      return call(owner.token, args);
    },
    not_in_channel: async ({ member, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      return call(member.token, { channel, timestamp: await newMessage(channel), name: 'tada' });
    },
  }),
  ...casesOf('reactions.get', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    bad_timestamp: ({ owner, general }, call) => call(owner.token, { ...badly, channel: general }),
    message_not_found: ({ owner, general }, call) => call(owner.token, { ...nowhere, channel: general }),
    // A person reads a public channel from outside, a bot does not.
    not_in_channel: async ({ bot, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      return call(bot.token, { channel, timestamp: await newMessage(channel), name: 'tada' });
    },
  }),
  ...casesOf('reactions.list', {
    user_not_found: ({ owner }, call) => call(owner.token, { user: never.user }),
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'next' }),
  }),
];
