import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { countSignIn } from '../../limits.ts';
import { wrongEmail } from './wrong-email.ts';

export const accountRequestCode = handler<'account.requestCode'>(async (context, { email }) => {
  const counted = await countSignIn(context, email);
  if (!counted.ok) return counted;
  const sent = await context.objects.store().requestCode({ email });
  if (sent.ok) return accept({});
  return sent.error === 'invalid_email' ? wrongEmail : refuse(sent.error);
});
