import { expect, test } from 'vitest';
import type { Env } from '../env.ts';
import { imagesOf } from './cloudflare.ts';

/** The binding, keeping what it is asked for: its stand-in on this machine passes `trim` over. */
function recorder(answer: () => Response): { binding: Env['IMAGES']; asked: unknown[] } {
  const asked: unknown[] = [];
  const transformer = {
    transform: (how: unknown) => {
      asked.push(how);
      return transformer;
    },
    output: async (how: unknown) => {
      asked.push(how);
      await Promise.resolve();
      return { response: answer };
    },
  };
  return { binding: { input: () => transformer } as unknown as Env['IMAGES'], asked };
}
const picture = { bytes: Uint8Array.from([1]), type: 'image/gif' } as const;

test('a square is cut out first and then made small, without what a camera noted and without motion', async () => {
  const { binding, asked } = recorder(() => new Response('small'));
  const images = imagesOf(binding === undefined ? {} : { IMAGES: binding });
  const made = await images?.square(picture, 48, { x: 10, y: 20, width: 300 });
  expect(asked).toEqual([
    { trim: { left: 10, top: 20, width: 300, height: 300 } },
    { width: 48, height: 48, fit: 'cover' },
    { format: 'image/png', anim: false },
  ]);
  expect(made).toEqual({ type: 'image/png', bytes: new TextEncoder().encode('small') });
});

test('a picture that cannot be read is none', async () => {
  const failing = recorder(() => {
    throw new Error('IMAGES_TRANSFORM_ERROR 9412');
  });
  const refused = recorder(() => new Response('ERROR 9412', { status: 415 }));
  for (const { binding } of [failing, refused])
    expect(
      await imagesOf(binding === undefined ? {} : { IMAGES: binding })?.square(picture, 48, undefined),
    ).toBeUndefined();
});

test('where none is bound there is none', () => {
  expect(imagesOf({})).toBeUndefined();
});
