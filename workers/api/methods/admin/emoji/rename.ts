import { bareEmojiName, decideEmojiName } from '../../../../../domain/emoji/emoji-name.ts';
import { refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';

export const adminEmojiRename = handler<'admin.emoji.rename'>(async ({ objects, actor }, args) => {
  const named = decideEmojiName(args.new_name);
  if (!named.ok) {
    return refuse(named.error === 'error_lower_case_names_only' ? 'error_bad_name_i18n' : named.error);
  }
  return objects.directory(actor.teamId).renameEmoji(actor, bareEmojiName(args.name), named.name);
});
