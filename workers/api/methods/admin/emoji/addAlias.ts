import { bareEmojiName, decideEmojiName } from '../../../../../domain/emoji/emoji-name.ts';
import { refuse } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';

export const adminEmojiAddAlias = handler<'admin.emoji.addAlias'>(async ({ objects, actor }, args) => {
  const named = decideEmojiName(args.name);
  if (!named.ok) {
    return refuse(named.error === 'error_lower_case_names_only' ? 'error_bad_name_i18n' : named.error);
  }
  const of = bareEmojiName(args.alias_for);
  if (of === '') return refuse('no_alias_selected');
  return objects.directory(actor.teamId).aliasEmoji(actor, { name: named.name, of });
});
