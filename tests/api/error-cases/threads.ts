import { never, type World } from '../world.ts';
import { casesOf } from './error-case.ts';

const nowhere = { channel: never.channel, thread_ts: never.ts };

/** A thread in a public channel that the member is not in. */
const elsewhere = async ({ newChannel, newMessage }: World) => {
  const channel = await newChannel();
  return { channel, thread_ts: await newMessage(channel) };
};

export const threadsCases = [
  ...casesOf('threads.list', {
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'next' }),
  }),
  ...casesOf('mentions.list', {
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'next' }),
  }),
  ...casesOf('threads.follow', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    not_in_channel: async (world, call) => call(world.member.token, await elsewhere(world)),
    invalid_thread_ts: ({ owner, general }, call) =>
      call(owner.token, { channel: general, thread_ts: 'now' }),
    thread_not_found: ({ owner, general }, call) => call(owner.token, { ...nowhere, channel: general }),
  }),
  ...casesOf('threads.unfollow', {
    channel_not_found: ({ owner }, call) => call(owner.token, nowhere),
    not_in_channel: async (world, call) => call(world.member.token, await elsewhere(world)),
    invalid_thread_ts: ({ owner, general }, call) =>
      call(owner.token, { channel: general, thread_ts: 'now' }),
    thread_not_found: ({ owner, general }, call) => call(owner.token, { ...nowhere, channel: general }),
  }),
  ...casesOf('threads.mark', {
    channel_not_found: ({ owner }, call) => call(owner.token, { ...nowhere, ts: never.ts }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { ...(await elsewhere(world)), ts: never.ts }),
    invalid_thread_ts: ({ owner, general }, call) =>
      call(owner.token, { channel: general, thread_ts: 'now', ts: never.ts }),
    invalid_timestamp: async ({ owner, general, newMessage }, call) =>
      call(owner.token, { channel: general, thread_ts: await newMessage(general), ts: 'now' }),
    thread_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, thread_ts: never.ts, ts: never.ts }),
  }),
  ...casesOf('channels.setMute', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel: never.channel, muted: true }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { channel: await world.newChannel(), muted: true }),
  }),
  ...casesOf('channels.setLevel', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel: never.channel, level: 'all' }),
    not_in_channel: async (world, call) =>
      call(world.member.token, { channel: await world.newChannel(), level: 'all' }),
  }),
];
