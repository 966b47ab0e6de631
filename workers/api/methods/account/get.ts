import { accept } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { showAccount, showPlace } from '../../show-account.ts';

export const accountGet = handler<'account.get'>(async ({ session }) =>
  accept({
    account: showAccount(session.account),
    workspaces: session.places.map((place) => showPlace(place)),
  }),
);
