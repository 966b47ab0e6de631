import { mayReadFromOutside } from '../../../../domain/permissions/permissions.ts';
import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { isChannelId, isDirectId, isUserId } from '../../../../protocol/ids.ts';
import type { ChannelId } from '../../../../protocol/ids.ts';
import type { ReactedPlace } from '../../../../protocol/objects/saving.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { handler } from '../../handler.ts';
import { pickMessages } from '../../pick-messages.ts';
import { showPaging } from '../../show-paging.ts';
import { seesAll } from '../../sight.ts';

/** Where somebody reacted is a copy at their Member; of it only what is in channels that the caller may read. */
export const reactionsList = handler<'reactions.list'>(async (context, args) => {
  const { objects, actor } = context;
  const start = readCursor('reactions.list', args.cursor, isPlace);
  if (!start.ok) return start;
  const user = args.user ?? actor.userId;
  if (!isUserId(user)) return refuse('user_not_found');
  const isOwn = user === actor.userId;
  const isKnown = isOwn || (await objects.directory(actor.teamId).person(user)) !== undefined;
  if (!isKnown || !(await seesAll(context, [user]))) return refuse('user_not_found');
  const theirs = objects.member(actor.teamId, user);
  const channelIds = await readable(context, await theirs.reactedChannels());
  const limit = args.limit ?? args.count;
  const after = start.after === undefined ? undefined : readPlace(start.after);
  const skip = after === undefined ? (args.page - 1) * limit : 0;
  const { places, total, more } = await theirs.reacted({
    channelIds,
    skip,
    limit,
    ...(after === undefined ? {} : { after }),
  });
  const messageAt = await pickMessages(context, places);
  const last = more ? places.at(-1) : undefined;
  return accept({
    items: places.flatMap((place) => {
      const message = messageAt(place);
      return message === undefined ? [] : [{ type: 'message' as const, channel: place.channelId, message }];
    }),
    paging: showPaging(total, skip, limit),
    response_metadata: { next_cursor: writeCursor('reactions.list', last && writePlace(last)) },
  });
});

/** Those that the caller is in, and public ones where they read from outside. */
async function readable(
  { objects, actor }: CallerCall,
  channelIds: readonly ChannelId[],
): Promise<ChannelId[]> {
  const memberships = await objects.member(actor.teamId, actor.userId).memberships();
  const own = new Set(memberships.map(({ channelId }) => channelId));
  const others = channelIds.filter((id) => !own.has(id) && !isDirectId(id));
  const isAsked = others.length > 0 && mayReadFromOutside(actor);
  const summaries = isAsked ? await objects.directory(actor.teamId).summaries(others) : [];
  const open = new Set(summaries.filter(({ kind }) => kind === 'public').map(({ id }) => id));
  return channelIds.filter((id) => own.has(id) || open.has(id));
}

type PlaceText = `${number}/${string}/${number}`;
const writePlace = ({ at, channelId, seq }: ReactedPlace): PlaceText => `${at}/${channelId}/${seq}`;
const isPlace = (text: string): text is PlaceText => readPlace(text) !== undefined;

function readPlace(text: string): ReactedPlace | undefined {
  const match = /^(\d{1,16})\/([^/]*)\/(\d{1,15})$/.exec(text);
  const [, at = '', channelId = '', seq = ''] = match ?? [];
  return isChannelId(channelId) ? { at: Number(at), channelId, seq: Number(seq) } : undefined;
}
