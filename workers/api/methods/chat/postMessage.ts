import { readContent, remarksOn } from '../../../../domain/messages/read-content.ts';
import { readLook } from '../../../../domain/messages/read-look.ts';
import { accept } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { readAppearance } from './appearance.ts';
import { findDestination } from './destination.ts';
import { readNewText, withNames } from './read-text.ts';
import { readThread } from './thread.ts';

export const chatPostMessage = handler<'chat.postMessage'>(async (context, args) => {
  const read = readContent(args);
  if (!read.ok) return read;
  const thread = readThread(args.thread_ts);
  if (!thread.ok) return thread;
  const words = readNewText(args, read.content);
  if (!words.ok) return words;
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  const { channelId } = destination;
  const text = await withNames(context, words.text, args);
  const posted = await context.objects.channel(channelId).post(context.actor, {
    text,
    broadcast: args.reply_broadcast,
    ...read.content,
    ...readAppearance(args),
    ...defined({
      look: readLook(context.caller, args),
      threadTs: thread.threadTs,
      clientMessageId: args.client_msg_id,
    }),
  });
  if (!posted.ok) return posted;
  return accept({
    channel: channelId,
    ts: posted.message.ts,
    message: posted.message,
    ...remarksOn(text, read.content),
  });
});
