import { accept } from '../../../../protocol/refusal.ts';
import { findHolder } from '../../find-holder.ts';
import { handler } from '../../handler.ts';
import { secondsOf } from '../../seconds.ts';

export const tokensList = handler<'tokens.list'>(async (context, args) => {
  const holder = await findHolder(context, args.user_id);
  if (!holder.ok) return holder;
  const tokens = (await holder.member.credentials()).flatMap(({ id, kind, name, scopes, created }) => {
    if (kind === 'session') return [];
    return {
      id,
      user_id: holder.userId,
      kind,
      name,
      scopes: [...scopes],
      created: secondsOf(created),
      is_current: id === context.caller.credentialId,
    };
  });
  return accept({ tokens });
});
