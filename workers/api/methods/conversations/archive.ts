import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';

export const conversationsArchive = handler<'conversations.archive'>(async (context, args) => {
  const seen = await requireMember(context, args.channel);
  return seen.ok ? context.objects.channel(seen.channelId).archive(context.actor) : seen;
});
