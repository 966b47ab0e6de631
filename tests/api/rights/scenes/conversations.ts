import { unique } from '../../../support/workspace.ts';
import { isFields } from '../../../support/fields.ts';
import type { RawAnswer } from '../../ask-raw.ts';
import type { Scenes } from '../scene.ts';
import type { PlaceName, Stage } from '../stage.ts';
import { inNewPlaces, inPlaces } from './in-places.ts';

const hasChannel = ({ channels }: RawAnswer, id: string): boolean =>
  Array.isArray(channels) && channels.some((channel) => isFields(channel) && channel['id'] === id);

const listing = { types: 'public_channel,private_channel', limit: 999 };
const lists = (name: PlaceName) => ({
  args: () => listing,
  shows: (answer: RawAnswer, { places }: Stage) => hasChannel(answer, places[name].channel),
});
const listsOfFriend = (name: PlaceName) => ({
  args: ({ friend }: Stage) => ({ ...listing, user: friend.userId }),
  shows: (answer: RawAnswer, { places }: Stage) => hasChannel(answer, places[name].channel),
});

export const conversationsScenes: Scenes = {
  'conversations.create': { args: () => ({ name: unique('room') }) },
  'conversations.list': { args: () => listing },
  'conversations.list · a public channel, from outside': lists('public, from outside'),
  'conversations.list · a private channel, from outside': lists('private, from outside'),
  'users.conversations · a public channel of theirs': listsOfFriend('public, from outside'),
  'users.conversations · a private channel of theirs': listsOfFriend('private, from outside'),
  'users.conversations · a private channel that both are in': listsOfFriend('private'),
  ...inPlaces('conversations.info', ({ channel }) => ({ channel })),
  ...inPlaces('conversations.history', ({ channel }) => ({ channel, limit: 3 })),
  ...inPlaces('conversations.replies', ({ channel, ts }) => ({ channel, ts })),
  ...inPlaces('conversations.members', ({ channel }) => ({ channel })),
  ...inPlaces('conversations.mark', ({ channel, ts }) => ({ channel, ts })),
  ...inPlaces('conversations.join', ({ channel }) => ({ channel })),
  'conversations.join': {
    args: async ({ newRoom, places }, { expected }) => {
      const isNew = expected === 'ok';
      const { channel } = isNew ? await newRoom({ withCallers: false }) : places['public, from outside'];
      return { channel };
    },
  },
  ...inNewPlaces('conversations.leave', ({ channel }) => ({ channel })),
  ...inNewPlaces('conversations.invite', ({ channel }, { newcomer }) => ({
    channel,
    users: [newcomer.userId],
  })),
  'conversations.invite · somebody of another workspace': {
    args: ({ places, world }) => ({
      channel: places.public.channel,
      users: [world.foreign.owner.userId],
    }),
    keeps: ['channel'],
  },
  ...inNewPlaces('conversations.kick', ({ channel }, { friend }) => ({ channel, user: friend.userId })),
  'conversations.kick · from a public channel that one made': {
    args: async ({ newRoom, friend }, { me }) => ({
      channel: (await newRoom({ maker: me })).channel,
      user: friend.userId,
    }),
  },
  ...inNewPlaces('conversations.archive', ({ channel }) => ({ channel })),
  ...inNewPlaces('conversations.unarchive', async ({ channel }, { world, host }, { expected }) => {
    if (expected === 'ok') await world.ask('conversations.archive', host.token, { channel });
    return { channel };
  }),
  ...inNewPlaces('conversations.rename', ({ channel }) => ({ channel, name: unique('renamed') })),
  'conversations.rename · one’s own': {
    args: async ({ newRoom }, { me }) => ({
      channel: (await newRoom({ maker: me })).channel,
      name: unique('renamed'),
    }),
  },
  ...inNewPlaces('admin.conversations.archive', ({ channel }) => ({ channel_id: channel })),
  ...inNewPlaces('admin.conversations.unarchive', async ({ channel }, { world, host }, { expected }) => {
    if (expected === 'ok') await world.ask('conversations.archive', host.token, { channel });
    return { channel_id: channel };
  }),
  ...inNewPlaces('admin.conversations.convertToPrivate', ({ channel }) => ({ channel_id: channel })),
  ...inNewPlaces('admin.conversations.convertToPublic', ({ channel }) => ({ channel_id: channel })),
  ...inNewPlaces('admin.conversations.delete', ({ channel }) => ({ channel_id: channel })),
  ...inNewPlaces('admin.conversations.rename', ({ channel }) => ({
    channel_id: channel,
    name: unique('renamed'),
  })),
  ...inPlaces('conversations.setTopic', ({ channel }) => ({ channel, topic: unique('topic') })),
  ...inPlaces('conversations.setPurpose', ({ channel }) => ({ channel, purpose: unique('purpose') })),
  ...inPlaces('conversations.close', ({ channel }) => ({ channel })),
  'conversations.close · one’s own direct messages': {
    args: async ({ host, world }, { me }) => {
      const users = [host.userId];
      return { channel: (await world.ask('conversations.open', me.token, { users })).channel.id };
    },
  },
  'conversations.open': { args: ({ host }) => ({ users: [host.userId] }) },
  'conversations.open · direct messages of others': {
    args: ({ places }) => ({ channel: places['direct messages of others'].channel }),
  },
  ...inPlaces('deliveries.listFailed', ({ channel }) => ({ channel })),
  ...inPlaces('deliveries.replay', ({ channel }) => ({ channel })),
  ...inPlaces('deliveries.discard', ({ channel }) => ({ channel })),
  'mentions.list': { args: () => ({}) },
  'threads.list': { args: () => ({}) },
  ...inPlaces('threads.follow', ({ channel, ts }) => ({ channel, thread_ts: ts })),
  ...inPlaces('threads.unfollow', ({ channel, ts }) => ({ channel, thread_ts: ts })),
  ...inPlaces('threads.mark', ({ channel, ts }) => ({ channel, thread_ts: ts, ts })),
  ...inPlaces('channels.setMute', ({ channel }) => ({ channel, muted: false })),
  ...inPlaces('channels.setLevel', ({ channel }) => ({ channel, level: 'mentions' })),
};
