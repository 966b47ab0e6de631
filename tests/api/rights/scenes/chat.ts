import { expect } from 'vitest';
import { call } from '../../../support/ask.ts';
import { isFields } from '../../../support/fields.ts';
import type { Attempt, Scene, Scenes } from '../scene.ts';
import type { World } from '../../world.ts';
import { sayIn, type Caller, type PlaceName, type Stage } from '../stage.ts';
import { inPlaces } from './in-places.ts';

const bookmark = { title: 'a page', type: 'link', link: 'https://example.com/' };
async function bookmarkIn({ world, host }: Stage, channel: string, { expected }: Attempt) {
  if (expected !== 'ok') return { channel_id: channel, bookmark_id: 'Bk0NEVERMINT' };
  const added = await world.ask('bookmarks.add', host.token, { channel_id: channel, ...bookmark });
  return { channel_id: channel, bookmark_id: added.bookmark.id };
}

export const chatScenes: Scenes = {
  ...inPlaces('chat.postMessage', ({ channel }) => ({ channel, text: 'words' })),
  'chat.postMessage · to a person': { args: ({ host }) => ({ channel: host.userId, text: 'words' }) },
  'chat.postMessage · to a private channel by its name': {
    args: ({ places }) => ({ channel: places['private, from outside'].name, text: 'words' }),
  },
  ...inPlaces('chat.update', ({ channel, ts }) => ({ channel, ts, text: 'other words' })),
  'chat.update · one’s own': {
    args: async ({ world, places }, { me }) => {
      const { channel } = places.public;
      return { channel, ts: await sayIn(world.url, me, channel), text: 'other words' };
    },
  },
  ...inPlaces('chat.delete', async ({ channel, ts }, { world, host }, { expected }) => ({
    channel,
    ts: expected === 'ok' ? await sayIn(world.url, host, channel) : ts,
  })),
  'chat.delete · one’s own': {
    args: async ({ world, places }, { me }) => {
      const { channel } = places.public;
      return { channel, ts: await sayIn(world.url, me, channel) };
    },
  },
  ...inPlaces('chat.scheduleMessage', ({ channel }) => ({ channel, text: 'words', post_at: soon() })),
  ...inPlaces('chat.deleteScheduledMessage', async ({ channel }, { world, host }) => ({
    channel,
    scheduled_message_id: await scheduleIn(world, host, channel),
  })),
  'chat.deleteScheduledMessage · one’s own': {
    args: async ({ world, places }, { me }) => {
      const { channel } = places.public;
      return { channel, scheduled_message_id: await scheduleIn(world, me, channel) };
    },
  },
  ...inPlaces('scheduledMessages.setTime', async ({ channel }, { world, host }) => ({
    channel,
    scheduled_message_id: await scheduleIn(world, host, channel),
    post_at: soon(),
  })),
  'scheduledMessages.setTime · one’s own': {
    args: async ({ world, places }, { me }) => {
      const { channel } = places.public;
      return { channel, scheduled_message_id: await scheduleIn(world, me, channel), post_at: soon() };
    },
  },
  ...inPlaces('chat.scheduledMessages.list', ({ channel }) => ({ channel })),
  ...inPlaces('chat.meMessage', ({ channel }) => ({ channel, text: 'waves' })),
  ...inPlaces('chat.postEphemeral', ({ channel }, { host }) => ({
    channel,
    user: host.userId,
    text: 'between us',
  })),
  ...inPlaces('chat.getPermalink', ({ channel, ts }) => ({ channel, message_ts: ts })),
  ...inPlaces('pins.add', async ({ channel, ts }, { world, host }, { expected }) => ({
    channel,
    timestamp: expected === 'ok' ? await sayIn(world.url, host, channel) : ts,
  })),
  ...inPlaces('pins.remove', async ({ channel, ts }, { world, host }, { expected }) => {
    if (expected !== 'ok') return { channel, timestamp: ts };
    const pinned = { channel, timestamp: await sayIn(world.url, host, channel) };
    await world.ask('pins.add', host.token, pinned);
    return pinned;
  }),
  ...inPlaces('pins.list', ({ channel }) => ({ channel })),
  ...inPlaces('bookmarks.add', ({ channel }) => ({ channel_id: channel, ...bookmark })),
  ...inPlaces('bookmarks.edit', async ({ channel }, stage, attempt) => ({
    ...(await bookmarkIn(stage, channel, attempt)),
    title: 'another title',
  })),
  ...inPlaces('bookmarks.remove', ({ channel }, stage, attempt) => bookmarkIn(stage, channel, attempt)),
  ...inPlaces('bookmarks.list', ({ channel }) => ({ channel_id: channel })),
  ...inPlaces('reactions.add', ({ channel, ts }) => ({ channel, timestamp: ts, name: 'tada' })),
  ...inPlaces('reactions.remove', async ({ channel, ts }, { world }, { me, expected }) => {
    const args = { channel, timestamp: ts, name: 'wave' };
    if (expected === 'ok') await world.ask('reactions.add', me.token, args);
    return args;
  }),
  'reactions.list': { args: ({ host }) => ({ user: host.userId }) },
  'reactions.list · public, from outside': reactedIn('public, from outside'),
  'reactions.list · private': reactedIn('private'),
  'reactions.list · private, from outside': reactedIn('private, from outside'),
  ...inPlaces('stars.add', async ({ channel, ts }, { world, host }, { expected }) => ({
    channel,
    timestamp: expected === 'ok' ? await sayIn(world.url, host, channel) : ts,
  })),
  ...inPlaces('stars.remove', async ({ channel, ts }, { world, host }, { me, expected }) => {
    if (expected !== 'ok') return { channel, timestamp: ts };
    const args = { channel, timestamp: await sayIn(world.url, host, channel) };
    await world.ask('stars.add', me.token, args);
    return args;
  }),
  'stars.list': { args: () => ({}) },
  ...inPlaces('reactions.get', ({ channel, ts }) => ({ channel, timestamp: ts })),
};

/** Each another second: thirty in five minutes are as many as one may schedule. */
let later = 0;
const soon = (): number => Math.floor(Date.now() / 1_000) + 3_600 + (later += 60);

const scheduleIn = async ({ ask }: World, by: Caller, channel: string): Promise<string> =>
  (await ask('chat.scheduleMessage', by.token, { channel, text: 'words', post_at: soon() }))
    .scheduled_message_id;

/** The host's reaction there: their Member is told after the answer, so it is waited for. */
function reactedIn(name: PlaceName): Scene {
  return {
    args: async ({ world, host, places }) => {
      const { channel, ts } = places[name];
      await call(world.url, 'reactions.add', host.token, { channel, timestamp: ts, name: 'eyes' });
      await expect
        .poll(async () => {
          const { items } = await world.ask('reactions.list', host.token, { limit: 1000 });
          return items.some(({ message }) => message.ts === ts);
        })
        .toBe(true);
      return { user: host.userId, limit: 1000 };
    },
    shows: ({ items }, { places }) =>
      Array.isArray(items) &&
      items.some((item) => isFields(item) && item['channel'] === places[name].channel),
  };
}
