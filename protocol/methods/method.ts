import type * as v from 'valibot';
import type { CommonError } from '../errors.ts';
import type { Scope } from '../scopes.ts';

/**
 * Who may call: `none` needs no token; `account` is the bearer of an account (it names no workspace);
 * `user` covers a person's tokens and workspace sessions; `bot` a bot's tokens.
 */
export type TokenKind = 'none' | 'account' | 'user' | 'bot';

/** Slack's names. The numbers are configuration (platform/rate-limits). */
export type RateTier = 'tier1' | 'tier2' | 'tier3' | 'tier4' | 'posting';

type ObjectSchema = v.ObjectSchema<v.ObjectEntries, undefined> | v.GenericSchema<unknown, object>;

/** The contract of one API method: the table's row. `errors` are its own codes, beyond the common ones. */
export interface MethodContract {
  readonly about: string;
  readonly tokens: readonly TokenKind[];
  readonly scope: Scope | undefined;
  readonly tier: RateTier;
  /** It takes bytes, as a part of a multipart form: its body may be as large. Unset: words alone. */
  readonly bodyBytesMax?: number;
  readonly input: ObjectSchema;
  readonly output: ObjectSchema;
  readonly errors: readonly string[];
}

export const method = <const Contract extends MethodContract>(contract: Contract): Contract => contract;

export type InputOf<Contract extends MethodContract> = v.InferOutput<Contract['input']>;
export type OutputOf<Contract extends MethodContract> = v.InferInput<Contract['output']>;
export type ErrorOf<Contract extends MethodContract> = Contract['errors'][number] | CommonError;
