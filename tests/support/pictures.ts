import { encodePng } from '../../dev/demo/png.ts';

export { dataUrl } from '../../dev/demo/png.ts';

/** A real PNG of one colour. */
export const png = (width: number, height = width): Uint8Array<ArrayBuffer> =>
  encodePng(width, height, () => [90, 60, 200, 255]);

/** A GIF of one pixel, so many times. */
export function gif(frames: number): Uint8Array<ArrayBuffer> {
  const screen = Buffer.from('R0lGODlhAQABAIAAAAAAAP///w==', 'base64');
  const frame = Buffer.from('2c0000000001000100000202440100', 'hex');
  const all = Array.from({ length: frames }, () => frame);
  return new Uint8Array(Buffer.concat([screen, ...all, Buffer.from(';')]));
}
