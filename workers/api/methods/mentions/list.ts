import { readCursor, writeCursor } from '../../../../protocol/cursor.ts';
import { isChannelId } from '../../../../protocol/ids.ts';
import type { MentionPlace } from '../../../../protocol/objects/reading.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { pickMessages } from '../../pick-messages.ts';
import { readTimestamp } from '../../read-timestamp.ts';

/** Where somebody is mentioned is a copy at their Member; what was said there the channels say, as it stands now. */
export const mentionsList = handler<'mentions.list'>(async (context, args) => {
  const start = readCursor('mentions.list', args.cursor, isPlace);
  if (!start.ok) return start;
  const { objects, actor } = context;
  const after = start.after === undefined ? undefined : readPlace(start.after);
  const { places, more } = await objects.member(actor.teamId, actor.userId).mentions({
    limit: args.limit,
    ...(after === undefined ? {} : { after }),
  });
  const messageAt = await pickMessages(context, places);
  const last = more ? places.at(-1) : undefined;
  return accept({
    items: places.flatMap((place) => {
      const message = messageAt(place);
      return message === undefined ? [] : [{ type: 'message' as const, channel: place.channelId, message }];
    }),
    response_metadata: { next_cursor: writeCursor('mentions.list', last && writePlace(last)) },
  });
});

type PlaceText = `${string}/${string}`;
const writePlace = ({ ts, channelId }: MentionPlace): PlaceText => `${ts}/${channelId}`;
const isPlace = (text: string): text is PlaceText => readPlace(text) !== undefined;

function readPlace(text: string): Pick<MentionPlace, 'ts' | 'channelId'> | undefined {
  const [given = '', channelId = '', ...rest] = text.split('/');
  const ts = readTimestamp(given);
  return ts !== undefined && rest.length === 0 && isChannelId(channelId) ? { ts, channelId } : undefined;
}
