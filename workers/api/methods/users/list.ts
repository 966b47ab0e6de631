import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { isUserId } from '../../../../protocol/ids.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { pageOfPeople } from '../../people-page.ts';
import { showUser } from '../../show-user.ts';

export const usersList = handler<'users.list'>(async (context, args) => {
  const start = readCursor('users.list', args.cursor, isUserId);
  if (!start.ok) return start;
  const { people, more } = await pageOfPeople(context, {
    limit: args.limit,
    ...(start.after === undefined ? {} : { after: start.after }),
  });
  const last = more ? people.at(-1)?.id : undefined;
  return accept({
    members: people.map((person) => showUser(context, person, args.include_locale)),
    cache_ts: Math.floor(context.nowMs / 1_000),
    response_metadata: { next_cursor: writeCursor('users.list', last) },
  });
});
