import { never, type World } from '../world.ts';
import { casesOf } from './error-case.ts';

const link = { title: 'a page', type: 'link', link: 'https://example.com/' };

const elsewhere = async ({ newChannel, newMessage }: World) => {
  const channel = await newChannel();
  return { channel, timestamp: await newMessage(channel) };
};
const archived = async (world: World) => {
  const place = await elsewhere(world);
  await world.ask('conversations.archive', world.owner.token, { channel: place.channel });
  return place;
};
async function bookmarkIn({ ask, owner, newChannel }: World) {
  const channel_id = await newChannel();
  const { bookmark } = await ask('bookmarks.add', owner.token, { channel_id, ...link });
  return { channel_id, bookmark_id: bookmark.id };
}

const ofBoth = (method: 'pins.add' | 'pins.remove') =>
  casesOf(method, {
    channel_not_found: ({ owner }, call) =>
      call(owner.token, { channel: never.channel, timestamp: never.ts }),
    not_in_channel: async (world, call) => call(world.member.token, await elsewhere(world)),
    is_archived: async (world, call) => call(world.owner.token, await archived(world)),
    no_item_specified: ({ owner, general }, call) => call(owner.token, { channel: general }),
    bad_timestamp: ({ owner, general }, call) => call(owner.token, { channel: general, timestamp: 'now' }),
    message_not_found: ({ owner, general }, call) =>
      call(owner.token, { channel: general, timestamp: never.ts }),
  });

/** What a channel keeps: pins and bookmarks. */
export const keepingCases = [
  ...ofBoth('pins.add'),
  ...casesOf('pins.add', {
    not_pinnable: async ({ ask, owner, newChannel }, call) => {
      const channel = await newChannel();
      await ask('conversations.setTopic', owner.token, { channel, topic: 'x' });
      const { messages } = await ask('conversations.history', owner.token, { channel, limit: 1 });
      return call(owner.token, { channel, timestamp: messages[0]?.ts });
    },
    already_pinned: async (world, call) => {
      const place = await elsewhere(world);
      await world.ask('pins.add', world.owner.token, place);
      return call(world.owner.token, place);
    },
    too_many_pins: { notYet: 'A hundred pins: tests/core/keeping.test.ts sets them at the object.' },
  }),
  ...ofBoth('pins.remove'),
  ...casesOf('pins.remove', {
    no_pin: async (world, call) => call(world.owner.token, await elsewhere(world)),
  }),
  ...casesOf('pins.list', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel: never.channel }),
    not_in_channel: async ({ bot, newChannel }, call) => call(bot.token, { channel: await newChannel() }),
  }),
  ...casesOf('bookmarks.add', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel_id: never.channel, ...link }),
    permission_denied: async ({ member, newChannel }, call) =>
      call(member.token, { channel_id: await newChannel(), ...link }),
    invalid_bookmark_type: ({ owner, general }, call) =>
      call(owner.token, { channel_id: general, ...link, type: 'file' }),
    invalid_link: ({ owner, general }, call) =>
      call(owner.token, { channel_id: general, ...link, link: 'javascript:alert(1)' }),
    invalid_emoji: ({ owner, general }, call) =>
      call(owner.token, { channel_id: general, ...link, emoji: 'not an emoji' }),
    too_many_bookmarks: {
      notYet: 'A hundred bookmarks: tests/core/keeping.test.ts adds them at the object.',
    },
  }),
  ...casesOf('bookmarks.edit', {
    channel_not_found: ({ owner }, call) =>
      call(owner.token, { channel_id: never.channel, bookmark_id: 'Bk0NEVERMINT', title: 'x' }),
    permission_denied: async (world, call) =>
      call(world.member.token, { ...(await bookmarkIn(world)), title: 'x' }),
    not_found: ({ owner, general }, call) =>
      call(owner.token, { channel_id: general, bookmark_id: 'Bk0NEVERMINT', title: 'x' }),
    invalid_link: async (world, call) =>
      call(world.owner.token, { ...(await bookmarkIn(world)), link: 'ftp://example.com' }),
    invalid_emoji: async (world, call) =>
      call(world.owner.token, { ...(await bookmarkIn(world)), emoji: 'a b' }),
  }),
  ...casesOf('bookmarks.remove', {
    channel_not_found: ({ owner }, call) =>
      call(owner.token, { channel_id: never.channel, bookmark_id: 'Bk0NEVERMINT' }),
    permission_denied: async (world, call) => call(world.member.token, await bookmarkIn(world)),
    not_found: ({ owner, general }, call) =>
      call(owner.token, { channel_id: general, bookmark_id: 'Bk0NEVERMINT' }),
  }),
  ...casesOf('bookmarks.list', {
    channel_not_found: ({ owner }, call) => call(owner.token, { channel_id: never.channel }),
  }),
];
