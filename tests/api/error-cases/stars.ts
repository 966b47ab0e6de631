import { never } from '../world.ts';
import { casesOf } from './error-case.ts';

const nowhere = { channel: never.channel };

export const starsCases = [
  ...casesOf('stars.add', {
    no_item_specified: ({ owner }, call) => call(owner.token, { timestamp: never.ts }),
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    bad_timestamp: ({ owner, general }, call) =>
      call(owner.token, { channel: general, timestamp: 'yesterday' }),
    message_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, timestamp: never.ts }),
    already_starred: async ({ owner, ask, newChannel }, call) => {
      const channel = await newChannel();
      await ask('stars.add', owner.token, { channel });
      return call(owner.token, { channel });
    },
  }),
  ...casesOf('stars.remove', {
    no_item_specified: ({ owner }, call) => call(owner.token, {}),
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    bad_timestamp: ({ owner, general }, call) =>
      call(owner.token, { channel: general, timestamp: 'yesterday' }),
    message_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, timestamp: never.ts }),
    not_starred: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, timestamp: await newMessage(general) }),
  }),
  ...casesOf('stars.list', {
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'next' }),
  }),
];
