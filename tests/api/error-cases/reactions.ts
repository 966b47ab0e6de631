import { never } from '../world.ts';
import { casesOf } from './error-case.ts';

const nowhere = { channel: never.channel, timestamp: never.ts, name: 'tada' };

export const reactionsCases = [
  ...casesOf('reactions.add', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    message_not_found: ({ owner, general }, call) => call(owner.token, { ...nowhere, channel: general }),
    invalid_name: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, timestamp: await newMessage(general), name: 'no name' }),
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
        await ask('reactions.add', token, { channel, timestamp, name: `emoji_${count}` });
      }
      return call(bot.token, { channel, timestamp, name: 'one_more' });
    },
    too_many_reactions: async ({ owner, ask, general, newMessage }, call) => {
      const timestamp = await newMessage(general);
      for (let count = 0; count < 23; count += 1)
        await ask('reactions.add', owner.token, { channel: general, timestamp, name: `emoji_${count}` });
      return call(owner.token, { channel: general, timestamp, name: 'one_more' });
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
    message_not_found: ({ owner, general }, call) => call(owner.token, { ...nowhere, channel: general }),
    // A person reads a public channel from outside, a bot does not.
    not_in_channel: async ({ bot, newChannel, newMessage }, call) => {
      const channel = await newChannel();
      return call(bot.token, { channel, timestamp: await newMessage(channel), name: 'tada' });
    },
  }),
];
