import { readContent } from '../../../../domain/messages/read-content.ts';
import { presentBotProfile } from '../../../../domain/present/bot-profile.ts';
import type { PostCommand } from '../../../../protocol/objects/channel.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';
import { findDestination } from './destination.ts';

/** The channel says whether it would be posted now; the author's Member keeps it until then. */
export const chatScheduleMessage = handler<'chat.scheduleMessage'>(async (context, args) => {
  const postAt = readSeconds(args.post_at);
  if (postAt === undefined) {
    return refuse('invalid_time', { messages: ['[ERROR] post_at: give whole seconds since 1970'] });
  }
  const read = readContent(args);
  if (!read.ok) return read;
  const { thread_ts: thread } = args;
  const threadTs = thread === undefined ? undefined : readTimestamp(thread);
  if (thread !== undefined && threadTs === undefined) return refuse('invalid_thread_ts');
  const destination = await findDestination(context, args.channel);
  if (!destination.ok) return destination;
  const { channelId } = destination;
  const command: PostCommand = {
    text: args.text,
    broadcast: args.reply_broadcast,
    ...read.content,
    ...defined({ threadTs }),
  };
  const { objects, actor } = context;
  const may = await objects.channel(channelId).mayPost(actor, command);
  if (!may.ok) return may;
  const kept = await objects.member(actor.teamId, actor.userId).schedule(channelId, postAt, command);
  if (!kept.ok) return kept;
  return accept({
    channel: channelId,
    scheduled_message_id: kept.id,
    post_at: postAt,
    message: delayed(context, command),
  });
});

function readSeconds(text: string): number | undefined {
  return /^\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

function delayed({ actor, nowMs }: CallerCall, command: PostCommand) {
  const { teamId, userId, bot } = actor;
  const { text, blocks, attachments, metadata, threadTs } = command;
  return {
    type: 'delayed_message' as const,
    text,
    user: userId,
    team: teamId,
    ...(bot === undefined
      ? {}
      : { bot_id: bot.id, bot_profile: presentBotProfile(teamId, bot, Math.floor(nowMs / 1_000)) }),
    ...defined({
      blocks: blocks && [...blocks],
      attachments: attachments && [...attachments],
      metadata: metadata ?? undefined,
      thread_ts: threadTs,
    }),
  };
}
