import { starredKind } from '../../../../domain/unread/personal-events.ts';
import { isSeq, readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import type { MethodOutput } from '../../../../protocol/methods.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { permalinkOf } from '../../permalink.ts';
import { pickMessages, standingPlaces } from '../../pick-messages.ts';
import { showPaging } from '../../show-paging.ts';

/**
 * Deleting a message tells nobody who starred it, and neither does losing sight of a channel: so the channels are
 * asked when the list is read, first which of all stand, then for the messages of one page.
 */
export const starsList = handler<'stars.list'>(async (context, args) => {
  const start = readCursor('stars.list', args.cursor, isSeq);
  if (!start.ok) return start;
  const { objects, actor } = context;
  const all = (await objects.member(actor.teamId, actor.userId).stars()).map((star) => ({
    ...star,
    seq: star.message?.seq ?? 0,
  }));
  const standing = await standingPlaces(context, all);
  const limit = args.limit ?? args.count;
  const { after } = start;
  const skip =
    after === undefined
      ? (args.page - 1) * limit
      : standing.filter(({ version }) => version >= Number(after)).length;
  const page = standing.slice(skip, skip + limit);
  const messageAt = await pickMessages(context, page);
  const items = page.flatMap((star): Item[] => {
    const { channelId: channel, created } = star;
    if (star.message === undefined) {
      return [{ type: starredKind(channel), channel, date_create: created }];
    }
    const message = messageAt(star);
    // Deleted since it was asked for a moment ago.
    if (message === undefined) return [];
    const shown = {
      ...message,
      is_starred: true as const,
      permalink: permalinkOf(context, channel, message),
    };
    return [{ type: 'message' as const, channel, message: shown, date_create: created }];
  });
  const last = standing.length > skip + limit ? page.at(-1) : undefined;
  return accept({
    items,
    paging: showPaging(standing.length, skip, limit),
    response_metadata: { next_cursor: writeCursor('stars.list', last?.version) },
  });
});

type Item = MethodOutput<'stars.list'>['items'][number];
