import type { ImageSize } from './read-image.ts';

/**
 * The headers of four formats. Each reader answers undefined where its signature is not there; a file that ends too
 * early makes DataView throw a RangeError.
 */
const startsWith = (view: DataView, at: number, letters: string): boolean =>
  view.byteLength >= at + letters.length &&
  [...letters].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));

const fourLetters = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));

/** ISO/IEC 15948: chunks of length, name, data, checksum; IHDR first, acTL (animation) before the data. */
export function readPng(view: DataView): ImageSize | undefined {
  if (!startsWith(view, 0, '\x89PNG\r\n\x1a\n') || fourLetters(view, 12) !== 'IHDR') return undefined;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    const name = fourLetters(view, at + 4);
    if (name === 'acTL') return { ...size, frames: Math.max(1, view.getUint32(at + 8)) };
    if (name === 'IDAT') return { ...size, frames: 1 };
  }
}

/** GIF89a: a screen, then blocks; each image is one frame. */
export function readGif(view: DataView): ImageSize | undefined {
  if (!startsWith(view, 0, 'GIF87a') && !startsWith(view, 0, 'GIF89a')) return undefined;
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let at = 13 + colorsLength(view.getUint8(10));
  let frames = 0;
  for (;;) {
    const block = view.getUint8(at);
    if (block === 0x3b) break;
    if (block === 0x21) {
      at = afterBlocks(view, at + 2);
    } else if (block === 0x2c) {
      frames += 1;
      at = afterBlocks(view, at + 11 + colorsLength(view.getUint8(at + 9)));
    } else {
      return undefined;
    }
    // Many files lack the end mark.
    if (at >= view.byteLength) break;
  }
  return frames === 0 ? undefined : { ...size, frames };
}

const colorsLength = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Blocks of data, each with its length before it, up to the empty one. */
function afterBlocks(view: DataView, start: number): number {
  let at = start;
  for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += 1 + length;
  return at + 1;
}

/** ITU T.81: segments up to the one that begins the frame, which says its size. */
export function readJpeg(view: DataView): ImageSize | undefined {
  if (!startsWith(view, 0, '\xff\xd8\xff')) return undefined;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), frames: 1 };
    // The data begins, or the picture ends, and nothing said how large it is.
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + view.getUint16(at + 2);
  }
}

/** RIFF chunks: VP8X tells the canvas of what is animated or has an alpha channel, VP8 and VP8L their own size. */
export function readWebp(view: DataView): ImageSize | undefined {
  if (!startsWith(view, 0, 'RIFF') || !startsWith(view, 8, 'WEBP')) return undefined;
  switch (fourLetters(view, 12)) {
    case 'VP8X': {
      const width = 1 + (view.getUint32(24, true) & 0xffffff);
      const height = 1 + (view.getUint32(26, true) >>> 8);
      return { width, height, frames: Math.max(1, animationFrames(view)) };
    }
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return undefined;
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), frames: 1 };
    }
    case 'VP8 ': {
      if (!startsWith(view, 23, '\x9d\x01\x2a')) return undefined;
      const width = view.getUint16(26, true) & 0x3fff;
      return { width, height: view.getUint16(28, true) & 0x3fff, frames: 1 };
    }
    default:
      return undefined;
  }
}

function animationFrames(view: DataView): number {
  let frames = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    if (fourLetters(view, at) === 'ANMF') frames += 1;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return frames;
}
