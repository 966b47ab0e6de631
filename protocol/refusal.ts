/**
 * A refusal is a value, never a throw: it crosses isolates whole and the compiler knows its code.
 * A throw is a bug or an outage. What a caller may not know of is refused as what does not exist.
 */
export interface Refusal<Code extends string = string> {
  readonly ok: false;
  readonly error: Code;
  /** What a person can do about it, as Slack's `response_metadata.messages`. */
  readonly messages?: readonly string[];
  /** With `invalid_blocks`: the same, as Slack repeats them. Of a call about several people: whom it is refused for. */
  readonly errors?: readonly (string | RefusedPerson)[];
  /** With `ratelimited`: whole seconds until another try makes sense. */
  readonly retryAfterSeconds?: number;
  /** With `missing_scope`. */
  readonly needed?: string;
  readonly provided?: string;
}

interface RefusedPerson {
  readonly user: string;
  readonly ok: false;
  readonly error: string;
}

export type Outcome<Value extends object, Code extends string> =
  (Value & { readonly ok: true }) | Refusal<Code>;

export const refuse = <const Code extends string>(
  error: Code,
  detail: Omit<Refusal, 'ok' | 'error'> = {},
): Refusal<Code> => ({ ok: false, error, ...detail });

/** The same, for each of these people. */
export const refuseFor = <const Code extends string>(error: Code, users: readonly string[]): Refusal<Code> =>
  refuse(error, { errors: users.map((user) => ({ user, ok: false, error })) });

export const accept = <Value extends object>(value: Value): Value & { readonly ok: true } => ({
  ...value,
  ok: true,
});

/** Ends a switch over a union: reached only where the compiler was deceived. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
