import { readContent, remarksOn } from '../../../../domain/messages/read-content.ts';
import { presentBotProfile } from '../../../../domain/present/bot-profile.ts';
import { decideTime } from '../../../../domain/scheduling/decide-schedule.ts';
import type { PostCommand } from '../../../../protocol/objects/channel.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { CallerCall } from '../../context.ts';
import { defined } from '../../defined.ts';
import { handler } from '../../handler.ts';
import { readAppearance } from './appearance.ts';
import { findDestination } from './destination.ts';
import { readNewText, withNames } from './read-text.ts';
import { readThread } from './thread.ts';

/** The channel says whether it would be posted now; the author's Member keeps it until then. */
export const chatScheduleMessage = handler<'chat.scheduleMessage'>(async (context, args) => {
  const postAt = readSeconds(args.post_at);
  if (postAt === undefined) {
    return refuse('invalid_time', { messages: ['[ERROR] post_at: give whole seconds since 1970'] });
  }
  const timely = decideTime(postAt, context.nowMs);
  if (!timely.ok) return timely;
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
  const command: PostCommand = {
    text,
    broadcast: args.reply_broadcast,
    ...read.content,
    ...readAppearance(args),
    ...defined({ threadTs: thread.threadTs }),
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
    ...remarksOn(text, read.content),
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
