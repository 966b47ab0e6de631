import { iconKey, iconSizes } from '../../../../domain/images/pictures.ts';
import { mayRunWorkspace } from '../../../../domain/permissions/permissions.ts';
import { presentTeam } from '../../../../domain/present/team.ts';
import { mintPictureHash } from '../../../../platform/secrets/mint.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { readPhoto } from '../../../pictures/read-photo.ts';
import { storePhoto } from '../../../pictures/store-photo.ts';
import { handler } from '../../handler.ts';

export const workspacesSetIcon = handler<'workspaces.setIcon'>(async (context, args) => {
  const { objects, actor, blobs, request } = context;
  // The Directory decides by its own row; nothing is stored for one who cannot come through.
  if (!mayRunWorkspace(actor)) return refuse('not_an_admin');
  const photo = readPhoto(args);
  if (!photo.ok) return photo;
  const hash = mintPictureHash();
  const key = iconKey(actor.teamId, hash);
  await objects.directory(actor.teamId).expectPicture(actor, `${key}/`);
  const stored = await storePhoto(context, { key, sizes: iconSizes }, photo);
  if (!stored.ok) return stored;
  const set = await objects.directory(actor.teamId).setIcon(actor, hash);
  if (set.ok) return accept({ team: presentTeam(set.team, request.origin) });
  await blobs.deleteAll(`${key}/`);
  return set;
});
