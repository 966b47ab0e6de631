import { expect, test } from 'vitest';
import type { Blobs } from '../../platform/blobs/port.ts';
import { mintId } from '../../platform/secrets/mint.ts';
import type { CallerCall } from './context.ts';
import { adminEmojiAdd } from './methods/admin/emoji/add.ts';
import { usersSetPhoto } from './methods/users/setPhoto.ts';
import { workspacesSetIcon } from './methods/workspaces/setIcon.ts';

/** One pixel. */
const image =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('the Directory is told of bytes before they are stored, so that a death after it leaves none that nothing names', async () => {
  const actor = { teamId: mintId('T'), userId: mintId('U'), role: 'owner' as const };
  const verbs = {
    setPhoto: (context: CallerCall) => usersSetPhoto(context, { image }),
    setIcon: (context: CallerCall) => workspacesSetIcon(context, { image }),
    addEmoji: (context: CallerCall) =>
      adminEmojiAdd(context, { name: 'party-ferry', image, mode: 'data' } as never),
  };
  for (const [verb, call] of Object.entries(verbs)) {
    const done: string[] = [];
    let expected = 'nothing yet';
    const directory = {
      expectPicture: async (_: unknown, prefix: string) => {
        done.push('expected');
        expected = prefix;
      },
      [verb]: async () => {
        done.push('named');
        throw new Error('died');
      },
    };
    const blobs: Pick<Blobs, 'put'> = {
      put: async (key) => {
        done.push(key.startsWith(expected) ? 'stored' : `stored ${key}`);
      },
    };
    const context = { actor, blobs, images: undefined, objects: { directory: () => directory } };
    await expect(call(context as unknown as CallerCall)).rejects.toThrow('died');
    expect([verb, ...done]).toEqual([verb, 'expected', 'stored', 'named']);
  }
});
