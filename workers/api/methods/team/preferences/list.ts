import { accept } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { showRules } from '../../../show-rules.ts';

export const teamPreferencesList = handler<'team.preferences.list'>(async ({ objects, actor }) =>
  accept(showRules(await objects.directory(actor.teamId).rules())),
);
