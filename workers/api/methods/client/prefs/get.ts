import { accept } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';

export const clientPrefsGet = handler<'client.prefs.get'>(async ({ objects, actor }) =>
  accept({ prefs: await objects.member(actor.teamId, actor.userId).preferences() }),
);
