import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { openSession } from '../../open-session.ts';
import { showPlace } from '../../show-account.ts';

export const workspacesEnter = handler<'workspaces.enter'>(async (context, args) => {
  const { objects, session } = context;
  // The account's own list: an id that is not in it wakes no workspace.
  const place = session.places.find(({ teamId }) => teamId === args.team_id);
  if (place === undefined) return refuse('team_not_found');
  const person = await objects.directory(place.teamId).personOfAccount(session.account.id);
  if (person === undefined) return refuse('team_not_found');
  if (!person.isActive) return refuse('account_deactivated');
  const userId = person.id;
  const opened = await openSession(context, { teamId: place.teamId, userId }, session.sessionId);
  return opened.ok ? accept({ ...showPlace({ ...place, userId }), token: opened.token }) : opened;
});
