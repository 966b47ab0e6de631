import type { Env } from '../../platform/env.ts';
import { parseSignUpPolicy } from '../../platform/auth/sign-up-policy.ts';
import type { SignUpPolicy } from '../../platform/auth/sign-up-policy.ts';
import { atLeastOne } from '../../platform/settings.ts';

/** What the API reads of the deployment's settings, parsed once for each request. */
export interface Config {
  readonly publicUrl: string | undefined;
  /** Multiplies the limits before a caller is known. */
  readonly signUpLimitFactor: number;
  /** Gateways of a new workspace. */
  readonly gatewayShards: number;
  readonly signUpPolicy: SignUpPolicy;
}

export const configOf = (env: Env): Config => ({
  publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') || undefined,
  signUpLimitFactor: positive('SIGN_UP_LIMIT_FACTOR', env.SIGN_UP_LIMIT_FACTOR),
  gatewayShards: Math.floor(positive('GATEWAY_SHARDS', env.GATEWAY_SHARDS)),
  signUpPolicy: parseSignUpPolicy(env.SIGN_UP_POLICY, env.SIGN_UP_DOMAINS),
});

function positive(name: string, text: string | undefined): number {
  const value = atLeastOne(text);
  if (value === undefined) throw new RangeError(`${name} must be a number of at least 1`);
  return value;
}
