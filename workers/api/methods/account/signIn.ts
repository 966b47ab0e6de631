import type { MethodInput } from '../../../../protocol/methods.ts';
import type { SignInRequest } from '../../../../protocol/objects/store.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { countSignIn } from '../../limits.ts';
import { settlePlaces } from '../../settle-places.ts';
import { showAccount, showPlace } from '../../show-account.ts';

export const accountSignIn = handler<'account.signIn'>(async (context, args) => {
  const request = requestOf(args);
  if (request === undefined) {
    return refuse('invalid_arguments', { messages: ['[ERROR] missing required field: code or password'] });
  }
  // Before anything is hashed.
  const counted = await countSignIn(context, args.email);
  if (!counted.ok) return counted;
  const signedIn = await context.objects.store().signIn(request);
  if (!signedIn.ok) return signedIn;
  const settled = await settlePlaces(context.objects, signedIn.places);
  if (!settled.ok) return settled;
  context.cookies.setAccount(signedIn.token, signedIn.places);
  return accept({
    account: showAccount(signedIn.account),
    token: signedIn.token,
    workspaces: signedIn.places.map((place) => showPlace(place)),
  });
});

function requestOf({ email, code, password }: MethodInput<'account.signIn'>): SignInRequest | undefined {
  if (code) return { email, code: code.trim() };
  return password ? { email, password } : undefined;
}
