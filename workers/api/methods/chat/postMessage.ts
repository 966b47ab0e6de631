import { readContent, remarksOn } from '../../../../domain/messages/read-content.ts';
import { readLook } from '../../../../domain/messages/read-look.ts';
import type { MethodInput } from '../../../../protocol/methods.ts';
import type { PostCommand } from '../../../../protocol/objects/channel.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';
import { findDestination } from './destination.ts';
import { readWords } from './read-text.ts';

export const chatPostMessage = handler<'chat.postMessage'>(async (context, args) => {
  const read = readContent(args);
  if (!read.ok) return read;
  const { thread_ts: thread } = args;
  const threadTs = thread === undefined ? undefined : readTimestamp(thread);
  if (thread !== undefined && threadTs === undefined) return refuse('invalid_thread_ts');
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  const { channelId } = destination;
  const words = await readWords(context, args);
  if (!words.ok) return words;
  const { text = '' } = words;
  const posted = await context.objects.channel(channelId).post(context.actor, {
    text,
    broadcast: args.reply_broadcast,
    ...read.content,
    ...optionsOf(context, args),
    ...defined({ threadTs, clientMessageId: args.client_msg_id }),
  });
  if (!posted.ok) return posted;
  return accept({
    channel: channelId,
    ts: posted.message.ts,
    message: posted.message,
    ...remarksOn(text, read.content),
  });
});

function optionsOf({ caller }: CallerCall, args: MethodInput<'chat.postMessage'>): Partial<PostCommand> {
  const look = readLook(caller, args);
  const unfurl = defined({ links: args.unfurl_links, media: args.unfurl_media });
  return {
    ...(args.mrkdwn ? {} : { isPlain: true }),
    ...(Object.keys(look).length === 0 ? {} : { look }),
    ...(Object.keys(unfurl).length === 0 ? {} : { unfurl }),
  };
}
