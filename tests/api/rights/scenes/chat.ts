import type { Scenes } from '../scene.ts';
import { sayIn } from '../stage.ts';
import { inPlaces } from './in-places.ts';

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
  ...inPlaces('reactions.add', ({ channel, ts }) => ({ channel, timestamp: ts, name: 'tada' })),
  ...inPlaces('reactions.remove', async ({ channel, ts }, { world }, { me, expected }) => {
    const args = { channel, timestamp: ts, name: 'wave' };
    if (expected === 'ok') await world.ask('reactions.add', me.token, args);
    return args;
  }),
  ...inPlaces('reactions.get', ({ channel, ts }) => ({ channel, timestamp: ts })),
};
