import { isUserId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { seesAll } from '../../sight.ts';
import { showUser } from '../../show-user.ts';

export const usersInfo = handler<'users.info'>(async (context, args) => {
  if (!isUserId(args.user)) return refuse('user_not_found');
  if (!(await seesAll(context, [args.user]))) return refuse('user_not_visible');
  const person = await context.objects.directory(context.actor.teamId).person(args.user);
  if (person === undefined) return refuse('user_not_found');
  return accept({ user: showUser(context, person, args.include_locale) });
});
