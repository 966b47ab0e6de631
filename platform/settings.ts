import type { Env } from './env.ts';
import { rateLimitsOf } from './rate-limits/rate-limits.ts';

type Settings = Pick<
  Env,
  | 'AUTH_SECRET'
  | 'GATEWAY_SHARDS'
  | 'PUBLIC_URL'
  | 'RATE_LIMITS'
  | 'SIGN_UP_DOMAINS'
  | 'SIGN_UP_LIMIT_FACTOR'
  | 'SIGN_UP_POLICY'
>;

/** What is wrong with the deployment's settings: a line for its operator, naming each and what it must be. */
export function faultsOfSettings(env: Settings): string[] {
  const { AUTH_SECRET, PUBLIC_URL, SIGN_UP_POLICY, SIGN_UP_DOMAINS } = env;
  const isPolicy = ['', 'closed', 'invite', 'domain', 'open'].includes(SIGN_UP_POLICY ?? '');
  const faults: [string, boolean][] = [
    ['AUTH_SECRET must have at least 32 characters', (AUTH_SECRET ?? '').length >= 32],
    [
      'PUBLIC_URL must be an origin, such as https://chat.example.com',
      PUBLIC_URL === undefined || isOrigin(PUBLIC_URL),
    ],
    ['SIGN_UP_POLICY must be closed, invite, domain or open', isPolicy],
    [
      'SIGN_UP_DOMAINS must name the domains that SIGN_UP_POLICY=domain lets in',
      SIGN_UP_POLICY !== 'domain' || (SIGN_UP_DOMAINS ?? '').trim() !== '',
    ],
    [
      'SIGN_UP_LIMIT_FACTOR must be a number of at least 1',
      atLeastOne(env.SIGN_UP_LIMIT_FACTOR) !== undefined,
    ],
    ['GATEWAY_SHARDS must be a number of at least 1', atLeastOne(env.GATEWAY_SHARDS) !== undefined],
    [
      'RATE_LIMITS must be JSON such as {"tier1":{"perSecond":50,"burst":200},"channelPostsPerSecond":200}',
      isRateLimits(env),
    ],
  ];
  return faults.filter(([, isRight]) => !isRight).map(([fault]) => fault);
}

/** A setting that is a number of at least 1; unset it is 1. Undefined where it is anything else. */
export function atLeastOne(text: string | undefined): number | undefined {
  const value = Number(text || '1');
  return Number.isFinite(value) && value >= 1 ? value : undefined;
}

function isOrigin(text: string): boolean {
  if (text === '') return true;
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && /^\/*$/.test(pathname) && search === '' && hash === '';
}

function isRateLimits(env: Settings): boolean {
  try {
    rateLimitsOf(env);
    return true;
  } catch {
    return false;
  }
}
