import { presentPhoto } from '../../../../domain/present/user.ts';
import type { ImageFacts } from '../../../../domain/images/read-image.ts';
import type { Crop } from '../../../../platform/images/port.ts';
import type { MethodInput } from '../../../../protocol/methods.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import { readUpload } from '../../../pictures/read-upload.ts';
import { storeAvatar } from '../../../pictures/store-avatar.ts';
import { handler } from '../../handler.ts';

/** Before anything is decoded: what is larger takes more memory than a Worker has. */
const sideMax = 10_000;
const pixelsMax = 40_000_000;
const framesMax = 50;

export const usersSetPhoto = handler<'users.setPhoto'>(async (context, args) => {
  const { objects, actor, blobs, request } = context;
  if (args.image === undefined) return refuse('bad_image', say('image is missing'));
  const { bytes, facts } = readUpload(args.image);
  if (facts === undefined) return refuse('bad_image');
  if (Math.max(facts.width, facts.height) > sideMax || facts.width * facts.height > pixelsMax) {
    return refuse('too_large', say(`a side is at most ${sideMax}, all of it ${pixelsMax} pixels`));
  }
  if (facts.frames > framesMax) return refuse('too_many_frames');
  const read = readCrop(args, facts);
  if (!read.ok) return read;
  const stored = await storeAvatar(context, actor.teamId, { bytes, type: facts.type }, read.crop);
  if (!stored.ok) return stored;
  const set = await objects.directory(actor.teamId).setPhoto(actor, stored.hash);
  if (set.ok) return accept({ profile: presentPhoto(set.person.user.profile, request.origin) });
  await blobs.deleteAll(`${stored.key}/`);
  return set;
});

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
