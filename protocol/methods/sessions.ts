import * as v from 'valibot';
import * as argument from '../arguments.ts';
import { CredentialId, UserId } from '../ids.ts';
import { method } from './method.ts';

const user_id = v.optional(v.pipe(argument.text(40), v.description('whose; by default one’s own')));
export const ofOthers = ['not_an_admin', 'not_an_owner', 'user_not_found'] as const;

export const sessions = {
  'sessions.list': method({
    about: 'One’s open sessions in the workspace, oldest first; for admins and owners also another’s.',
    tokens: ['user'],
    scope: 'tokens:write',
    tier: 'tier2',
    input: v.object({ user_id }),
    output: v.object({
      sessions: v.array(
        v.object({
          id: CredentialId,
          user_id: UserId,
          /** Seconds. */
          created: v.number(),
          expires: v.number(),
          is_current: v.boolean(),
        }),
      ),
    }),
    errors: [...ofOthers],
  }),
  'sessions.revoke': method({
    about: 'Ends a session. When it is answered no call by it succeeds and its sockets are closed.',
    tokens: ['user'],
    scope: 'tokens:write',
    tier: 'tier2',
    input: v.object({ session_id: argument.text(40), user_id }),
    output: v.object({}),
    errors: [...ofOthers, 'session_not_found'],
  }),
};
