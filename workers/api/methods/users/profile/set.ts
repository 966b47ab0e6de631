import { decideProfileTexts } from '../../../../../domain/profile/decide-profile.ts';
import { isUserId } from '../../../../../protocol/ids.ts';
import type { MethodInput } from '../../../../../protocol/methods.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { showProfile } from '../../../show-user.ts';

export const usersProfileSet = handler<'users.profile.set'>(async (context, args) => {
  const { objects, actor } = context;
  const user = args.user ?? actor.userId;
  const fields = fieldsOf(args);
  if (fields === undefined) return refuse('invalid_profile');
  const texts = decideProfileTexts(fields);
  if (!texts.ok) return texts;
  if (!isUserId(user)) return refuse('user_not_found');
  const changed = await objects.directory(actor.teamId).setProfile(actor, user, fields);
  if (!changed.ok) return changed;
  const { person } = changed;
  return accept({ username: person.user.name, profile: showProfile(context, person) });
});

/** Several fields, or, where those did not come, one by `name` and `value`. */
function fieldsOf({ profile, name, value }: MethodInput<'users.profile.set'>) {
  if (profile !== undefined) return profile;
  return name === undefined || name === '' ? undefined : { [name]: value ?? '' };
}
