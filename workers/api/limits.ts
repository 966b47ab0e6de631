import { accept } from '../../protocol/refusal.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { addressSubject } from './address-subject.ts';
import type { Call } from './context.ts';

type Counted = Promise<Outcome<object, 'ratelimited'>>;
const minuteMs = 60_000;

/** Asking for a code and trying one or a password: the address first, so that one caller cannot use up many e-mails. */
export async function countSignIn(call: Call, email: string): Counted {
  const byAddress = await take(call, `sign-in:address:${subjectOf(call)}`, 10, minuteMs);
  return byAddress.ok ? take(call, `sign-in:email:${email}`, 5, 15 * minuteMs) : byAddress;
}

/** Making a workspace. */
export const countSignUp = (call: Call): Counted =>
  take(call, `sign-up:address:${subjectOf(call)}`, 20, 60 * minuteMs);

/** Accepting a link tries a password where the account exists, so an e-mail is guarded as at sign-in. */
export async function countAcceptance(call: Call, email: string): Counted {
  const byAddress = await countSignUp(call);
  return byAddress.ok ? take(call, `acceptance:email:${email}`, 5, 15 * minuteMs) : byAddress;
}

/** Setting a password hashes it. */
export const countPassword = (call: Call, accountId: string): Counted =>
  take(call, `password:account:${accountId}`, 5, 15 * minuteMs);

const subjectOf = ({ request }: Call): string => addressSubject(request.address);

async function take({ objects, config, nowMs }: Call, name: string, most: number, windowMs: number): Counted {
  const limit = Math.ceil(most * config.signUpLimitFactor);
  const taken = await objects.counter(name).take({ limit, windowMs, now: nowMs });
  return taken.ok ? accept({}) : taken;
}
