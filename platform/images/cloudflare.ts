import type { Env } from '../env.ts';
import type { Images, Picture } from './port.ts';

/**
 * By Cloudflare's binding where it is bound. Under `wrangler dev` its stand-in passes `trim` over, so that a crop
 * becomes the middle there.
 */
export const imagesOf = ({ IMAGES }: Pick<Env, 'IMAGES'>): Images | undefined =>
  IMAGES && {
    async square(picture, size, crop) {
      const format = formatFor(picture);
      const input = IMAGES.input(streamOf(picture));
      const cropped =
        crop === undefined
          ? input
          : input.transform({
              trim: { left: crop.x, top: crop.y, width: crop.width, height: crop.width },
            });
      try {
        const made = await cropped
          .transform({ width: size, height: size, fit: 'cover' })
          .output({ format, anim: false });
        const response = made.response();
        if (!response.ok) return undefined;
        return { bytes: new Uint8Array(await response.arrayBuffer()), type: format };
      } catch (error) {
        console.warn(JSON.stringify({ event: 'picture_refused', reason: String(error) }));
        return undefined;
      }
    },
  };

/** What has no transparency stays without; an animation becomes its first picture. */
const formatFor = ({ type }: Picture): 'image/jpeg' | 'image/png' | 'image/webp' =>
  type === 'image/gif' ? 'image/png' : type;

const streamOf = ({ bytes }: Picture): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
