import { absolute } from '../../../../../domain/images/pictures.ts';
import { mayAddEmoji } from '../../../../../domain/permissions/permissions.ts';
import { readCursor, writeCursor } from '../../../../../protocol/cursor.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';

export const adminEmojiList = handler<'admin.emoji.list'>(async ({ objects, actor, request }, args) => {
  if (!mayAddEmoji(actor)) return refuse('not_an_admin');
  const start = readCursor('admin.emoji.list', args.cursor, isName);
  if (!start.ok) return start;
  const { limit } = args;
  const found = await objects
    .directory(actor.teamId)
    .emoji({ limit: limit + 1, ...(start.after === undefined ? {} : { after: start.after }) });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1)?.name : undefined;
  return accept({
    emoji: Object.fromEntries(
      page.map(({ name, value, created, creator }) => [
        name,
        { url: absolute(request.origin, value), date_created: created, uploaded_by: creator },
      ]),
    ),
    response_metadata: { next_cursor: writeCursor('admin.emoji.list', last) },
  });
});

const isName = (text: string): text is string => text !== '';
