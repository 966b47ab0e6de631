import { dataUrl, png } from '../../../support/pictures.ts';
import { unique } from '../../../support/workspace.ts';
import type { Attempt, Scenes } from '../scene.ts';
import type { Stage } from '../stage.ts';

const another = async ({ world }: Stage): Promise<string> => world.newEmoji();
/** The caller’s own, where they may have one. */
const own = async ({ world }: Stage, { me, column }: Attempt): Promise<string> =>
  world.newEmoji(column === 'bot' ? undefined : me.token);
const removed = (whose: typeof own) => ({
  args: async (stage: Stage, attempt: Attempt) => ({ name: await whose(stage, attempt) }),
});
const renamed = (whose: typeof own) => ({
  args: async (stage: Stage, attempt: Attempt) => ({
    name: await whose(stage, attempt),
    new_name: unique('emoji'),
  }),
});

export const emojiScenes: Scenes = {
  'emoji.list': { args: () => ({}) },
  'admin.emoji.add': { args: () => ({ name: unique('emoji'), url: dataUrl(png(8)) }) },
  'admin.emoji.addAlias': { args: () => ({ name: unique('emoji'), alias_for: 'tada' }) },
  'admin.emoji.remove': removed(another),
  'admin.emoji.remove · one’s own': removed(own),
  'admin.emoji.rename': renamed(another),
  'admin.emoji.rename · one’s own': renamed(own),
  'admin.emoji.list': { args: () => ({}) },
};
