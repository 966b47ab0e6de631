import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { seesAll } from '../../sight.ts';
import { showUser } from '../../show-user.ts';

export const usersLookupByEmail = handler<'users.lookupByEmail'>(async (context, { email }) => {
  const person = await context.objects.directory(context.actor.teamId).personByEmail(email);
  return person === undefined || !(await seesAll(context, [person.id]))
    ? refuse('users_not_found')
    : accept({ user: showUser(context, person, false) });
});
