import { never, type World } from '../world.ts';
import { badContent } from './bad-content.ts';
import { casesOf, mapValues } from './error-case.ts';

const long = 'x'.repeat(40_001);
const inAnHour = (): number => Math.floor(Date.now() / 1_000) + 3_600;
const words = () => ({ text: 'x', post_at: inAnHour() });
const nothing = 'Q0NEVERMINTE';

const schedule = async ({ owner, ask }: World, channel: string, postAt: number): Promise<string> =>
  (await ask('chat.scheduleMessage', owner.token, { channel, text: 'x', post_at: postAt }))
    .scheduled_message_id;

const moved = async (world: World, channel: string, postAt: number) => ({
  channel,
  scheduled_message_id: await schedule(world, channel, inAnHour()),
  post_at: postAt,
});

export const scheduledCases = [
  ...casesOf(
    'chat.scheduleMessage',
    mapValues(
      badContent,
      (content) =>
        ({ owner, general }, call) =>
          call(owner.token, { channel: general, ...words(), ...content }),
    ),
  ),
  ...casesOf('chat.scheduleMessage', {
    markdown_text_conflict: ({ owner, general }, call) =>
      call(owner.token, { channel: general, ...words(), markdown_text: '**x**' }),
    channel_not_found: ({ owner }, call) => call(owner.token, { channel: never.channel, ...words() }),
    not_in_channel: async ({ member, newChannel }, call) =>
      call(member.token, { channel: await newChannel(), ...words() }),
    is_archived: async ({ owner, newChannel }, call) =>
      call(owner.token, { channel: await newChannel({ isArchived: true }), ...words() }),
    msg_too_long: ({ owner, general }, call) =>
      call(owner.token, { channel: general, ...words(), text: long }),
    no_text: ({ owner, general }, call) => call(owner.token, { channel: general, post_at: inAnHour() }),
    thread_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, ...words(), thread_ts: never.ts }),
    invalid_thread_ts: ({ owner, general }, call) =>
      call(owner.token, { channel: general, ...words(), thread_ts: 'yesterday' }),
    invalid_time: ({ owner, general }, call) =>
      call(owner.token, { channel: general, text: 'x', post_at: 'tomorrow' }),
    time_in_past: ({ owner, general }, call) =>
      call(owner.token, { channel: general, text: 'x', post_at: 1_500_000_000 }),
    time_too_far: ({ owner, general }, call) =>
      call(owner.token, { channel: general, text: 'x', post_at: inAnHour() + 120 * 86_400 }),
    restricted_too_many: async (world, call) => {
      const channel = await world.newChannel();
      const postAt = inAnHour();
      for (let count = 0; count < 30; count += 1) await schedule(world, channel, postAt + count);
      return call(world.owner.token, { channel, text: 'x', post_at: postAt });
    },
  }),
  ...casesOf('chat.deleteScheduledMessage', {
    channel_not_found: ({ owner }, call) =>
      call(owner.token, { channel: never.channel, scheduled_message_id: nothing }),
    // Somebody else's is as one that never was.
    invalid_scheduled_message_id: async (world, call) =>
      call(world.member.token, {
        channel: world.general,
        scheduled_message_id: await schedule(world, world.general, inAnHour()),
      }),
  }),
  ...casesOf('scheduledMessages.setTime', {
    channel_not_found: ({ owner }, call) =>
      call(owner.token, { channel: never.channel, scheduled_message_id: nothing, post_at: inAnHour() }),
    // Somebody else's is as one that never was.
    invalid_scheduled_message_id: async (world, call) =>
      call(world.member.token, await moved(world, world.general, inAnHour())),
    time_in_past: async (world, call) =>
      call(world.owner.token, await moved(world, world.general, 1_500_000_000)),
    time_too_far: async (world, call) =>
      call(world.owner.token, await moved(world, world.general, inAnHour() + 120 * 86_400)),
    restricted_too_many: async (world, call) => {
      const channel = await world.newChannel();
      const postAt = inAnHour() + 86_400;
      for (let count = 0; count < 30; count += 1) await schedule(world, channel, postAt + count);
      return call(world.owner.token, await moved(world, channel, postAt));
    },
  }),
  ...casesOf('chat.scheduledMessages.list', {
    invalid_channel: ({ owner }, call) => call(owner.token, { channel: never.channel }),
    invalid_cursor: ({ owner }, call) => call(owner.token, { cursor: 'next' }),
  }),
];
