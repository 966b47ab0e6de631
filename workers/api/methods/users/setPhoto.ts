import { avatarKey, avatarSizes } from '../../../../domain/images/pictures.ts';
import { presentPhoto } from '../../../../domain/present/user.ts';
import { mintPictureHash } from '../../../../platform/secrets/mint.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { readPhoto } from '../../../pictures/read-photo.ts';
import { storePhoto } from '../../../pictures/store-photo.ts';
import { handler } from '../../handler.ts';

export const usersSetPhoto = handler<'users.setPhoto'>(async (context, args) => {
  const { objects, actor, blobs, request } = context;
  const photo = readPhoto(args);
  if (!photo.ok) return photo;
  const hash = mintPictureHash();
  const key = avatarKey(actor.teamId, hash);
  await objects.directory(actor.teamId).expectPicture(actor, `${key}/`);
  const stored = await storePhoto(context, { key, sizes: avatarSizes }, photo);
  if (!stored.ok) return stored;
  const set = await objects.directory(actor.teamId).setPhoto(actor, hash);
  if (set.ok) return accept({ profile: presentPhoto(set.person.user.profile, request.origin) });
  await blobs.deleteAll(`${key}/`);
  return set;
});
