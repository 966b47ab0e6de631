import { readShown, remarksOn } from '../../../../domain/messages/read-content.ts';
import { readLook } from '../../../../domain/messages/read-look.ts';
import { isUserId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { findDestination } from './destination.ts';
import { readNewText, withNames } from './read-text.ts';
import { readThread } from './thread.ts';

export const chatPostEphemeral = handler<'chat.postEphemeral'>(async (context, args) => {
  const read = readShown(args);
  if (!read.ok) return read;
  const thread = readThread(args.thread_ts);
  if (!thread.ok) return thread;
  const words = readNewText(args, read.content);
  if (!words.ok) return words;
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  if (!isUserId(args.user)) return refuse('user_not_in_channel');
  const text = await withNames(context, words.text, args);
  const said = await context.objects.channel(destination.channelId).postEphemeral(context.actor, args.user, {
    text,
    ...read.content,
    ...defined({ look: readLook(context.caller, args), threadTs: thread.threadTs }),
  });
  return said.ok ? accept({ message_ts: said.ts, ...remarksOn(text, read.content) }) : said;
});
