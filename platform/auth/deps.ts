import type { AccountsSchema } from '../../db/accounts/schema.ts';
import type { Database } from '../database/port.ts';
import type { Mailer } from '../mail/port.ts';
import type { AuthLibrary } from './better-auth.ts';
import type { SignUpPolicy } from './sign-up-policy.ts';

/** What the verbs of this folder work with: built once, passed on. */
export interface AuthDeps {
  readonly db: Database<AccountsSchema>;
  readonly library: AuthLibrary;
  readonly policy: SignUpPolicy;
  readonly mailer: Mailer | undefined;
  readonly setupSecret: string | undefined;
  /** Lets work go on after the answer. */
  readonly defer: (work: Promise<void>) => void;
  readonly now: () => Date;
}
