import { readContent, remarksOn } from '../../../../domain/messages/read-content.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';
import { findDestination } from './destination.ts';

export const chatPostMessage = handler<'chat.postMessage'>(async (context, args) => {
  const read = readContent(args);
  if (!read.ok) return read;
  const { thread_ts: thread } = args;
  const threadTs = thread === undefined ? undefined : readTimestamp(thread);
  if (thread !== undefined && threadTs === undefined) return refuse('invalid_thread_ts');
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  const { channelId } = destination;
  const posted = await context.objects.channel(channelId).post(context.actor, {
    text: args.text,
    broadcast: args.reply_broadcast,
    ...read.content,
    ...defined({ threadTs, clientMessageId: args.client_msg_id }),
  });
  if (!posted.ok) return posted;
  return accept({
    channel: channelId,
    ts: posted.message.ts,
    message: posted.message,
    ...remarksOn(args.text, read.content),
  });
});
