import { drizzleAdapter } from '@better-auth/drizzle-adapter';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { accountsSchema, type AccountsSchema } from '../../db/accounts/schema.ts';
import type { Database } from '../database/port.ts';
import { hmacSha256Hex } from '../secrets/hash.ts';
import { mintCode, mintSecret } from '../secrets/mint.ts';

/** A session that better-auth just stored, by its own token, which nobody is given (sessions.ts). */
type Answer = { readonly ok: true; readonly rowToken: string } | { readonly ok: false; code: string };

/** What we use of better-auth; nothing else of ours knows it. Its routes are mounted nowhere. */
export interface AuthLibrary {
  /** Stores a code for an address, over any earlier one, and says it. */
  makeCode(email: string): Promise<string>;
  /** Counts a try as `signInByCode` does and answers as it does to a wrong code, but lets nobody in. */
  spendCode(email: string, code: string): Promise<{ readonly ok: false; code: string }>;
  /** Makes the account if there is none. The first proof of an address drops passwords and sessions from before. */
  signInByCode(email: string, code: string): Promise<Answer>;
  signInByPassword(email: string, password: string): Promise<Answer>;
  /** Makes an account that is not proved. */
  signUpByPassword(email: string, password: string): Promise<Answer>;
  /** As the two above store and check it. */
  hashPassword(password: string): Promise<string>;
}

export const passwordLengthMin = 8;
export const passwordLengthMax = 128;
const sessionLifeMs = 30 * 24 * 60 * 60 * 1_000;

/** Costly to build: once for each object or isolate, never for each request. */
export function authLibraryOn(db: Database<AccountsSchema>, secret: string): AuthLibrary {
  const { users, sessions, credentials, verifications } = accountsSchema;
  const { api, $context } = betterAuth({
    // No route is mounted, so no link is made of this; without it the library warns.
    baseURL: 'http://accounts.invalid',
    secret,
    database: drizzleAdapter(db, {
      provider: 'mysql',
      transaction: true,
      schema: { user: users, session: sessions, account: credentials, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: passwordLengthMax,
    },
    session: { expiresIn: sessionLifeMs / 1_000, cookieCache: { enabled: false } },
    // The Counter counts, before any hashing.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    advanced: {
      database: { generateId: mintSecret },
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
    },
    plugins: [
      emailOTP({
        expiresIn: 10 * 60,
        allowedAttempts: 3,
        generateOTP: mintCode,
        storeOTP: { hash: (code) => hmacSha256Hex(secret, code) },
        // Codes are made by createVerificationOTP and mailed by request-code.ts.
        sendVerificationOTP: () => Promise.reject(new Error('the library sends no mail')),
      }),
    ],
  });

  return {
    makeCode: (email) => api.createVerificationOTP({ body: { email, type: 'sign-in' } }),
    async spendCode(email, otp) {
      const answer = await answerOf(() =>
        api.checkVerificationOTP({ body: { email, otp, type: 'sign-in' } }),
      );
      return answer.ok ? { ok: false, code: 'INVALID_OTP' } : answer;
    },
    signInByCode: (email, otp) => answerOf(() => api.signInEmailOTP({ body: { email, otp } })),
    signInByPassword: (email, password) => answerOf(() => api.signInEmail({ body: { email, password } })),
    signUpByPassword: (email, password) =>
      answerOf(() => api.signUpEmail({ body: { email, password, name: '' } })),
    hashPassword: async (password) => (await $context).password.hash(password),
  };
}

/** better-auth throws its refusals; here they are values, and only a fault is thrown. */
async function answerOf(call: () => Promise<object>): Promise<Answer> {
  try {
    const answer = await call();
    const token = 'token' in answer && typeof answer.token === 'string' ? answer.token : '';
    return { ok: true, rowToken: token };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { ok: false, code: codeOf(error) };
    throw error;
  }
}

const codeOf = ({ body }: APIError): string => (typeof body?.code === 'string' ? body.code : '');
