import { accept } from '../../../../protocol/refusal.ts';
import { findHolder } from '../../find-holder.ts';
import { handler } from '../../handler.ts';
import { secondsOf } from '../../seconds.ts';

export const sessionsList = handler<'sessions.list'>(async (context, args) => {
  const holder = await findHolder(context, args.user_id);
  if (!holder.ok) return holder;
  const credentials = await holder.member.credentials();
  const sessions = credentials.filter(({ kind }) => kind === 'session');
  return accept({
    sessions: sessions.map(({ id, created, expires }) => ({
      id,
      user_id: holder.userId,
      created: secondsOf(created),
      expires: secondsOf(expires ?? 0),
      is_current: id === context.caller.credentialId,
    })),
  });
});
