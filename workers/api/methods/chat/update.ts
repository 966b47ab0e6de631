import { decideLength } from '../../../../domain/messages/decide-post.ts';
import { readContent, remarksOn } from '../../../../domain/messages/read-content.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { defined } from '../../defined.ts';
import { requireMember } from '../../gate.ts';
import { handler } from '../../handler.ts';
import { readTimestamp } from '../../read-timestamp.ts';
import { readText, withNames } from './read-text.ts';

export const chatUpdate = handler<'chat.update'>(async (context, args) => {
  const read = readContent(args);
  if (!read.ok) return read;
  const words = readText(args);
  if (!words.ok) return words;
  const fitting = decideLength({ text: words.text ?? '', ...read.content });
  if (!fitting.ok) return fitting;
  const isNothing = words.text === undefined && Object.keys(read.content).length === 0;
  if (isNothing && !args.reply_broadcast) {
    return refuse('no_text', { messages: ['[ERROR] text, blocks or attachments: name what is to change'] });
  }
  const seen = await requireMember(context, args.channel);
  if (!seen.ok) return seen;
  const ts = readTimestamp(args.ts);
  if (ts === undefined) return refuse('message_not_found');
  const text = words.text === undefined ? undefined : await withNames(context, words.text, args);
  const { objects, actor } = context;
  const rules = await objects.directory(actor.teamId).rules();
  const edited = await objects
    .channel(seen.channelId)
    .edit(actor, { ts, broadcast: args.reply_broadcast, ...read.content, ...defined({ text }) }, rules);
  if (!edited.ok) return edited;
  const { message } = edited;
  return accept({
    channel: seen.channelId,
    ts: message.ts,
    text: message.text,
    message,
    ...remarksOn(text, read.content),
  });
});
