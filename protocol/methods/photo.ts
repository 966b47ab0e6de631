import * as v from 'valibot';
import * as argument from '../arguments.ts';

const pixels = v.optional(v.pipe(argument.integer(0, 20_000), v.description('pixels of the picture')));

/** A picture that is shown as a square, and which square of it. */
export const photoArguments = {
  image: v.optional(argument.picture),
  crop_x: pixels,
  crop_y: pixels,
  crop_w: pixels,
};

/** With the form around it. */
export const photoBytesMax = 6 * 1024 * 1024;
