import { readGif, readJpeg, readPng, readWebp } from './formats.ts';

export const imageTypes = ['image/png', 'image/gif', 'image/jpeg', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

export interface ImageSize {
  readonly width: number;
  readonly height: number;
  /** Pictures in it: more than one is an animation. */
  readonly frames: number;
}
export interface ImageFacts extends ImageSize {
  readonly type: ImageType;
}

/**
 * What a picture is by its own bytes, whatever it is called; undefined for everything that is none of these types,
 * SVG above all, which is a program. Nothing is decoded: sizes are known before a bomb could go off.
 */
export function readImage(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (const [type, read] of formats) {
      const size = read(view);
      if (size !== undefined) return size.width > 0 && size.height > 0 ? { type, ...size } : undefined;
    }
  } catch (error) {
    // It ends before it said its size.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return undefined;
}

const formats: readonly (readonly [ImageType, (view: DataView) => ImageSize | undefined])[] = [
  ['image/png', readPng],
  ['image/gif', readGif],
  ['image/jpeg', readJpeg],
  ['image/webp', readWebp],
];
