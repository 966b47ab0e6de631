import { readAttachments } from '../../../../domain/messages/read-attachments.ts';
import { readBlocks } from '../../../../domain/messages/read-blocks.ts';
import { isUserId } from '../../../../protocol/ids.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';
import { findDestination } from './destination.ts';

export const chatPostEphemeral = handler<'chat.postEphemeral'>(async (context, args) => {
  const blocks = readBlocks(args.blocks);
  if (!blocks.ok) return blocks;
  const attachments = readAttachments(args.attachments);
  if (!attachments.ok) return attachments;
  const { thread_ts: thread } = args;
  const threadTs = thread === undefined ? undefined : readTimestamp(thread);
  if (thread !== undefined && threadTs === undefined) return refuse('invalid_thread_ts');
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  if (!isUserId(args.user)) return refuse('user_not_in_channel');
  const said = await context.objects.channel(destination.channelId).postEphemeral(context.actor, args.user, {
    text: args.text,
    ...defined({ threadTs, blocks: blocks.blocks, attachments: attachments.attachments }),
  });
  return said.ok ? accept({ message_ts: said.ts }) : said;
});
