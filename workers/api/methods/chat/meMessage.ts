import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { findDestination } from './destination.ts';

export const chatMeMessage = handler<'chat.meMessage'>(async (context, args) => {
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  const { channelId } = destination;
  const said = await context.objects.channel(channelId).sayMe(context.actor, args.text);
  return said.ok ? accept({ channel: channelId, ts: said.message.ts }) : said;
});
