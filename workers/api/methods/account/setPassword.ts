import { refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';
import { countPassword } from '../../limits.ts';

export const accountSetPassword = handler<'account.setPassword'>(async (context, { password }) => {
  const { objects, session, accountToken } = context;
  // Before anything is hashed.
  const counted = await countPassword(context, session.account.id);
  if (!counted.ok) return counted;
  const set = await objects.store().setPassword({ token: accountToken, password });
  if (set.ok) return set;
  return refuse(set.error === 'invalid_password' ? 'password_too_short' : set.error);
});
