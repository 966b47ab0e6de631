import { accountsMigrations } from '../../db/accounts/migrations.ts';
import { accountsSchema } from '../../db/accounts/schema.ts';
import { accountsOn } from '../../platform/auth/accounts.ts';
import { authLibraryOn } from '../../platform/auth/better-auth.ts';
import type { Accounts } from '../../platform/auth/port.ts';
import { parseSignUpPolicy } from '../../platform/auth/sign-up-policy.ts';
import { embedded } from '../../platform/database/embedded.ts';
import { engineOf } from '../../platform/database/engine.ts';
import { migrateEmbedded } from '../../platform/database/migrate-embedded.ts';
import type { Env } from '../../platform/env.ts';
import { outboxMailer } from '../../platform/mail/outbox.ts';

export type Bindings = Pick<
  Env,
  'AUTH_SECRET' | 'OUTBOX' | 'RATE_LIMITS' | 'SETUP_SECRET' | 'SIGN_UP_DOMAINS' | 'SIGN_UP_POLICY'
>;

/** Accounts on the tables of one object. Once for each instance: building better-auth costs more than most calls. */
export function openAccounts(ctx: DurableObjectState, bindings: Bindings): Accounts {
  const { AUTH_SECRET, OUTBOX, SETUP_SECRET, SIGN_UP_DOMAINS, SIGN_UP_POLICY } = bindings;
  // A short one is guessed, and with it every code that the database holds.
  if (AUTH_SECRET.length < 32) throw new Error('AUTH_SECRET must have at least 32 characters');
  migrateEmbedded(ctx.storage, accountsMigrations);
  const db = embedded(engineOf(ctx.storage), accountsSchema);
  return accountsOn({
    db,
    library: authLibraryOn(db, AUTH_SECRET),
    policy: parseSignUpPolicy(SIGN_UP_POLICY, SIGN_UP_DOMAINS),
    mailer: OUTBOX && outboxMailer(OUTBOX),
    setupSecret: SETUP_SECRET,
    defer: (work) => ctx.waitUntil(work.catch(logLostMail)),
    now: () => new Date(),
  });
}

// Nobody waits for it any more, so the log is the only place to say it.
function logLostMail(error: unknown): void {
  console.error('a mail was not taken', error);
}
