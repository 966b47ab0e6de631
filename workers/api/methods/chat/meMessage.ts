import { accept } from '../../../../protocol/refusal.ts';
import { decideText } from '../../../../domain/messages/decide-post.ts';
import { storedText } from '../../../../domain/mrkdwn/store-text.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { findDestination } from './destination.ts';

export const chatMeMessage = handler<'chat.meMessage'>(async (context, args) => {
  const text = storedText(args.text);
  const decided = decideText(text);
  if (!decided.ok) return decided;
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  const { channelId } = destination;
  const said = await context.objects.channel(channelId).sayMe(context.actor, {
    text,
    ...defined({ clientMessageId: args.client_msg_id }),
  });
  return said.ok ? accept({ channel: channelId, ts: said.message.ts }) : said;
});
