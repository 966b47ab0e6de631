import type { ImageType } from '../../domain/images/read-image.ts';

export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: ImageType;
}

/** A square of a picture, in its pixels. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Makes pictures smaller. What it answers carries none of the camera's notes (place, owner). */
export interface Images {
  /** Undefined: it cannot be read. Without `crop` the middle; `size`: of a side, in pixels. */
  square(picture: Picture, size: number, crop: Crop | undefined): Promise<Picture | undefined>;
}
