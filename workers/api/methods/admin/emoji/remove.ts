import { bareEmojiName } from '../../../../../domain/emoji/emoji-name.ts';
import { isStandardEmoji } from '../../../../../domain/emoji/standard.ts';
import { refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';

export const adminEmojiRemove = handler<'admin.emoji.remove'>(async ({ objects, actor }, args) => {
  const name = bareEmojiName(args.name);
  if (isStandardEmoji(name)) return refuse('failure_removing_emoji');
  return objects.directory(actor.teamId).removeEmoji(actor, name);
});
