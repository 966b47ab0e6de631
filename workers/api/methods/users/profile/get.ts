import { isUserId } from '../../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { seesAll } from '../../../sight.ts';
import { showProfile } from '../../../show-user.ts';

export const usersProfileGet = handler<'users.profile.get'>(async (context, args) => {
  const user = args.user ?? context.actor.userId;
  if (!isUserId(user)) return refuse('user_not_found');
  if (!(await seesAll(context, [user]))) return refuse('user_not_found');
  const person = await context.objects.directory(context.actor.teamId).person(user);
  return person === undefined ? refuse('user_not_found') : accept({ profile: showProfile(context, person) });
});
