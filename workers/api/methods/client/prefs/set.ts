import { accept } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';

export const clientPrefsSet = handler<'client.prefs.set'>(async ({ objects, actor }, args) =>
  accept({ prefs: await objects.member(actor.teamId, actor.userId).changePreferences(args.prefs) }),
);
