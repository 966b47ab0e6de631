import { readCursor, writeCursor } from '../../../../../protocol/cursor.ts';
import { isChannelId } from '../../../../../protocol/ids.ts';
import type { ScheduledMessage, ScheduledPlace } from '../../../../../protocol/objects/scheduling.ts';
import { accept, refuse } from '../../../../../protocol/refusal.ts';
import { defined } from '../../../defined.ts';
import { requireVisible } from '../../../gate.ts';
import { handler } from '../../../handler.ts';

const method = 'chat.scheduledMessages.list';

export const chatScheduledMessagesList = handler<typeof method>(async (context, args) => {
  const { objects, actor } = context;
  const { channel } = args;
  const start = readCursor(method, args.cursor, isPlace);
  if (!start.ok) return start;
  if (channel !== undefined && !isChannelId(channel)) return refuse('invalid_channel');
  const { messages, next } = await objects.member(actor.teamId, actor.userId).scheduled({
    limit: args.limit,
    ...defined({
      channelId: channel,
      oldest: args.oldest,
      latest: args.latest,
      after: start.after === undefined ? undefined : readPlace(start.after),
    }),
  });
  // What is the caller's own is listed; else a channel that they may not see is as one that never was.
  if (messages.length === 0 && channel !== undefined && !(await requireVisible(context, channel)).ok) {
    return refuse('invalid_channel');
  }
  return accept({
    scheduled_messages: messages.map(shown),
    response_metadata: { next_cursor: writeCursor(method, next && `${next.postAt}-${next.number}`) },
  });
});

const isPlace = (text: string): text is `${number}-${number}` => /^\d{1,10}-\d{1,15}$/.test(text);

function readPlace(text: `${number}-${number}`): ScheduledPlace {
  const [postAt, number] = text.split('-');
  return { postAt: Number(postAt), number: Number(number) };
}

const shown = ({ id, channelId, postAt, created, command, failure }: ScheduledMessage) => ({
  id,
  channel_id: channelId,
  post_at: postAt,
  date_created: created,
  text: command.text,
  ...defined({ thread_ts: command.threadTs, error: failure }),
});
