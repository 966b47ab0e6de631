import type { ImageFacts } from '../../domain/images/read-image.ts';
import type { Crop, Picture } from '../../platform/images/port.ts';
import type { MethodInput } from '../../protocol/methods.ts';
import { accept, refuse } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { readUpload } from './read-upload.ts';

/** Before anything is decoded: what is larger takes more memory than a Worker has. */
const sideMax = 10_000;
const pixelsMax = 40_000_000;
const framesMax = 50;

export interface Photo {
  readonly picture: Picture;
  readonly crop: Crop | undefined;
}
type PhotoError = 'bad_image' | 'too_large' | 'too_many_frames' | 'invalid_arguments';

/** What came to be shown as a square. */
export function readPhoto(args: MethodInput<'users.setPhoto'>): Outcome<Photo, PhotoError> {
  if (args.image === undefined) return refuse('bad_image', say('image is missing'));
  const { bytes, facts } = readUpload(args.image);
  if (facts === undefined) return refuse('bad_image');
  if (Math.max(facts.width, facts.height) > sideMax || facts.width * facts.height > pixelsMax) {
    return refuse('too_large', say(`a side is at most ${sideMax}, all of it ${pixelsMax} pixels`));
  }
  if (facts.frames > framesMax) return refuse('too_many_frames');
  const read = readCrop(args, facts);
  return read.ok ? accept({ picture: { bytes, type: facts.type }, crop: read.crop }) : read;
}

/** A square within the picture; a camera that was held upright may have noted its sides the other way round. */
function readCrop(
  { crop_x: x = 0, crop_y: y = 0, crop_w: width }: MethodInput<'users.setPhoto'>,
  facts: ImageFacts,
): Outcome<{ crop: Crop | undefined }, 'invalid_arguments'> {
  if (width === undefined) return accept({ crop: undefined });
  const fits = (across: number, down: number): boolean => x + width <= across && y + width <= down;
  if (width > 0 && (fits(facts.width, facts.height) || fits(facts.height, facts.width))) {
    return accept({ crop: { x, y, width } });
  }
  return refuse('invalid_arguments', say('the crop is not within the picture [json-pointer:/crop_w]'));
}

const say = (what: string) => ({ messages: [`[ERROR] ${what}`] });
