import { accept } from '../../../../../protocol/refusal.ts';
import { handler } from '../../../handler.ts';
import { secondsOf } from '../../../seconds.ts';

export const accountSessionsList = handler<'account.sessions.list'>(
  async ({ objects, session, accountToken }) => {
    const found = await objects.store().sessions(accountToken);
    if (!found.ok) return found;
    return accept({
      sessions: found.sessions.map(({ id, created, expires }) => ({
        id,
        created: secondsOf(created),
        expires: secondsOf(expires),
        is_current: id === session.sessionId,
      })),
    });
  },
);
