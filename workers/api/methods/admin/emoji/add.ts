import { decideEmojiName } from '../../../../../domain/emoji/emoji-name.ts';
import { emojiKey } from '../../../../../domain/images/pictures.ts';
import { mayAddEmoji } from '../../../../../domain/permissions/permissions.ts';
import type { Picture } from '../../../../../platform/images/port.ts';
import { mintPictureHash } from '../../../../../platform/secrets/mint.ts';
import type { MethodError, MethodInput } from '../../../../../protocol/methods.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../../protocol/refusal.ts';
import { readUpload } from '../../../../pictures/read-upload.ts';
import { handler } from '../../../handler.ts';

const bytesMax = 256 * 1024;
const sideMax = 512;
const framesMax = 50;

export const adminEmojiAdd = handler<'admin.emoji.add'>(async ({ objects, actor, blobs }, args) => {
  // The Directory decides by its own row; nothing is stored for one who cannot come through.
  if (!mayAddEmoji(actor)) return refuse('not_an_admin');
  const named = decideEmojiName(args.name);
  if (!named.ok) return named;
  const read = readPicture(args);
  if (!read.ok) return read;
  const hash = mintPictureHash();
  const key = emojiKey(actor.teamId, hash);
  await objects.directory(actor.teamId).expectPicture(actor, key);
  await blobs.put(key, read.picture.bytes, read.picture.type);
  const added = await objects.directory(actor.teamId).addEmoji(actor, { name: named.name, hash });
  if (!added.ok) await blobs.deleteAll(key);
  return added.ok ? accept({}) : added;
});

function readPicture({
  url = '',
  image,
}: MethodInput<'admin.emoji.add'>): Outcome<{ picture: Picture }, MethodError<'admin.emoji.add'>> {
  if (image === undefined && url === '') return refuse('no_image_uploaded');
  // On nobody's behalf do we call an address that they name.
  if (image === undefined && !/^\s*data:/i.test(url)) return refuse('error_bad_upload');
  const { bytes, facts } = readUpload(image ?? url);
  if (bytes.length === 0) return refuse('error_no_image');
  if (bytes.length > bytesMax) return refuse('error_too_big');
  if (facts === undefined) return refuse('error_bad_format');
  if (Math.max(facts.width, facts.height) > sideMax) return refuse('error_bad_wide');
  if (facts.frames > framesMax) return refuse('too_many_frames');
  return accept({ picture: { bytes, type: facts.type } });
}
