import { isUserId } from '../../../../protocol/ids.ts';
import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const membersReactivate = handler<'members.reactivate'>(async ({ objects, actor }, args) =>
  isUserId(args.user_id)
    ? objects.directory(actor.teamId).reactivate(actor, args.user_id)
    : refuse('user_not_found'),
);
