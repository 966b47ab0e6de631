import { accept } from '../../protocol/refusal.ts';
import type { CounterObject, CounterRequest } from '../../protocol/objects/counter.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import { addressSubject } from './address-subject.ts';
import type { Call } from './context.ts';
import { retryOnce } from './retry.ts';

type Counted = Promise<Outcome<object, 'ratelimited'>>;
const minuteMs = 60_000;

/** Asking for a code and trying one or a password: the address first, so that one caller cannot use up many e-mails. */
export async function countSignIn(call: Call, email: string): Counted {
  const byAddress = await take(call, {
    name: `sign-in:address:${subjectOf(call)}`,
    most: 10,
    windowMs: minuteMs,
  });
  return byAddress.ok
    ? take(call, { name: `sign-in:email:${email}`, most: 5, windowMs: 15 * minuteMs })
    : byAddress;
}

/** Making a workspace. */
export const countSignUp = (call: Call): Counted =>
  take(call, { name: `sign-up:address:${subjectOf(call)}`, most: 20, windowMs: 60 * minuteMs });

/** Accepting a link tries a password where the account exists, so an e-mail is guarded as at sign-in. */
export async function countAcceptance(call: Call, email: string): Counted {
  const byAddress = await countSignUp(call);
  return byAddress.ok
    ? take(call, { name: `acceptance:email:${email}`, most: 5, windowMs: 15 * minuteMs })
    : byAddress;
}

/** Setting a password hashes it. */
export const countPassword = (call: Call, accountId: string): Counted =>
  take(call, { name: `password:account:${accountId}`, most: 5, windowMs: 15 * minuteMs });

/**
 * Tokens and links that only one object can tell good from bad, the Store of the deployment most of all: wrong ones are
 * counted, and above the limit it is asked no more. Many people may share an address, so it is a generous one: whoever
 * is let in uses up nothing.
 */
export async function mayGuess(call: Call): Counted {
  const limit = guesses(call);
  return answer(await retryOnce(() => counterOf(call, limit).hasRoom(windowOf(call, limit))));
}

/** After one that was wrong. What it answers is of no interest any more. */
export async function countGuess(call: Call): Promise<void> {
  await take(call, guesses(call));
}

const guesses = (call: Call): Limit => ({
  name: `guess:address:${subjectOf(call)}`,
  most: 600,
  windowMs: 10 * minuteMs,
});

const subjectOf = ({ request }: Call): string => addressSubject(request.address);

interface Limit {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

const take = async (call: Call, limit: Limit): Counted =>
  answer(await counterOf(call, limit).take(windowOf(call, limit)));

const counterOf = ({ objects }: Call, { name }: Limit): CounterObject => objects.counter(name);
const windowOf = ({ config, nowMs }: Call, { most, windowMs }: Limit): CounterRequest => ({
  limit: Math.ceil(most * config.signUpLimitFactor),
  windowMs,
  now: nowMs,
});
const answer = (counted: Awaited<ReturnType<CounterObject['take']>>): Awaited<Counted> =>
  counted.ok ? accept({}) : counted;
