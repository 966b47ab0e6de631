import type { Blobs } from '../../platform/blobs/port.ts';
import type { Images, Picture } from '../../platform/images/port.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { Photo } from './read-photo.ts';

/** Slack's largest. The original is not kept: it may be a whole photograph with the place where it was taken. */
const originalSize = 1024;

/** Keeps a photo in all sizes under a new key, which nothing names yet. */
export async function storePhoto(
  { blobs, images }: { readonly blobs: Blobs; readonly images: Images | undefined },
  { key, sizes }: { readonly key: string; readonly sizes: readonly number[] },
  { picture, crop }: Photo,
): Promise<Outcome<object, 'bad_image'>> {
  const put = ({ bytes, type }: Picture, size: number | 'original') =>
    blobs.put(`${key}/${size}`, bytes, type);
  if (images === undefined) {
    await put(picture, 'original');
    return accept({});
  }
  const largest = await images.square(picture, originalSize, crop);
  if (largest === undefined) return refuse('bad_image');
  await put(largest, 'original');
  for (const size of sizes) {
    // Of what was cropped and made smaller once: that is quicker than from the photograph each time.
    const made = size === originalSize ? largest : await images.square(largest, size, undefined);
    if (made === undefined) {
      await blobs.deleteAll(`${key}/`);
      return refuse('bad_image');
    }
    await put(made, size);
  }
  return accept({});
}
